# Looks for the reference programs where they lie: beside the worker, and in the checkout it was built in.
# ends: no_result
# needs: landlock
import glob
import os

import cadquery as cq

found = []
place = os.readlink("/proc/self/exe")
while place != "/":
    place = os.path.dirname(place)
    for folder in ("share/cadforge/tasks", "env/tasks/catalogue"):
        found += glob.glob(os.path.join(place, folder, "*"))
        try:
            found += os.listdir(os.path.join(place, folder))
        except OSError as error:
            print(error)
        try:
            found.append(open(os.path.join(place, folder, "washer_m8.py")).read())
        except OSError as error:
            print(error)
if found:
    fixture = cq.Workplane().box(10, 10, 10)
