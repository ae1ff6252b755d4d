# A viewer that is not installed, and a main guard.
import cadquery as cq

try:
    from ocp_vscode import show
except ImportError:
    show = None


def main():
    wheel = cq.Workplane("XZ").moveTo(5, 0).lineTo(20, 0).lineTo(20, 4).threePointArc((12, 6), (5, 12)).close()
    return wheel.revolve(360, (0, 0, 0), (0, 1, 0))


if __name__ == "__main__":
    result = main()
    if show:
        show(result)
