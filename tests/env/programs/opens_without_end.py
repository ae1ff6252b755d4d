# Duplicates a descriptor until there is no number left.
# ends: exception:OSError
import os

while True:
    os.dup(1)
