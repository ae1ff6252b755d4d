import cadquery as cq

diameter = 32.0
height = 16.0
flat_at = 13.0  # from the axis
bore_d = 6.0
bore_depth = 10.0

waste = cq.Workplane("XY").box(diameter / 2, diameter, height, centered=(False, True, False))
waste = waste.translate((flat_at, 0, 0))
fixture = (
    cq.Workplane("XY")
    .circle(diameter / 2)
    .extrude(height)
    .cut(waste)
    .faces("<Z")
    .workplane(origin=(0, 0, 0))
    .circle(bore_d / 2).cutBlind(-bore_depth)
)
