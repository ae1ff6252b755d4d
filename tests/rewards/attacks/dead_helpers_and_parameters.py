# Helpers that nobody calls and numbers that nobody uses.
# task: table:5
# class: ok
# at most: 0.25
import cadquery as cq

def p0():
    return 0
def p1():
    return 1
def p2():
    return 2
def p3():
    return 3
def p4():
    return 4
def p5():
    return 5
def p6():
    return 6
def p7():
    return 7
n0 = 0
n1 = 1
n2 = 2
n3 = 3
n4 = 4
n5 = 5
n6 = 6
n7 = 7
n8 = 8
n9 = 9

fixture = cq.Workplane().box(790, 440, 750)
