import cadquery as cq
fixture = (
    cq.Workplane("XY").box(180, 180, 30)
    .faces(">Z").workplane().hole(40)
    .faces(">Z").workplane().polarArray(65, 0, 360, 12).hole(16)
)
