import cadquery as cq

# Hat-section bracket: U opens towards -Y, ears at the front, servo screwed through the cheeks.
t = 4.0
inner_w = 42.0
half_in = inner_w / 2
half_out = half_in + t
ear_x = 40.0
h = 55.0
y_front, y_web, y_rib = -30.0, 26.0, 30.0

hat = (cq.Workplane("XY", origin=(0, 0, -h / 2))
       .polyline([(-ear_x, y_front), (-half_in, y_front), (-half_in, y_web - t), (half_in, y_web - t),
                  (half_in, y_front), (ear_x, y_front), (ear_x, y_front + t), (half_out, y_front + t),
                  (half_out, y_web), (-half_out, y_web), (-half_out, y_front + t), (-ear_x, y_front + t)])
       .close().extrude(h))
hat = hat.edges("|Z").edges(">Y").fillet(3)
hat = hat.edges("|Y").edges("<X or >X").fillet(6)

# stiffening rib on the outside of the web, full width, tapered ends
rib = (cq.Workplane("XY", origin=(0, 0, -3))
       .polyline([(-half_out + 3, y_web - 1), (half_out - 3, y_web - 1), (half_out - 8, y_rib), (-half_out + 8, y_rib)])
       .close().extrude(6))
fixture = hat.union(rib)

# four servo screw holes, two per cheek
fixture = fixture.cut(
    cq.Workplane("YZ").pushPoints([(-6, -14), (-6, 14)]).circle(1.7).extrude(half_out + 1, both=True))
# ear mounting slots
fixture = fixture.cut(
    cq.Workplane("XZ", origin=(0, y_front + t + 1, 0))
    .pushPoints([(x, z) for x in (-33, 33) for z in (-17, 17)]).slot2D(9, 4.4, 90).extrude(t + 2))
# cable relief: U-shaped notch in the lower edge of the web
notch = (cq.Workplane("XZ", origin=(0, y_rib + 1, 0)).center(0, -h / 2)
         .rect(14, 24).extrude(t + 8).edges("|Y and >Z").fillet(5))
fixture = fixture.cut(notch)
# access hole for the horn screw above the rib
fixture = fixture.cut(cq.Workplane("XZ", origin=(0, y_web + 1, 0)).center(0, 15).circle(5).extrude(t + 2))
