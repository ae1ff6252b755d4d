# An endless loop.
# ends: timeout
while True:
    pass
