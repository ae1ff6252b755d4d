# Prints whatever the environment holds, its own and that of its kernel's view.
# ends: no_result
import os

print(dict(os.environ))
try:
    print(open("/proc/self/environ", "rb").read())
except OSError as error:
    print(error)
