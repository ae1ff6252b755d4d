import cadquery as cq

# Turned parts revolved about their axes; post and arm as sketched outlines.
def turned(x, profile):
    w = cq.Workplane("XY", origin=(x, 0, 60)).polyline(profile).close()
    return w.revolve(360, (0, 0, 0), (0, 1, 0))
post = cq.Workplane("XZ").moveTo(-20, 5).lineTo(20, 5).lineTo(20, 60).threePointArc((0, 80), (-20, 60)).close().extrude(15, both=True)
frame = cq.Workplane("XY").rect(100, 70).extrude(10).union(post).cut(turned(0, [(0, -20), (8.2, -20), (8.2, 20), (0, 20)]))
for x in (-40, 40):
    for y in (-25, 25):
        frame = frame.cut(cq.Workplane("XY").center(x, y).circle(3.5).extrude(10))
crank = turned(0, [(0, -22), (12, -22), (12, -16), (8, -16), (8, 16), (16, 16), (16, 26), (0, 26)])
crank = crank.union(turned(80, [(0, 16), (12, 16), (12, 26), (5, 26), (5, 76), (8, 76), (8, 80), (0, 80)]))
crank = crank.union(cq.Workplane("XZ", origin=(0, 26, 60)).moveTo(0, -10).lineTo(80, -10).lineTo(80, 10).lineTo(0, 10).close().extrude(10))
grip = turned(80, [(5.3, 27), (12, 27), (12, 75), (5.3, 75)])
result = cq.Workplane(obj=cq.Compound.makeCompound([grip.val(), frame.val(), crank.val()])).translate((-21, 0, 4))
