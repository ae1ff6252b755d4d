# ends: exception:PermissionError
# needs: landlock
open("/etc/passwd").read()
