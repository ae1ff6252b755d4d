import cadquery as cq
import math

A, B, C = (20, 20), (120, 160), (236, 70)

def link(p, q, w, y0, y1, d):
    l, a = math.dist(p, q), math.degrees(math.atan2(q[1] - p[1], q[0] - p[0]))
    s = cq.Workplane("XY").slot2D(l + w, w).extrude(y1 - y0)
    s = s.cut(cq.Workplane("XY").pushPoints([(-l / 2, 0), (l / 2, 0)]).circle(d / 2).extrude(y1 - y0))
    s = s.cut(cq.Workplane("XY").slot2D(l * 0.4, 8).extrude(y1 - y0))
    s = s.rotate((0, 0, 0), (0, 0, 1), a).rotate((0, 0, 0), (1, 0, 0), 90)
    return s.translate(((p[0] + q[0]) / 2, y1, (p[1] + q[1]) / 2))

def rod(p, d, y0, y1):
    return cq.Workplane("XZ", origin=(p[0], y1, p[1])).circle(d / 2).extrude(y1 - y0)

lower_a, lower_b = link(A, B, 40, 8, 18, 8), link(A, B, 40, -18, -8, 8)
upper = link(B, C, 32, -8, 8, 8)
spacer = rod(A, 36, -8, 8).cut(rod(A, 8, -8, 8))
pin1, pin2, pin3 = rod(A, 8, -24, 18), rod(B, 8, -24, 18), rod(C, 8, -18, 18)
knob1 = rod(A, 36, 18, 40).edges().fillet(2)
knob2 = rod(B, 36, 18, 40).edges().fillet(2)
cap1, cap2 = rod(A, 24, -40, -24), rod(B, 24, -30, -24)
b1, b2 = rod(A, 30, -24, -18).cut(rod(A, 8, -24, -18)), rod(B, 30, -24, -18).cut(rod(B, 8, -24, -18))
head = rod(C, 36, 8, 18).union(rod(C, 36, -18, -8)).cut(rod(C, 8, -20, 20))
for y in (-13, 13):
    head = head.union(cq.Workplane("XY").box(34, 10, 26).translate((C[0], y, C[1] - 20)).cut(rod(C, 8, -20, 20)))
head = head.union(cq.Workplane("XY").box(36, 36, 22).translate((C[0], 0, C[1] - 29)))
head = head.union(cq.Workplane("XY").circle(24).extrude(30).faces("<Z").workplane().hole(36, 22).translate((C[0], 0, 1)))
fixture = cq.Assembly()
for n, p in dict(lower_a=lower_a, lower_b=lower_b, upper=upper, spacer=spacer, pin1=pin1, pin2=pin2, pin3=pin3, knob1=knob1,
                 knob2=knob2, cap1=cap1, cap2=cap2, boss1=b1, boss2=b2, head=head).items():
    fixture.add(p, name=n)
