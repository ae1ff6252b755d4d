import cadquery as cq

base_w, depth, base_t = 120.0, 80.0, 6.0
fins, fin_t, fin_pitch = 12, 2.0, 10.0
height = 30.0
cross_cut = 8.0
hole_d, hole_x, hole_y = 4.2, 50.0, 30.0

sink = cq.Workplane("XY").box(base_w, depth, base_t, centered=(True, True, False))
fin_row = (
    cq.Workplane("XY")
    .workplane(offset=base_t)
    .rarray(fin_pitch, 1, fins, 1)
    .rect(fin_t, depth)
    .extrude(height - base_t)
)
channel = cq.Workplane("XY").workplane(offset=base_t).rect(base_w, cross_cut).extrude(height - base_t)
sink = sink.union(fin_row.cut(channel))
fixture = sink.faces("<Z").workplane(origin=(0, 0, 0)).rect(2 * hole_x, 2 * hole_y, forConstruction=True).vertices().hole(hole_d)
