# String selectors with and, or, not, indices, and selector objects added together.
import cadquery as cq
from cadquery.selectors import BoxSelector, NearestToPointSelector

part = cq.Workplane("XY").box(40, 30, 20).faces("+Z").shell(-3)
part = part.edges("|Z and (>X or <X) and (not #Z)").chamfer(1.0)
part = part.faces("<Z[0]").workplane(centerOption="CenterOfMass").rarray(12, 10, 2, 2).hole(3)
part = part.edges(BoxSelector((-25, -20, 9), (25, 20, 11))).fillet(0.6)
result = part.faces(NearestToPointSelector((0, 0, -10))).workplane(invert=True).circle(5).cutBlind(-1)
