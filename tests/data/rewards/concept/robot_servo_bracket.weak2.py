import cadquery as cq

# U-shaped cradle
cradle = cq.Workplane("XY").box(50, 60, 55)
cradle = cradle.cut(cq.Workplane("XY").box(42, 60, 55).translate((0, 0, 5)))
# side ears
ears = cq.Workplane("XY").box(80, 60, 5).translate((0, 0, -25))
bracket = cradle.union(ears)
# servo screw holes
holes = cq.Workplane("YZ").pushPoints([(-15, 15), (15, 15)]).circle(2).extrude(50, both=True)
bracket = bracket.cut(holes)
# cable notch
fixture = bracket.cut(cq.Workplane("XY").box(10, 12, 20).translate((0, 30, -25)))
