import cadquery as cq
import math

def xcyl(r, x0, x1, y, z):
    return cq.Workplane(cq.Solid.makeCylinder(r, x1 - x0, cq.Vector(x0, y, z), cq.Vector(1, 0, 0)))

def block(x0, x1, y0, y1, z0, z1):
    return cq.Workplane("XY").box(x1 - x0, y1 - y0, z1 - z0, centered=False).translate((x0, y0, z0))

# base with four mounting holes
base = block(-140, 90, -70, 70, 0, 18).edges("|Z").fillet(12)
base = (base.faces(">Z").workplane(origin=(-25, 0, 18))
        .rect(200, 112, forConstruction=True).vertices().hole(11))

# fixed jaw with a rear shoulder
fixed = block(-95, -55, -60, 60, 15, 150)
fixed = fixed.union(
    cq.Workplane("XZ", origin=(0, 40, 0)).moveTo(-125, 15).lineTo(-90, 15)
    .lineTo(-90, 120).close().extrude(80))

# moving jaw rides above the base on the rails
moving = block(5, 45, -60, 60, 24, 150)
front = block(72, 90, -60, 60, 15, 90)        # rail and spindle support

body = base.union(fixed).union(moving).union(front)
body = body.edges("|Y and >Z").fillet(4)

# hardened jaw plates
body = body.union(block(-55, -48, -58, 58, 112, 148)).union(block(-2, 5, -58, 58, 112, 148))

# guide rails and spindle
for y in (-38, 38):
    body = body.union(xcyl(9, -80, 90, y, 55))
body = body.union(xcyl(11, -75, 122, 0, 60))
body = body.union(xcyl(17, 90, 98, 0, 60))    # collar
body = body.union(xcyl(17, 118, 140, 0, 60))  # spindle head

# handle bar across the spindle end, with end knobs
bar = cq.Workplane("XZ", origin=(129, 65, 60)).circle(6).extrude(130)
body = body.union(bar)
for y in (-62, 62):
    body = body.union(cq.Workplane("XY").sphere(8).translate((129, y, 60)))

fixture = body
