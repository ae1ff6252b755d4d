# A filled surface with thickness, and a face made of edges.
import cadquery as cq

edges = [
    cq.Edge.makeLine(cq.Vector(*a), cq.Vector(*b))
    for a, b in [((0, 0, 0), (20, 0, 0)), ((20, 0, 0), (20, 20, 4)), ((20, 20, 4), (0, 20, 0)), ((0, 20, 0), (0, 0, 0))]
]
plate = cq.Workplane("XY").interpPlate(edges, [(10, 10, 3)], 1.0)
result = plate
