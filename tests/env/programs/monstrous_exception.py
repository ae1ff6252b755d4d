# An exception that cannot be printed and has ten million characters.
# ends: exception:Monster
class Monster(Exception):
    def __str__(self):
        raise KeyboardInterrupt


raise Monster("x" * 10_000_000)
