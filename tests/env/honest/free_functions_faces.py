# Faces and solids from wires, extruded and lofted by free functions.
from cadquery.func import circle, compound, extrude, face, loft, plane, polygon, rect, segment, wire

outer = rect(20, 12)
plate = extrude(face(outer, circle(3)), (0, 0, 4))
tower = loft(rect(8, 8).moved(z=4), circle(2).moved(z=14), cap=True)
prism = extrude(face(polygon((30, 0, 0), (40, 0, 0), (35, 8, 0))), (0, 0, 5))
show_object(plate, "plate")
show_object(tower, "tower", options={"color": "red"})
show_object(prism)
