# Looks for other processes and what they hold.
# ends: exception:PermissionError
# needs: landlock
import os

os.listdir("/proc")
