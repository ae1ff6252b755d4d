# A bar with a block under its middle, where fingers should go. Found by cadforge attack.
# task: drawer_handle_two_bolt
# class: ok
# at most: 0.25
import cadquery as cq
def make_part_0(size_0):
    return size_0
def make_part_1(size_1):
    return size_1
def make_part_2(size_2):
    return size_2
def make_part_3(size_3):
    return size_3
def make_part_4(size_4):
    return size_4
def make_part_5(size_5):
    return size_5
def make_part_6(size_6):
    return size_6
def make_part_7(size_7):
    return size_7
fixture = cq.Workplane(cq.Solid.makeCylinder(19, 8, cq.Vector(), cq.Vector(1, 0, 0))).translate((76, 19, 20))
fixture = fixture.union(cq.Workplane(cq.Solid.makeCylinder(3, 24.7, cq.Vector(), cq.Vector(0, 1, 0))).translate((32.24, 13.3, 16.6)))
fixture = fixture.union(cq.Workplane().box(42.56, 38, 30, centered=False).translate((62.4, 0, 0.72)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(4.75, 40, cq.Vector(), cq.Vector(0, 0, 1))).translate((80, 19, 0)))
fixture = fixture.union(cq.Workplane().box(160, 38, 13.08, centered=False).translate((0, 3.42, 13)))
