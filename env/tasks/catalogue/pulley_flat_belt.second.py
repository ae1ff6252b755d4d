import cadquery as cq

def ring(outer, inner, low, high):
    return cq.Workplane("XY", origin=(0, 0, low)).circle(outer / 2).circle(inner / 2).extrude(high - low)

# Symmetric about z = 0: a drum, less the belt's groove and the two recesses.
body = ring(90, 12, -15.5, 15.5).cut(ring(100, 80, -12.5, 12.5))
result = body.cut(ring(66, 28, 5.5, 20)).cut(ring(66, 28, -20, -5.5))
