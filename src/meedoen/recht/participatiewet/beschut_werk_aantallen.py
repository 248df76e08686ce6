"""How many jobs in beschut werk a municipality must realise, and whether it did. Participatiewet 10b lid 4, 5 and 6."""

from meedoen.recht.engine import Aantal, Lijst, UrenPerWeek, Verhouding, geen, regel, rond_op_helen


@regel("Participatiewet 10b lid 4 onderdeel c (oud)", tot="2017-01-01")
def aantal_te_realiseren_beschut_werk__2015(omvang_beschut_werk: Aantal) -> Aantal:
    """In 2015 and 2016 the size of the offer was what the council settled in its ordinance."""
    return omvang_beschut_werk


@regel("Participatiewet 10b lid 4 en 5", vanaf="2017-01-01")
def aantal_te_realiseren_beschut_werk__2017(
    aantal_beschut_werk_ministeriele_regeling: Aantal, hoger_aantal_beschut_werk: Aantal
) -> Aantal:
    """Since 2017 the number of the ministerial regulation, or the higher number that the council set."""
    return max(aantal_beschut_werk_ministeriele_regeling, hoger_aantal_beschut_werk)


@regel("Participatiewet 10b lid 6")
def aantal_nog_te_realiseren_beschut_werk(
    aantal_te_realiseren_beschut_werk: Aantal, aantal_dienstbetrekkingen_beschut_werk: Aantal
) -> Aantal:
    """How many jobs are still to be realised; never less than none."""
    return max(0, aantal_te_realiseren_beschut_werk - aantal_dienstbetrekkingen_beschut_werk)


@regel("Participatiewet 10b lid 6")
def is_aantal_beschut_werk_gerealiseerd(aantal_nog_te_realiseren_beschut_werk: Aantal) -> bool:
    """Is the number reached? Then the college need not offer any more of it."""
    return aantal_nog_te_realiseren_beschut_werk == 0


@regel("Participatiewet 10b lid 4")
def aantal_plekken_beschut_werk(contracten_beschut_werk: Lijst, uren_per_plek_beschut_werk: UrenPerWeek) -> Verhouding:
    """The jobs counted in places of the size that the state reckons with."""
    return sum(contract.uren_per_week for contract in contracten_beschut_werk) / uren_per_plek_beschut_werk


@regel("Participatiewet 10b lid 4", tot="2017-01-01")
def aantal_beschut_werk_volgens_verdeelsleutel__2015() -> Aantal:
    """Before 2017 there was no number per municipality."""
    return geen("Tot 2017 was er geen aantal per gemeente.", "Participatiewet 10b lid 4")


@regel(
    "Participatiewet 10b lid 4",
    vanaf="2017-01-01",
    tot="2019-01-01",
    geverifieerd=False,
    waarom="de verdeelsleutel staat in een antwoord op Kamervragen (24 april 2018), niet in de regeling; hoe er wordt "
    "afgerond is niet gevonden",
)
def aantal_beschut_werk_volgens_verdeelsleutel__2017(
    aandeel_in_instroom_wsw_en_wajong: Verhouding, landelijk_aantal_beschut_werk: Aantal
) -> Aantal:
    """The share of the municipality in the inflow of 2012-2014 on the Wsw waiting list and in the Wajong
    werkregeling, of the national number of the year.
    """
    return rond_op_helen(aandeel_in_instroom_wsw_en_wajong * landelijk_aantal_beschut_werk)


@regel("Participatiewet 10b lid 4", vanaf="2019-01-01")
def aantal_beschut_werk_volgens_verdeelsleutel__2019() -> Aantal:
    """The national numbers and the key of later years were not found."""
    return geen(
        "De landelijke aantallen en de verdeelsleutel na 2018 zijn niet gevonden; neem het aantal uit de regeling.",
        "Participatiewet 10b lid 4",
    )
