"""Who signs a decision in the name of the college. Algemene wet bestuursrecht title 10.1."""

from meedoen.recht.engine import regel


@regel("Algemene wet bestuursrecht 10:6 lid 1")
def moet_besluit_door_tweede_worden_getoetst(vier_ogen_besluit: bool) -> bool:
    """The college may instruct who decides in its name: does a second person check what the first proposes?"""
    return vier_ogen_besluit
