# The worker's own pipes are not there.
# ends: exception:OSError
import os

os.read(3, 100)
