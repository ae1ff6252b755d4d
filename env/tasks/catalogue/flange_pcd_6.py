import cadquery as cq

disc_d, disc_t = 120.0, 14.0
raised_d, raised_h = 70.0, 4.0
bore_d = 50.0
bolt_d, pcd = 11.0, 90.0

fixture = (
    cq.Workplane("XY")
    .circle(disc_d / 2)
    .extrude(disc_t)
    .faces(">Z")
    .workplane()
    .polarArray(pcd / 2, 0, 360, 6)
    .hole(bolt_d)
    .faces(">Z")
    .workplane(origin=(0, 0, 0))
    .circle(raised_d / 2)
    .extrude(raised_h)
    .faces(">Z")
    .workplane()
    .hole(bore_d)
)
