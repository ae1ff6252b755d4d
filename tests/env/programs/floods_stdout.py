# Prints without end.
# ends: timeout
while True:
    print("total: 1.0 " * 1000)
