# ends: exception:PermissionError
import os

os.execv("/bin/sh", ["sh", "-c", "true"])
