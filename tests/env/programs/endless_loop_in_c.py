# One call that computes for minutes without coming back to Python.
# ends: timeout
# wall_seconds: 2
import cadquery as cq

plate = cq.Workplane().rect(600, 600).extrude(5)
fixture = plate.faces(">Z").workplane().rarray(4, 4, 140, 140).circle(1.5).cutThruAll()
