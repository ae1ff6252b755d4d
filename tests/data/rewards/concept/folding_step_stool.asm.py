import cadquery as cq

def leg(x, y0, y1):
    return (cq.Workplane("YZ").workplane(offset=x)
            .polyline([(y0 - 20, 0), (y0 + 20, 0), (y1 + 20, 440), (y1 - 20, 440)]).close().extrude(16))

def bar(x, l, y, z, d):
    return cq.Workplane("YZ").workplane(offset=x).center(y, z).circle(d / 2).extrude(l)

zc = 440 * 160 / 240
rear = leg(-206, -160, 80).union(leg(190, -160, 80)).union(bar(-206, 412, -130, 55, 22)).union(bar(-206, 412, 80, 435, 26))
front = leg(-190, 160, -80).union(leg(174, 160, -80)).union(bar(-190, 380, 130, 55, 22)).union(bar(-190, 380, -80, 435, 26))
for x in (-206, 174):
    hole = bar(x, 32, 0, zc, 16)
    rear, front = rear.cut(hole), front.cut(hole)
top = cq.Workplane("XY").box(420, 260, 32, centered=(True, True, False)).edges("|Z").fillet(20).translate((0, 0, 448))
top = top.cut(cq.Workplane("XY").workplane(offset=477).rarray(1, 25, 1, 9).rect(370, 8).extrude(5))
lower = cq.Workplane("XY").box(348, 120, 22, centered=(True, False, False)).translate((0, 50, 180))
lower = lower.cut(cq.Workplane("XY").workplane(offset=199).center(0, 115).rarray(1, 20, 1, 5).rect(300, 6).extrude(5))
pin = bar(0, 36, 0, zc, 16).union(bar(36, -4, 0, zc, 26))

fixture = (cq.Assembly(name="stool")
           .add(rear, name="rear_frame").add(front, name="front_frame")
           .add(top, name="top_step").add(lower, name="lower_step")
           .add(pin, name="pin_r", loc=cq.Location(cq.Vector(174, 0, 0)))
           .add(pin.mirror("YZ"), name="pin_l", loc=cq.Location(cq.Vector(-174, 0, 0))))
