# Two bars beside round stubs, no palm between them. Found by cadforge attack.
# task: robot_gripper_two_finger
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
fixture = cq.Workplane(cq.Solid.makeCylinder(17.52, 39, cq.Vector(), cq.Vector(0, 0, 1))).translate((53.92, 111.96, 10.5))
fixture = fixture.add(cq.Workplane().box(154.4, 18, 58.26, centered=False).translate((0, 40.32, 4.86)))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(16, 51, cq.Vector(), cq.Vector(0, 0, 1))).translate((54.4, 33, 4.5)))
fixture = fixture.add(cq.Workplane().box(120, 24, 33, centered=False).translate((38.4, 96, 16.38)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(3.28, 60, cq.Vector(), cq.Vector(0, 1, 0))).translate((147.28, 57, 30)))
fixture = fixture.translate((0, 0, 0 + width_0 + width_1 + width_2 + width_3 + width_4 + width_5 + width_6 + width_7 + width_8 + width_9))
