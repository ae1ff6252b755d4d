# An arch on a slab with a rod through it, and nothing to bolt down. Found by cadforge attack.
# task: bench_vise_simplified
# class: ok
# at most: 0.25
import cadquery as cq
width_0 = 1
width_1 = 2
width_2 = 3
width_3 = 4
width_4 = 5
width_5 = 6
width_6 = 7
width_7 = 8
width_8 = 9
width_9 = 10
fixture = cq.Workplane(cq.Solid.makeCylinder(18.525, 266, cq.Vector(), cq.Vector(1, 0, 0))).translate((29.12, 101.5, 111.825))
fixture = fixture.union(cq.Workplane(cq.Solid.makeCylinder(75, 140, cq.Vector(), cq.Vector(0, 1, 0))).translate((133, 0, 75)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(33.75, 140, cq.Vector(), cq.Vector(0, 1, 0))).translate((140, 0, 116.25)))
fixture = fixture.union(cq.Workplane(cq.Solid.makeCylinder(15, 84, cq.Vector(), cq.Vector(0, 1, 0))).translate((146.72, 28, 75)))
fixture = fixture.union(cq.Workplane().box(182, 140, 21.6, centered=False).translate((90.72, 0, 0)))
fixture = fixture.translate((0, 0, 0 + width_0 + width_1 + width_2 + width_3 + width_4 + width_5 + width_6 + width_7 + width_8 + width_9))
