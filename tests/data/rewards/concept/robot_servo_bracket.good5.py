import cadquery as cq
import math

# for a standard servo, body 40.5 x 20 x 38, laid with its length on X
L, W, H = 80.0, 60.0, 55.0
SERVO_L, SERVO_W = 41.0, 20.6
T = 4.0
EAR_T = 5.0
HOLE_D, HOLE_PX, HOLE_PY = 4.3, 49.5, 10.0
MOUNT_D = 5.2

cradle_l = SERVO_L + 2 * T

# base plate with mounting ears in Y
base = cq.Workplane("XY").box(cradle_l, W, T, centered=(True, True, False)).edges("|Z").fillet(6)
# U: floor and two walls (at the ends of the servo in X)
u = (
    cq.Workplane("XZ")
    .polyline([
        (-cradle_l / 2, 0), (cradle_l / 2, 0), (cradle_l / 2, H), (SERVO_L / 2, H),
        (SERVO_L / 2, T), (-SERVO_L / 2, T), (-SERVO_L / 2, H), (-cradle_l / 2, H),
    ]).close().extrude((SERVO_W + 8) / 2, both=True)
)
body = base.union(u)

# ears on top at both sides: the servo's lugs are screwed on here
for s in (-1, 1):
    ear = (
        cq.Workplane("XY").box((L - SERVO_L) / 2, SERVO_W + 8, EAR_T, centered=(True, True, False))
        .edges("|Z and " + (">X" if s > 0 else "<X")).fillet(4)
        .translate((s * (L + SERVO_L) / 4, 0, H - EAR_T))
    )
    # stiffening rib under the ear, down the wall
    rib = (
        cq.Workplane("XZ")
        .polyline([(s * (cradle_l / 2 - 1), 6), (s * (L / 2 - 4), H - EAR_T + 1), (s * (cradle_l / 2 - 1), H - EAR_T + 1)])
        .close().extrude(2, both=True)
    )
    body = body.union(ear).union(rib)

screws = cq.Workplane("XY").rect(HOLE_PX + 6, HOLE_PY + 4, forConstruction=True).vertices().circle(HOLE_D / 2).extrude(EAR_T + 4)
body = body.cut(screws.translate((0, 0, H - EAR_T - 3)))

# cable notch in the +X wall near the floor, beside the rib
notch = cq.Workplane("YZ").center(7, T + 7).slot2D(12, 7, 90).extrude(12).translate((cradle_l / 2 - 8, 0, 0))
body = body.cut(notch)

# mounting holes of the bracket in the base wings
body = body.cut(
    cq.Workplane("XY").rect(cradle_l - 18, W - 14, forConstruction=True).vertices().circle(MOUNT_D / 2).extrude(T)
)
# weight relief in the floor
fixture = body.cut(cq.Workplane("XY").slot2D(24, 12).extrude(T))
