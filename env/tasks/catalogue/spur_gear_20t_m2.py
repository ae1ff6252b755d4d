import cadquery as cq

teeth = 20
root_d, tip_d = 35.0, 44.0
start_r, start_w, tip_w = 17.0, 4.6, 1.6
face_w = 15.0
hub_d, overall = 24.0, 25.0
bore_d, key_w, key_h = 12.0, 4.0, 7.8

# Straight-flanked tooth: its corners lie at the start radius and at the tip, on lines across X.
tooth = (
    cq.Workplane("XY")
    .polyline([(start_r, -start_w / 2), (tip_d / 2, -tip_w / 2), (tip_d / 2, tip_w / 2), (start_r, start_w / 2)])
    .close()
    .extrude(face_w)
)
gear = cq.Workplane("XY").circle(root_d / 2).extrude(face_w)
for k in range(teeth):
    gear = gear.union(tooth.rotate((0, 0, 0), (0, 0, 1), k * 360 / teeth))
gear = gear.union(cq.Workplane("XY").circle(hub_d / 2).extrude(overall))
keyway = cq.Workplane("XY").rect(key_h, key_w).extrude(overall).translate((key_h / 2, 0, 0))
fixture = gear.cut(cq.Workplane("XY").circle(bore_d / 2).extrude(overall)).cut(keyway)
