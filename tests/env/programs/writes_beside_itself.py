# ends: exception:PermissionError
open("cadforge-was-here", "w").write("x")
