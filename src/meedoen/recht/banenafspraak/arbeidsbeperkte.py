"""Who counts as arbeidsbeperkte for the banenafspraak and the quotum. Wfsv 38b; Besluit Wfsv 2.24-2.26."""

from meedoen.recht.engine import Keuze, geen, regel


@regel("Wfsv 38b", tot="2015-05-01")
def is_arbeidsbeperkte__2015() -> bool:
    """Article 38b took effect on 1 May 2015."""
    return geen("De Wfsv kent arbeidsbeperkten pas sinds 1 mei 2015.", "Wfsv 38b")


@regel("Wfsv 38b lid 1 en 2", vanaf="2015-05-01", tot="2017-01-01")
def is_arbeidsbeperkte__2015_mei(
    is_arbeidsbeperkte_door_toeleiding: bool,
    heeft_wsw_indicatie: bool,
    is_wajonger_met_mogelijkheden: bool,
    voldoet_aan_indicatie_banenafspraak: bool,
    is_jonggehandicapt_met_voorziening: bool,
) -> bool:
    """One of four groups, or disabled from youth and unable to earn the minimum wage without a provision."""
    if is_arbeidsbeperkte_door_toeleiding or heeft_wsw_indicatie or is_wajonger_met_mogelijkheden:
        return True
    return voldoet_aan_indicatie_banenafspraak or is_jonggehandicapt_met_voorziening


@regel("Wfsv 38b lid 1 en 2", vanaf="2017-01-01", tot="2020-01-01")
def is_arbeidsbeperkte__2017(
    vastgesteld_uitsluitend_beschut: bool,
    is_arbeidsbeperkte_door_toeleiding: bool,
    heeft_wsw_indicatie: bool,
    is_wajonger_met_mogelijkheden: bool,
    voldoet_aan_indicatie_banenafspraak: bool,
    is_jonggehandicapt_met_voorziening: bool,
) -> bool:
    """Since 2017 nobody counts of whom the college determined that he can only work in beschut werk."""
    if vastgesteld_uitsluitend_beschut:
        return False
    if is_arbeidsbeperkte_door_toeleiding or heeft_wsw_indicatie or is_wajonger_met_mogelijkheden:
        return True
    return voldoet_aan_indicatie_banenafspraak or is_jonggehandicapt_met_voorziening


@regel("Wfsv 38b lid 1, 2 en 6", vanaf="2020-01-01")
def is_arbeidsbeperkte__2020(
    vastgesteld_uitsluitend_beschut: bool,
    is_arbeidsbeperkte_door_toeleiding: bool,
    heeft_wsw_indicatie: bool,
    is_wajonger_met_mogelijkheden: bool,
    voldoet_aan_indicatie_banenafspraak: bool,
    is_jonggehandicapt_met_voorziening: bool,
    was_wsw_of_wajong_tussen_2013_en_mei_2015: bool,
    staat_nog_in_doelgroepregister: bool,
) -> bool:
    """Also whoever had a Wsw indication or Wajong from 2013 and no longer on 1 May 2015, and whoever is still in the
    register. Read in the text of 2020; Stb. 2019, 440 made parts of it work back.
    """
    if vastgesteld_uitsluitend_beschut:
        return False
    if is_arbeidsbeperkte_door_toeleiding or heeft_wsw_indicatie or is_wajonger_met_mogelijkheden:
        return True
    if voldoet_aan_indicatie_banenafspraak or is_jonggehandicapt_met_voorziening:
        return True
    return was_wsw_of_wajong_tussen_2013_en_mei_2015 or staat_nog_in_doelgroepregister


@regel("Wfsv 38b lid 1 onderdeel c")
def is_wajonger_met_mogelijkheden(
    heeft_recht_op_wajong: bool,
    heeft_recht_op_arbeidsondersteuning_wajong: bool,
    heeft_duurzaam_geen_mogelijkheden_tot_arbeidsparticipatie: bool,
) -> bool:
    """A benefit or arbeidsondersteuning of the Wajong, unless he permanently has no possibilities to work."""
    if not (heeft_recht_op_wajong or heeft_recht_op_arbeidsondersteuning_wajong):
        return False
    return not heeft_duurzaam_geen_mogelijkheden_tot_arbeidsparticipatie


@regel("Wfsv 38b lid 1 onderdeel a", tot="2017-01-01")
def is_arbeidsbeperkte_door_toeleiding__2015(
    wordt_toegeleid_door_college: bool, werkt_in_beschut_werk: bool, vaststelling_verdienvermogen: Keuze
) -> bool:
    """Led to a job by the college, not in beschut werk, and at its request UWV found that he cannot earn the
    minimum wage.
    """
    if not wordt_toegeleid_door_college or werkt_in_beschut_werk:
        return False
    return vaststelling_verdienvermogen == "door UWV op verzoek van het college"


@regel("Wfsv 38b lid 1 onderdeel a en e", vanaf="2017-01-01", tot="2018-01-01")
def is_arbeidsbeperkte_door_toeleiding__2017(
    wordt_toegeleid_door_college: bool, is_persoon_artikel_10d_lid_2: bool, vaststelling_verdienvermogen: Keuze
) -> bool:
    """Also when the college itself set a loonwaarde below the minimum wage (praktijkroute), and for anybody of whom
    UWV found it at his own request.
    """
    if vaststelling_verdienvermogen == "door UWV op eigen verzoek":
        return True
    if not (wordt_toegeleid_door_college or is_persoon_artikel_10d_lid_2):
        return False
    return vaststelling_verdienvermogen != "niet vastgesteld"


@regel("Wfsv 38b lid 1 onderdeel a en e", vanaf="2018-01-01")
def is_arbeidsbeperkte_door_toeleiding__2018(
    wordt_toegeleid_door_college: bool, is_persoon_artikel_10d_lid_2: bool, vaststelling_verdienvermogen: Keuze
) -> bool:
    """At his own request only when the college leads him to a job."""
    if wordt_toegeleid_door_college:
        return vaststelling_verdienvermogen != "niet vastgesteld"
    if not is_persoon_artikel_10d_lid_2:
        return False
    return vaststelling_verdienvermogen in ("door UWV op verzoek van het college", "loonwaarde van het college")
