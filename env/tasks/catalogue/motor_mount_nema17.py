import cadquery as cq

length, width, height = 50.0, 60.0, 60.0
thickness = 5.0
axis_z = 34.0
pilot_d = 22.0
screw_d, screw_pitch = 3.4, 31.0  # NEMA 17
bolt_d, bolt_x, bolt_pitch = 5.5, 35.0, 30.0
gusset_leg = 35.0

corner = (False, True, False)
face = cq.Workplane("XY").box(thickness, width, height, centered=corner)
face = face.faces(">X").workplane(origin=(0, 0, axis_z)).hole(pilot_d)
face = face.faces(">X").workplane(origin=(0, 0, axis_z)).rarray(screw_pitch, screw_pitch, 2, 2)
face = face.hole(screw_d)

base = cq.Workplane("XY").box(length, width, thickness, centered=corner)
base = base.faces(">Z").workplane(origin=(bolt_x, 0, 0)).rarray(1, bolt_pitch, 1, 2).hole(bolt_d)
fixture = face.union(base)

gusset = (
    cq.Workplane("XZ", origin=(thickness, 0, thickness))
    .lineTo(gusset_leg, 0)
    .lineTo(0, gusset_leg)
    .close()
    .extrude(thickness / 2, both=True)
)
for y in ((width - thickness) / 2, (thickness - width) / 2):
    fixture = fixture.union(gusset.translate((0, y, 0)))
