import cadquery as cq

# Classic engineer's vise, centred at the origin (x +-140, y +-70, z +-75).
# Screw and slide run along X, the dynamic jaw is on the -X side, handle across Y.

def cx(r, x0, x1, y=0, z=0):
    return cq.Workplane("YZ", origin=(x0, y, z)).circle(r).extrude(x1 - x0)

# --- round swivel base with three lugs -----------------------------------
base = cq.Workplane("XY", origin=(50, 0, -75)).circle(55).extrude(14)
for x, y in ((118, 0), (25, 55), (25, -55)):
    lug = cq.Workplane("XY", origin=(x, y, -75)).circle(15).extrude(14)
    base = base.union(lug)
base = base.union(cq.Workplane("XY", origin=(70, 0, -75)).rect(96, 28).extrude(14))
for x, y in ((118, 0), (25, 55), (25, -55)):
    base = base.cut(cq.Workplane("XY", origin=(x, y, -80)).circle(5).extrude(30))
pedestal = (cq.Workplane("XY", origin=(50, 0, -62)).circle(46).workplane(offset=26).rect(76, 64).loft())

# --- fixed body: slide housing, jaw, anvil --------------------------------
housing = cq.Workplane("XY").box(130, 70, 64).edges("|X").fillet(6).translate((62, 0, -8))
anvil = cq.Workplane("XY").box(60, 60, 22).edges(">X and |Z").fillet(12).translate((110, 0, 28))
fixed_jaw = (cq.Workplane("XZ").polyline([(-2, 20), (-2, 75), (26, 75), (62, 38), (62, 20)]).close()
             .extrude(60, both=True).edges(">Z and |X").fillet(3))
fixed = base.union(pedestal).union(housing).union(anvil).union(fixed_jaw)
fixed = fixed.cut(cq.Workplane("XY").box(300, 46, 36).translate((0, 0, -10)))     # square bore for the slide

# --- moving jaw with box slide --------------------------------------------
front = (cq.Workplane("XZ").polyline([(-90, -42), (-52, -42), (-52, 20), (-36, 20), (-36, 75), (-60, 75), (-90, 30)])
         .close().extrude(34, both=True))
head = (cq.Workplane("XZ").polyline([(-70, 40), (-36, 40), (-36, 75), (-60, 75), (-70, 60)]).close().extrude(60, both=True))
slide = cq.Workplane("XY").box(180, 46, 36).translate((32, 0, -10))
slide = slide.cut(cq.Workplane("XY").box(190, 30, 16).translate((36, 0, -20)))     # open underside for screw
keys = cq.Workplane("XY").pushPoints([(-20, 21), (-20, -21)]).rect(64, 8).extrude(6).translate((0, 0, 8))  # guide rails
moving = front.union(head).union(slide).union(keys)

# --- jaw inserts -----------------------------------------------------------
for x in (-4, -34):
    ins = cq.Workplane("XY").box(6, 116, 26).translate((x, 0, 58))
    for y in range(-50, 51, 10):
        ins = ins.cut(cq.Workplane("XY").box(2, 2, 40).rotate((0, 0, 0), (0, 0, 1), 45).translate((x + (-3 if x > -10 else 3), y, 58)))
    fixed = fixed.union(ins) if x > -10 else fixed
    moving = moving.union(ins) if x < -10 else moving

# --- spindle, head and handle ----------------------------------------------
screw = cx(9, -120, 110, z=-18).union(cx(18, -98, -88, z=-18)).union(cx(15, -140, -112, z=-18))
handle = cq.Workplane("XZ", origin=(-126, 0, -18)).circle(5.5).extrude(68, both=True)
for y in (-63, 63):
    handle = handle.union(cq.Workplane("XZ", origin=(-126, y, -18)).circle(9).extrude(7, both=True).edges().chamfer(2))
nut = cq.Workplane("XY").box(24, 46, 24).translate((85, 0, -20))

arrow = (cq.Workplane("XZ", origin=(0, -34, 0)).polyline([(10, 0), (24, 8), (24, 3), (92, 3), (92, -3), (24, -3), (24, -8)])
         .close().extrude(2.5)).translate((0, 0, -8))
fixture = fixed.union(moving).union(screw).union(handle).union(nut).union(arrow)
