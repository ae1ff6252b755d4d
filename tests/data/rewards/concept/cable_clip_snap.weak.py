import cadquery as cq

# base pad
base = cq.Workplane("XY").box(45, 28, 4, centered=(True, True, False))
# clip block with channel
clip = cq.Workplane("XY").box(20, 28, 18, centered=(True, True, False)).translate((0, 0, 4))
channel = cq.Workplane("XZ").center(0, 13).circle(6).extrude(40, both=True)
opening = cq.Workplane("XY").box(9, 40, 12, centered=(True, True, False)).translate((0, 0, 13))
clip = clip.cut(channel).cut(opening)
hole = cq.Workplane("XY").center(16, 0).circle(2.2).extrude(10)
fixture = base.union(clip).cut(hole)
