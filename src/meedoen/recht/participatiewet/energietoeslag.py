"""The one-off energietoeslag over 2022 and 2023, a form of bijzondere bijstand for a group. Participatiewet art. 35
lid 4 and 5, as they stood.

The college decides who has a low income and how much it pays. Only the law for 2023 excludes anybody itself.
"""

from meedoen.recht.engine import Geld, GeldPerMaand, Jaren, Procent, geen, regel


@regel("Participatiewet 35 lid 5", vanaf="2023-10-07", tot="2024-09-01")
def is_uitgesloten_van_energietoeslag_2023(
    leeftijd: Jaren, komt_in_aanmerking_voor_studiefinanciering: bool, heeft_alleen_een_briefadres: bool
) -> bool:
    """Who is 18, 19 or 20, can get studiefinanciering, or is registered with a briefadres only."""
    if leeftijd >= 18 and leeftijd <= 20:
        return True
    return komt_in_aanmerking_voor_studiefinanciering or heeft_alleen_een_briefadres


@regel("Participatiewet 35 lid 4", tot="2022-03-15")
def mag_energietoeslag_krijgen__2015() -> bool:
    """Before 15 March 2022 there was no energietoeslag."""
    return geen("De energietoeslag bestond nog niet.", "Participatiewet 35 lid 4 (sinds 15 maart 2022)")


@regel("Participatiewet 35 lid 4 (tekst 2022)", vanaf="2022-03-15", tot="2023-07-01")
def mag_energietoeslag_krijgen__2022(
    in_aanmerking_te_nemen_inkomen_per_maand: GeldPerMaand,
    bijstandsnorm_per_maand: GeldPerMaand,
    energietoeslag_2022_inkomensgrens: Procent,
) -> bool:
    """Over 2022: is the income at most the percentage of the norm that the college chose? The law excluded nobody;
    whom a policy left out is not computed here. Vermogen is not looked at.
    """
    return in_aanmerking_te_nemen_inkomen_per_maand <= energietoeslag_2022_inkomensgrens * bijstandsnorm_per_maand


@regel("Participatiewet 35 lid 4; Stb. 2023, 329", vanaf="2023-07-01", tot="2023-10-07")
def mag_energietoeslag_krijgen__2023_07() -> bool:
    """That over 2022 could be granted until 30 June 2023; the law for 2023 took effect on 7 October."""
    return geen(
        "Tussen 1 juli en 7 oktober 2023 kon geen energietoeslag worden verleend.",
        "Participatiewet 35 lid 4; Stb. 2023, 329",
    )


@regel("Participatiewet 35 lid 4 onderdeel b en lid 5", vanaf="2023-10-07", tot="2024-09-01")
def mag_energietoeslag_krijgen__2023_10(
    is_uitgesloten_van_energietoeslag_2023: bool,
    in_aanmerking_te_nemen_inkomen_per_maand: GeldPerMaand,
    bijstandsnorm_per_maand: GeldPerMaand,
    energietoeslag_2023_inkomensgrens: Procent,
) -> bool:
    """Over 2023: not excluded by the law, and an income of at most the percentage of the norm that the college chose.
    Vermogen is not looked at.
    """
    if is_uitgesloten_van_energietoeslag_2023:
        return False
    return in_aanmerking_te_nemen_inkomen_per_maand <= energietoeslag_2023_inkomensgrens * bijstandsnorm_per_maand


@regel("Participatiewet 35 lid 4 onderdeel b", vanaf="2024-09-01")
def mag_energietoeslag_krijgen__2024() -> bool:
    """That over 2023 could be granted until 31 August 2024."""
    return geen(
        "Sinds 1 september 2024 kan geen energietoeslag meer worden verleend.",
        "Participatiewet 35 lid 4 onderdeel b",
    )


@regel("Participatiewet 35 lid 4 (tekst 2022)", tot="2023-10-07")
def energietoeslag__2022(mag_energietoeslag_krijgen: bool, energietoeslag_2022_bedrag: Geld) -> Geld:
    """The amount over 2022, once for the whole household."""
    return energietoeslag_2022_bedrag if mag_energietoeslag_krijgen else 0


@regel("Participatiewet 35 lid 4 onderdeel b", vanaf="2023-10-07")
def energietoeslag__2023(mag_energietoeslag_krijgen: bool, energietoeslag_2023_bedrag: Geld) -> Geld:
    """The amount over 2023, once for the whole household."""
    return energietoeslag_2023_bedrag if mag_energietoeslag_krijgen else 0
