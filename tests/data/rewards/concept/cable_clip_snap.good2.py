import cadquery as cq

# Cable runs along X, saddle and two cantilever arms in the middle of the pad,
# origin in the centre of the envelope.
L, W, H = 45, 28, 22
T = 4
ARM_T, ARM_LEN = 2.2, 24
GAP = 14            # inside distance between arms
R = GAP / 2
z0 = -H / 2
z_top = H / 2
zc = z0 + T + 1.5 + R      # channel axis


def prism(pts, length):
    return cq.Workplane("YZ").polyline(pts).close().extrude(length / 2, both=True)


pad = cq.Workplane("XY", origin=(0, 0, z0)).rect(L, W).extrude(T).edges("|Z").fillet(3)

# rounded seat
seat = cq.Workplane("XY", origin=(0, 0, z0 + T)).rect(ARM_LEN, GAP).extrude(1.5 + R * 0.55)
seat = seat.cut(cq.Workplane("YZ", origin=(-L, 0, zc)).circle(R).extrude(2 * L))


def arm(s):
    y = GAP / 2
    hook = [
        (s * y, z0 + T - 0.5),
        (s * y, z_top - 5.2),
        (s * (y - 2.0), z_top - 4.0),     # retaining undercut
        (s * (y - 2.0), z_top - 3.4),
        (s * (y + 1.0), z_top),           # lead-in chamfer
        (s * (y + ARM_T), z_top),
        (s * (y + ARM_T), z0 + T - 0.5),
    ]
    a = prism(hook, ARM_LEN)
    # root gusset outside, only in the lowest part so the arm stays flexible
    g = prism([(s * (y + ARM_T), z0 + T - 0.2), (s * (y + ARM_T + 2.5), z0 + T - 0.2), (s * (y + ARM_T), z0 + T + 3)], ARM_LEN)
    # middle slot splits the arm into two springy fingers
    slot = cq.Workplane("XY", origin=(0, s * (y + ARM_T / 2), z0 + T + 6.0)).rect(3, 3 * ARM_T).extrude(H)
    return a.cut(slot).union(g)


body = pad.union(seat).union(arm(1)).union(arm(-1))

# countersunk screw hole through the channel floor, head hidden below the cable
body = body.cut(cq.Workplane("XY", origin=(0, 0, z0 - 1)).circle(2.1).extrude(T + 6))
head = cq.Workplane("XY", origin=(0, 0, z0 + 2.6)).circle(2.1).workplane(offset=3).circle(5.0).loft()
body = body.cut(head)

fixture = body.faces("<Z").edges("<X or >X").chamfer(0.5)
