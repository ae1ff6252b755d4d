# Spends no CPU at all.
# ends: timeout
# wall_seconds: 1
import time

time.sleep(1000)
