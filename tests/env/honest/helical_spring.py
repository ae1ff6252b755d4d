# A coil swept along a helix, and a thread-like ridge on a shaft.
import cadquery as cq

pitch, height, radius = 6.0, 18.0, 10.0
helix = cq.Wire.makeHelix(pitch, height, radius)
spring = cq.Workplane("XZ").center(radius, 0).circle(1.2).sweep(cq.Workplane(obj=helix), isFrenet=True)
shaft = cq.Workplane("XY").circle(4).extrude(20).translate((30, 0, 0))
thread = cq.Workplane("XY").parametricCurve(lambda t: (t * 3, t * t * 2, 0), start=0, stop=1)
result = spring.union(shaft)
