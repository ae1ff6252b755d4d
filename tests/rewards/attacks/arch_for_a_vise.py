# An arch on a slab with a rod through it, and nothing to bolt down. Found by cadforge attack.
# task: bench_vise_simplified
# class: ok
# at most: 0.25
import cadquery as cq
fixture = cq.Workplane(cq.Solid.makeCylinder(18.525, 266, cq.Vector(), cq.Vector(1, 0, 0))).translate((29.12, 101.5, 111.825))
fixture = fixture.union(cq.Workplane(cq.Solid.makeCylinder(75, 140, cq.Vector(), cq.Vector(0, 1, 0))).translate((133, 0, 75)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(33.75, 140, cq.Vector(), cq.Vector(0, 1, 0))).translate((140, 0, 116.25)))
fixture = fixture.union(cq.Workplane(cq.Solid.makeCylinder(15, 84, cq.Vector(), cq.Vector(0, 1, 0))).translate((146.72, 28, 75)))
fixture = fixture.union(cq.Workplane().box(182, 140, 21.6, centered=False).translate((90.72, 0, 0)))
