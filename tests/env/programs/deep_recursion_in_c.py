# Uses the whole C stack, which Python's own limit would have prevented.
# ends: killed
import sys

sys.setrecursionlimit(1 << 30)


def deeper(n):
    return max([n], key=deeper)


deeper(0)
