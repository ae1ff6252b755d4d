"""A tray, from dataclasses with methods and a property."""
from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import List, Tuple

import cadquery as cq


@dataclass
class Post:
    x: float
    y: float
    diameter: float = 6.0
    bore: float = 2.5

    def solid(self, height: float) -> cq.Workplane:
        return cq.Workplane("XY").circle(self.diameter / 2).circle(self.bore / 2).extrude(height)


@dataclass
class Tray:
    length: float
    width: float
    wall: float = 2.0
    posts: List[Post] = field(default_factory=list)

    @property
    def inner(self) -> Tuple[float, float]:
        return self.length - 2 * self.wall, self.width - 2 * self.wall

    def build(self) -> cq.Workplane:
        body = cq.Workplane("XY").rect(self.length, self.width).extrude(15)
        body = body.faces(">Z").workplane().rect(*self.inner).cutBlind(-13)
        for post in self.posts:
            body = body.union(post.solid(8).translate((post.x, post.y, 0)))
        return body


tray = Tray(70, 50, posts=[Post(s * 25, t * 15) for s in (-1, 1) for t in (-1, 1)])
assert math.isclose(tray.inner[0], 66)
result = tray.build()
