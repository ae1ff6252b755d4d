# What is to run at exit never runs.
# ends: ok
import atexit
import time

import cadquery as cq

atexit.register(time.sleep, 1000)
fixture = cq.Workplane().box(10, 10, 10)
