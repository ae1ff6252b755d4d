import cadquery as cq

def bx(x0, y0, z0, x1, y1, z1):
    return cq.Workplane("XY").box(x1 - x0, y1 - y0, z1 - z0, centered=False).translate((x0, y0, z0))

def cyl(r, x0, x1, y, z):
    return cq.Workplane("YZ").workplane(offset=x0).center(y, z).circle(r).extrude(x1 - x0)

frame = bx(0, -65, 0, 220, 65, 18).union(bx(10, -55, 18, 50, 55, 150)).union(bx(195, -45, 18, 220, 45, 100))
frame = frame.cut(cq.Workplane("XY").pushPoints([(75, 55), (75, -55), (170, 55), (170, -55)]).circle(5).extrude(30))
frame = frame.cut(cyl(10, 190, 225, 0, 75))
for y in (-30, 30):
    frame = frame.cut(cyl(7, 30, 225, y, 40))
rails = [cyl(7, 30, 220, y, 40) for y in (-30, 30)]
jaw = bx(95, -55, 22, 135, 55, 150)
for y in (-30, 30):
    jaw = jaw.cut(cyl(7, 90, 140, y, 40))
jaw = jaw.cut(cyl(10, 115, 140, 0, 75))
spindle = cyl(10, 115, 255, 0, 75).union(cyl(16, 250, 280, 0, 75)).cut(cq.Workplane("XZ").center(266, 75).circle(5).extrude(40, both=True))
handle = cq.Workplane("XZ").center(266, 75).circle(5).extrude(70, both=True)
fixture = (cq.Assembly().add(frame, name="base_fixed_jaw", color=cq.Color("gray")).add(rails[0], name="rail1").add(rails[1], name="rail2")
           .add(jaw, name="moving_jaw").add(spindle, name="spindle").add(handle, name="handle"))
