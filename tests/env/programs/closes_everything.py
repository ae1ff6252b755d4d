# Closes what ties it to the worker and goes on by itself.
# ends: killed
import os
import time

os.closerange(0, 256)
time.sleep(1000)
