import cadquery as cq

wire_d = 4.0
mean_d = 30.0
pitch = 8.0
turns = 6

helix = cq.Wire.makeHelix(pitch, turns * pitch, mean_d / 2)
start = cq.Plane(origin=(mean_d / 2, 0, 0), xDir=(1, 0, 0), normal=helix.tangentAt(0))
fixture = cq.Workplane(start).circle(wire_d / 2).sweep(cq.Workplane(obj=helix), isFrenet=True)
