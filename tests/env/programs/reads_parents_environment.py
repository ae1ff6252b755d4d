# ends: exception:PermissionError
# needs: landlock
import os

open(f"/proc/{os.getppid()}/environ", "rb").read()
