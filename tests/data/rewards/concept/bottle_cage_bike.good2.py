import cadquery as cq
import math

# Rod style cage, 6 mm bar bent around the bottle; frame side at -Y, z = 0 at mid height
ROD = 3.0
RC = 39.5           # rod centre radius, bottle is 73 mm


def on_bottle(deg, z, side):
    a = math.radians(deg)       # 0 = frame side
    return cq.Vector(side * RC * math.sin(a), -RC * math.cos(a), z)


def rod(edge):
    """Round bar along an edge."""
    section = cq.Workplane(cq.Plane(origin=edge.startPoint(), normal=edge.tangentAt(0))).circle(ROD)
    return section.sweep(cq.Workplane(obj=edge)).val()


# mounting strap: channel section, its two edges are the ribs, with round bosses at the bolts
strap = cq.Workplane("XY").box(20, 5, 148).translate((0, -RC, -1)).edges("|Y").fillet(4)
strap = strap.cut(cq.Workplane("XY").box(10, 3, 110).translate((0, -RC + 2, 0)))
bosses = cq.Workplane("XZ", origin=(0, -RC + 2.5, 0)).pushPoints([(0, -32), (0, 32)]).circle(7).extrude(5)
strap = strap.union(bosses)

# one loop each side: up the flank, round the front, back to the strap
bars = []
for side in (-1, 1):
    way = ((8, -58), (50, -50), (90, -22), (128, 18), (143, 44), (128, 60), (85, 60), (8, 58))
    bars.append(rod(cq.Edge.makeSpline([on_bottle(d, z, side) for d, z in way])))

# bottom stop: U shaped bar under the bottle, turned up at the front
for x in (-8, 8):
    run = (cq.Workplane("YZ", origin=(x, 0, 0)).moveTo(-38, -71).lineTo(20, -71)
           .threePointArc((29.9, -66.9), (34, -57)))
    bars.append(cq.Workplane("XZ", origin=(x, -38, -71)).circle(ROD).sweep(run).val())
for y, z, r in ((34, -58, 3.6), (8, -71, 2.6)):
    bars.append(cq.Workplane("YZ", origin=(-12, y, z)).circle(r).extrude(24).val())

# retaining lip at the top of the strap, hooks over the bottle shoulder
lip = cq.Workplane("YZ", origin=(-9, 0, 0)).polyline([(-41, 66), (-37, 66), (-30, 71), (-30, 75), (-41, 75)]).close().extrude(18)
bars.append(lip.val())

cage = cq.Workplane(obj=strap.val().fuse(*bars))
fixture = cage.cut(cq.Workplane("XZ", origin=(0, -20, 0)).pushPoints([(0, -32), (0, 32)]).circle(2.7).extrude(40))
