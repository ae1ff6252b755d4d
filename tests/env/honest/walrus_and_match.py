# Python 3.10 and 3.11: match, walrus, context managers, enums, an iterator that ends.
import contextlib
import enum

import cadquery as cq


class Kind(enum.Enum):
    BOX = "box"
    BALL = "ball"


@contextlib.contextmanager
def said(word):
    print("begin", word)
    yield word
    print("end", word)


def make(kind, size):
    match kind:
        case Kind.BOX:
            return cq.Workplane().box(size, size, size)
        case Kind.BALL if (r := size / 2) > 1:
            return cq.Workplane().sphere(r)
        case _:
            raise ValueError(kind)


with said("parts") as word, contextlib.suppress(KeyError):
    parts = [make(kind, 6).translate((10 * i, 0, 0)) for i, kind in enumerate(Kind)]
pair = iter(parts)
result = next(pair)
while True:
    try:
        result = result.union(next(pair))
    except StopIteration:
        break
