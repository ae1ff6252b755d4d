# An exception that calls itself by another class of ours.
# ends: exception:ok
ok = type("ok", (Exception,), {})
raise ok("ok")
