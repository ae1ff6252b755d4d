import cadquery as cq

pipe_r = 26
# lower saddle and upper strap share one ring profile, split on the pipe axis (z = 40)
ring = cq.Workplane("XZ", origin=(0, 40, 40)).circle(40).extrude(80)
ears = cq.Workplane("XY").box(160, 80, 24).edges("|Z").fillet(10).translate((0, 0, 40))
ribs = [cq.Workplane("XY").box(128, 8, 50).edges("|Y").fillet(10).translate((0, y, 40)) for y in (-32, 32)]
blank = ring.union(ears)
for r in ribs:
    blank = blank.union(r)
blank = blank.cut(cq.Workplane("XZ", origin=(0, 50, 40)).circle(pipe_r + 3).extrude(100))
blank = blank.cut(cq.Workplane("XY").pushPoints([(-58, 0), (58, 0)]).circle(6).extrude(100))

low = blank.intersect(cq.Workplane("XY").box(200, 200, 40, centered=(True, True, False)))
top = blank.intersect(cq.Workplane("XY").box(200, 200, 40, centered=(True, True, False)).translate((0, 0, 40)))
shell = cq.Workplane("XZ", origin=(0, 40, 40)).circle(pipe_r + 3).circle(pipe_r).extrude(80)
liner_low = shell.intersect(cq.Workplane("XY").box(200, 200, 40, centered=(True, True, False)))
liner_top = shell.intersect(cq.Workplane("XY").box(200, 200, 40, centered=(True, True, False)).translate((0, 0, 40)))
bolts = []
for x in (-58, 58):
    b = cq.Workplane("XY", origin=(x, 0, 20)).circle(6).extrude(32)
    b = b.union(cq.Workplane("XY", origin=(x, 0, 52)).polygon(6, 20).extrude(8))
    b = b.union(cq.Workplane("XY", origin=(x, 0, 20)).polygon(6, 20).extrude(8))
    bolts.append(b.val())
fixture = cq.Compound.makeCompound([low.val(), top.val(), liner_low.val(), liner_top.val()] + bolts)
