# A ring on a plate that stands on its edge. Found by cadforge attack.
# task: pipe_clamp_saddle
# class: ok
# at most: 0.25
import cadquery as cq
fixture = cq.Workplane(cq.Solid.makeCylinder(40, 72, cq.Vector(), cq.Vector(0, 0, 1))).translate((88, 47.12, 8))
fixture = fixture.union(cq.Workplane(cq.Solid.makeCylinder(24, 112, cq.Vector(), cq.Vector(1, 0, 0))).translate((24, 48, 40)))
fixture = fixture.union(cq.Workplane().box(160, 68, 20, centered=False).translate((8.32, 5.36, 0)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(37.72, 78.48, cq.Vector(), cq.Vector(0, 0, 1))).translate((80, 37.72, 0)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(6.2, 80, cq.Vector(), cq.Vector(0, 1, 0))).translate((52.48, 0, 6.2)))
