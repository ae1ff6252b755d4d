# Spends no CPU at all.
# ends: timeout
import time

time.sleep(1000)
