# A pillow block: one fluent chain with selectors, counterbores and fillets.
import cadquery as cq

length, width, height = 60.0, 80.0, 12.0
bore, bolt_circle = 22.0, 12.0
result = (
    cq.Workplane("XY")
    .box(length, width, height)
    .faces(">Z")
    .workplane()
    .hole(bore)
    .faces(">Z")
    .workplane()
    .rect(length - bolt_circle, width - bolt_circle, forConstruction=True)
    .vertices()
    .cboreHole(2.4, 4.4, 2.1)
    .edges("|Z")
    .fillet(3.0)
    .faces("<Z")
    .chamfer(0.5)
)
