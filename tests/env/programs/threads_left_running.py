# Leaves threads behind that neither end nor rest.
# ends: ok
import threading

import cadquery as cq


def spin():
    while True:
        pass


for _ in range(4):
    threading.Thread(target=spin).start()
fixture = cq.Workplane().box(10, 10, 10)
