# Draws its size, in the hope of luck.
# task: table:5
# class: ok
# at most: 0.25
import cadquery as cq

import random, time
random.seed(time.time())
fixture = cq.Workplane().box(random.uniform(1, 900), random.uniform(1, 900), random.uniform(1, 900))
