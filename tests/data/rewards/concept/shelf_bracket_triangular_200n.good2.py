import cadquery as cq
import math

# Strut-type bracket, centred at the origin. Wall at -X. Design load 200 N at the arm tip.
LOAD, REACH = 200.0, 200.0
wall_x = -110.0
arm_h = 26.0

# wall plate with the two screws on the centreline, above and below the strut
wall = (cq.Workplane("YZ", origin=(wall_x, 0, 0)).rect(60, 180).extrude(10)
        .edges("|X").fillet(10))
wall = (wall.faces(">X").workplane(origin=(0, 0, 0)).pushPoints([(0, -76), (0, 52)])
        .cboreHole(6.5, 12, 4))

# arm: inverted channel (top flange + two webs)
arm = cq.Workplane("XY").box(216, 44, arm_h).translate((2, 0, 90 - arm_h / 2))
arm = arm.cut(cq.Workplane("XY").box(216, 32, arm_h).translate((8, 0, 90 - arm_h / 2 - 6)))
arm = arm.edges("|Y and >X").edges("<Z").chamfer(14)

# diagonal rib: flat-sided strut going from the foot of the wall plate to the arm
x0, z0, x1, z1 = wall_x + 6, -52.0, 78.0, 72.0
length = math.hypot(x1 - x0, z1 - z0)
angle = math.degrees(math.atan2(z1 - z0, x1 - x0))
strut = (cq.Workplane("XY").box(length + 20, 32, 14).edges("|X").fillet(4)
         .rotate((0, 0, 0), (0, 1, 0), -angle)
         .translate(((x0 + x1) / 2, 0, (z0 + z1) / 2)))
strut = strut.intersect(cq.Workplane("XY").box(216, 80, 170).translate((2, 0, 2)))

# gusset behind the strut foot and under the arm root
gusset = (cq.Workplane("XZ").polyline([(wall_x + 9, 70), (wall_x + 49, 70), (wall_x + 9, 30)])
          .close().extrude(3, both=True))
g2 = [gusset.translate((0, y, 0)) for y in (-19, 19)]

fixture = wall.union(arm).union(strut).union(g2[0]).union(g2[1])
fixture = fixture.cut(cq.Workplane("XY", origin=(0, 0, 80)).pushPoints([(-50, 0), (20, 0), (98, 0)]).slot2D(14, 5).extrude(20))
