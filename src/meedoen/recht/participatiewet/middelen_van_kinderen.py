"""What dependent children have counts for the family. Participatiewet art. 4 lid 1 c, 31 and 34.

Nobody is asked about the means of every child: a child has none unless it is said that it has.
"""

from meedoen.recht.engine import Geld, GeldPerMaand, Kinderen, Lijst, Medebewoners, regel


@regel("Participatiewet 31 lid 1 en lid 2 onderdeel h, 32 lid 1")
def inkomen_als_kind_per_maand(
    kind_heeft_eigen_middelen: bool,
    inkomsten: Lijst,
    inkomsten_buiten_de_middelen_per_maand: GeldPerMaand,
    vrijlating_giften_per_maand: GeldPerMaand,
    inkomen_per_maand: GeldPerMaand,
) -> GeldPerMaand:
    """The income of a dependent child: not what it earns, nor a benefit for unemployment or incapacity, nor gifts as
    far as they are left out; stated by kind, or else as the one amount that counts.
    """
    if not kind_heeft_eigen_middelen:
        return 0
    if any(inkomst.bedrag_per_maand >= 0 for inkomst in inkomsten):
        telt_mee = sum(
            inkomst.bedrag_per_maand
            for inkomst in inkomsten
            if inkomst.soort_inkomen
            not in (
                "arbeid",
                "arbeid met loonkostensubsidie",
                "uitkering bij werkloosheid of arbeidsongeschiktheid",
            )
        )
        return max(0, telt_mee - inkomsten_buiten_de_middelen_per_maand - vrijlating_giften_per_maand)
    return inkomen_per_maand


@regel("Participatiewet 4 lid 1 onderdeel c, 31 lid 1")
def inkomen_van_kinderen_per_maand(medebewoners: Medebewoners, kinderen: Kinderen) -> GeldPerMaand:
    """The income of the dependent children of this person or his spouse. Whose children they are is asked only where
    a child in the dwelling has means.
    """
    if not any(m.kind_heeft_eigen_middelen for m in medebewoners):
        return 0
    return sum(kind.inkomen_als_kind_per_maand for kind in kinderen)


@regel("Participatiewet 34 lid 1 onderdeel a")
def vermogen_als_kind(kind_heeft_eigen_middelen: bool, eigen_vermogen: Geld) -> Geld:
    """The vermogen of a dependent child, if it is said to have any."""
    return eigen_vermogen if kind_heeft_eigen_middelen else 0


@regel("Participatiewet 4 lid 1 onderdeel c, 34 lid 1 onderdeel a")
def vermogen_van_kinderen(medebewoners: Medebewoners, kinderen: Kinderen) -> Geld:
    """The vermogen of the dependent children of this person or his spouse."""
    if not any(m.kind_heeft_eigen_middelen for m in medebewoners):
        return 0
    return sum(kind.vermogen_als_kind for kind in kinderen)


@regel("Participatiewet 34 lid 1 onderdeel b en lid 4 (oud)", tot="2026-01-01")
def verkregen_vermogen_als_kind(kind_heeft_eigen_middelen: bool, verkregen_vermogen: Geld) -> Geld:
    """Until 2026: the vermogen that a dependent child received during the bijstand, if it is said to have means."""
    return verkregen_vermogen if kind_heeft_eigen_middelen else 0


@regel("Participatiewet 4 lid 1 onderdeel c, 34 lid 1 onderdeel b en lid 4 (oud)", tot="2026-01-01")
def verkregen_vermogen_van_kinderen(medebewoners: Medebewoners, kinderen: Kinderen) -> Geld:
    """Until 2026: the vermogen that the dependent children of the family received during bijstand."""
    if not any(m.kind_heeft_eigen_middelen for m in medebewoners):
        return 0
    return sum(kind.verkregen_vermogen_als_kind for kind in kinderen)
