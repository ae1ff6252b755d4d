import cadquery as cq

belt_d, belt_w = 80.0, 25.0
flange_d, flange_t = 90.0, 3.0
bore_d = 12.0
hub_d, rim_d = 28.0, 66.0
recess = 10.0

width = belt_w + 2 * flange_t
half_section = [
    (bore_d / 2, 0),
    (hub_d / 2, 0),
    (hub_d / 2, recess),
    (rim_d / 2, recess),
    (rim_d / 2, 0),
    (flange_d / 2, 0),
    (flange_d / 2, flange_t),
    (belt_d / 2, flange_t),
    (belt_d / 2, width - flange_t),
    (flange_d / 2, width - flange_t),
    (flange_d / 2, width),
    (rim_d / 2, width),
    (rim_d / 2, width - recess),
    (hub_d / 2, width - recess),
    (hub_d / 2, width),
    (bore_d / 2, width),
]
fixture = cq.Workplane("XZ").polyline(half_section).close().revolve(360, (0, 0, 0), (0, 1, 0))
