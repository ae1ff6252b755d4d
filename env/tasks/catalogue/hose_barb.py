import cadquery as cq

bore_d = 6.0
flange_d, flange_h = 22.0, 5.0
neck_d, neck_h = 10.0, 5.0
barbs = 3
barb_d = 12.5  # at the foot; as thick as the neck on top
barb_h = 6.0

outside = [(flange_d / 2, 0), (flange_d / 2, flange_h)]
outside += [(neck_d / 2, flange_h), (neck_d / 2, flange_h + neck_h)]
z = flange_h + neck_h
for _ in range(barbs):
    outside += [(barb_d / 2, z), (neck_d / 2, z + barb_h)]
    z += barb_h

half_section = [(bore_d / 2, 0)] + outside + [(bore_d / 2, z)]
fixture = cq.Workplane("XZ").polyline(half_section).close().revolve(360, (0, 0, 0), (0, 1, 0))
