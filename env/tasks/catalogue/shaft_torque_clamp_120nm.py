import cadquery as cq

height = 70.0
root_start, root_end, root_w = -120.0, -70.0, 90.0
bolt_d, bolt_x, bolt_y = 13.0, -95.0, 26.0
boss_d, boss_x, bore = 80.0, 80.0, 40.0
web_h = 40.0
slit, pinch_d, pinch_x = 4.0, 8.4, 110.0


def trapezoid(x0, half0, x1, half1, thickness):
    outline = [(x0, -half0), (x0, half0), (x1, half1), (x1, -half1)]
    return cq.Workplane("XY").polyline(outline).close().extrude(thickness / 2, both=True)


def post(diameter, x, y=0.0):
    return cq.Workplane("XY").center(x, y).circle(diameter / 2).extrude(height / 2, both=True)


root = cq.Workplane("XY").box(root_end - root_start, root_w, height).translate(((root_start + root_end) / 2, 0, 0))
web = trapezoid(root_end, 40, boss_x, 30, web_h).cut(trapezoid(-60, 25, 25, 18, web_h))
body = root.union(web).union(post(boss_d, boss_x))

body = body.cut(post(bore, boss_x))
body = body.cut(cq.Workplane("XY").box(boss_d / 2, slit, height, centered=(False, True, True)).translate((boss_x, 0, 0)))
body = body.cut(cq.Workplane("XZ").center(pinch_x, 0).circle(pinch_d / 2).extrude(boss_d, both=True))
fixture = body.cut(post(bolt_d, bolt_x, bolt_y)).cut(post(bolt_d, bolt_x, -bolt_y))
