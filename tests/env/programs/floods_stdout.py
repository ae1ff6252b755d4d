# Prints without end.
# ends: timeout
# wall_seconds: 2
while True:
    print("total: 1.0 " * 1000)
