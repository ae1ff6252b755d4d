import cadquery as cq

result = (
    cq.Workplane("XY")
    .box(90, 60, 14)
    .faces(">Z")
    .shell(-3)
    .faces("<Z")
    .workplane(offset=-3)
    .rect(66, 36, forConstruction=True)
    .vertices()
    .circle(3.5)
    .extrude(-6)
)
holes = cq.Workplane("XY", origin=(0, 0, 2)).rect(66, 36, forConstruction=True).vertices()
result = result.cut(holes.circle(1.25).extrude(-5))
