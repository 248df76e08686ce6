"""A provision towards work that somebody asks for, or the college thinks of: can he claim it? Participatiewet art. 10.

The law leaves to the college whether the provision is needed; what the college offers stands in its ordinance.
"""

from typing import Literal

from meedoen.recht.engine import Keuze, regel


@regel("Participatiewet 7 lid 1 onderdeel a, 8a lid 1 onderdeel a en 10a", tot="2023-07-01")
def beoordeling_onbeloond_werk__2015(
    gevraagd_onbeloond_werk: Keuze, mag_werken_met_behoud_van_uitkering: bool, mag_participatieplaats: bool
) -> Literal["niet aan de orde", "toegestaan", "niet toegestaan"]:
    """Where the provision is unpaid work: do the conditions of that form hold? There was no proefplaats yet."""
    if gevraagd_onbeloond_werk == "geen":
        return "niet aan de orde"
    if gevraagd_onbeloond_werk == "werken met behoud van uitkering" and mag_werken_met_behoud_van_uitkering:
        return "toegestaan"
    if gevraagd_onbeloond_werk == "participatieplaats" and mag_participatieplaats:
        return "toegestaan"
    return "niet toegestaan"


@regel("Participatiewet 7 lid 1 onderdeel a, 8a lid 1 onderdeel a en lid 2 onderdeel d, 10a", vanaf="2023-07-01")
def beoordeling_onbeloond_werk__2023(
    gevraagd_onbeloond_werk: Keuze,
    mag_werken_met_behoud_van_uitkering: bool,
    mag_proefplaats: bool,
    mag_participatieplaats: bool,
) -> Literal["niet aan de orde", "toegestaan", "niet toegestaan"]:
    """The same, and since July 2023 of a proefplaats too."""
    if gevraagd_onbeloond_werk == "geen":
        return "niet aan de orde"
    if gevraagd_onbeloond_werk == "werken met behoud van uitkering" and mag_werken_met_behoud_van_uitkering:
        return "toegestaan"
    if gevraagd_onbeloond_werk == "proefplaats" and mag_proefplaats:
        return "toegestaan"
    if gevraagd_onbeloond_werk == "participatieplaats" and mag_participatieplaats:
        return "toegestaan"
    return "niet toegestaan"


@regel("Participatiewet 7 lid 1 onderdeel a en 10 lid 1")
def heeft_aanspraak_op_voorziening(
    heeft_aanspraak_op_ondersteuning: bool,
    verantwoordelijk_voor_ondersteuning: Keuze,
    voorziening_past_in_verordening: bool,
    voorziening_is_noodzakelijk: bool,
    beoordeling_onbeloond_werk: Keuze,
) -> bool:
    """The provision that the college judges necessary, by its ordinance, for somebody whom the college supports."""
    if not heeft_aanspraak_op_ondersteuning or verantwoordelijk_voor_ondersteuning != "college":
        return False
    if not voorziening_past_in_verordening or not voorziening_is_noodzakelijk:
        return False
    return beoordeling_onbeloond_werk != "niet toegestaan"
