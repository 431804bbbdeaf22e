"""The run cannot go on: one clear line for the user, exit code 3."""


class SopKinerjaError(Exception):
    """What was found and what to do, in one Indonesian sentence or two."""


class RuangDipakai(SopKinerjaError):
    """Another run holds the workspace."""
