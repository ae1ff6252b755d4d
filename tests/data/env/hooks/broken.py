import cadquery

size = 1 / 0
