import cadquery as cq
import math

def box(x0, x1, y0, y1, z0, z1):
    return cq.Workplane("XY").box(x1 - x0, abs(y1 - y0), z1 - z0, centered=False).translate((x0, min(y0, y1), z0))

def bar(p, q, w, z0, h):
    dx, dy = q[0] - p[0], q[1] - p[1]
    return (cq.Workplane("XY", origin=((p[0] + q[0]) / 2, (p[1] + q[1]) / 2, z0))
            .slot2D(math.hypot(dx, dy) + w, w, math.degrees(math.atan2(dy, dx))).extrude(h))

# palm block with a tongue that carries the links
grip = box(-80, -52, -46, 46, -30, 30).edges("|X").fillet(6)
grip = grip.union(box(-54, -17, -40, 40, -11, 11).edges("|Z and >X").fillet(6))

pivots = []
for s in (-1, 1):
    palm = [(-46, s * 30), (-25, s * 30)]
    fing = [(0, s * 51), (21, s * 51)]          # same spacing: a parallelogram
    pivots += palm + fing
    # finger, tapered to the tip, with its pad
    finger = (cq.Workplane("XY", origin=(0, 0, -11))
              .polyline([(-9, s * 42), (32, s * 42), (48, s * 40), (80, s * 40),
                         (80, s * 50), (55, s * 60), (-9, s * 60)]).close().extrude(22))
    pad = box(50, 79, s * 41, s * 33, -14, 14).edges("|Z").fillet(2)
    for x in (57, 64.5, 72):                    # grip grooves
        pad = pad.cut(box(x - 1, x + 1, s * 34.5, s * 30, -20, 20))
    grip = grip.union(finger).union(pad)
    # linkage bars above and below
    for p, q in zip(palm, fing):
        for z0 in (10.5, -16.5):
            grip = grip.union(bar(p, q, 11, z0, 6))

# pivot bosses with pin holes
for x, y in pivots:
    grip = grip.union(cq.Workplane("XY", origin=(x, y, -20)).circle(7).extrude(40))
for x, y in pivots:
    grip = grip.cut(cq.Workplane("XY", origin=(x, y, -25)).circle(2.5).extrude(50))

# mounting holes through the palm
grip = grip.cut(cq.Workplane("YZ", origin=(-90, 0, 0))
                .rect(70, 40, forConstruction=True).vertices().circle(3.3).extrude(45))
grip = grip.cut(cq.Workplane("YZ", origin=(-81, 0, 0)).circle(10).extrude(4))

fixture = grip
