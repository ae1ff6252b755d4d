import cadquery as cq

# Both parts by shelling, the lid upside down and then turned over.
box = cq.Workplane("XY").box(90, 60, 30, centered=False).faces(">Z").shell(-3)
lid = (
    cq.Workplane("XY").box(90, 60, 3, centered=False)
    .faces(">Z").workplane(centerOption="CenterOfBoundBox")
    .rect(83.6, 53.6).rect(79.6, 49.6).extrude(4)
)
lid = lid.rotate((45, 30, 0), (46, 30, 0), 180).translate((0, 0, 33.2))
result = cq.Workplane(obj=cq.Compound.makeCompound([box.val(), lid.val()]))
