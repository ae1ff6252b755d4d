# All shown objects count together; debug ones do not.
import cadquery as cq

left = cq.Workplane("XY").box(5, 5, 5).translate((-10, 0, 0))
right = cq.Workplane("XY").sphere(3).translate((10, 0, 0))
for name, part in {"left": left, "right": right}.items():
    show_object(part, name=name, options=dict(alpha=0.5, color=(64, 164, 223)))
debug(cq.Workplane("XY").box(100, 100, 100))
log("shown")
