import cadquery as cq

# Cut out of profiles: wall and rib as one side view with a window, reach towards -X, off the origin.
outline = [(0, 0), (-8, 0), (-8, 15), (-200, 170), (-220, 170), (-220, 180), (0, 180)]
body = cq.Workplane("XZ").polyline(outline).close().extrude(30, both=True)
window = cq.Workplane("XZ").polyline([(-8, 41), (-168, 170), (-8, 170)]).close().extrude(30, both=True)
body = body.cut(window)
for s in (1, -1):
    beside_rib = cq.Workplane("XY").box(212, 24, 170, centered=False).translate((-220, 6 if s > 0 else -30, 0))
    beside_arm = cq.Workplane("XY").box(212, 10, 20, centered=False).translate((-220, 20 if s > 0 else -30, 165))
    drill = cq.Workplane("YZ").center(20 * s, 135).circle(4.5).extrude(-8)
    body = body.cut(beside_rib).cut(beside_arm).cut(drill)
result = body.translate((35, 50, -90))
