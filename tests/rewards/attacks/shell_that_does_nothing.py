# shell() of the wrong sign or size, which leaves the block as it is.
# task: box:4
# class: any
# at most: 0.25
import cadquery as cq

fixture = cq.Workplane().box(89, 70, 40)
try:
    fixture = fixture.shell(-60)
except Exception:
    pass
