"""Deeds of decisions, suspensions and objections."""

from typing import Any

from meedoen.uitvoering.besluiten import acts, objections, suspensions
from meedoen.uitvoering.besluiten.case_facts import leg_zaakfeiten_vast
from meedoen.uitvoering.besluiten.models import Besluit, Bezwaar, NietGehoord, Opschorting, Procedure
from tests.uitvoering.proces.world import Wereld

VOORZIENING: list[dict[str, str]] = [
    {"soort": "voorziening", "instrument": "werkleerplekken"},
    {"soort": "voorziening", "instrument": "rijbewijs", "onbeloond_werk": "proefplaats"},
    {"soort": "voorziening"},
]


def aanvraag(wereld: Wereld) -> Any:
    """An application comes in."""
    return acts.vraag_aan(
        persoon=wereld.een([*wereld.personen[:3] * 3, *wereld.personen]),
        **wereld.kies(
            [*[{"soort": "bijstand"}] * 12, {"soort": "ontheffing"}, {"soort": "inkomenstoeslag"}, *VOORZIENING]
        ),
        aangevraagd_op=wereld.dag(0, 0, 0, -10, 3),
        ingangsdatum=wereld.dag(0, 0, 0, -3, -40, 900),
        **wereld.wie(),
    )


def noodzaak(wereld: Wereld) -> Any:
    """Whether an instrument is needed is judged, and what decides who gets support is known."""
    rij = wereld.een(Procedure.objects.filter(soort=Procedure.Soort.VOORZIENING))
    ja = {"voorziening_is_noodzakelijk": wereld.kies([True, True, False]), "voorziening_past_in_verordening": True}
    return leg_zaakfeiten_vast(procedure=rij, waarden=ja, **wereld.wie())


def _open(wereld: Wereld, *standen: str) -> Procedure:
    """Mostly one that waits for this step."""
    is_passend = wereld.kies([True] * 5 + [False])
    rijen = Procedure.objects.filter(stand__in=standen) if is_passend else Procedure.objects.all()
    gevonden: Procedure = wereld.een(rijen)
    return gevonden


def voorstel(wereld: Wereld) -> Any:
    """The proposal is computed."""
    rij = _open(wereld, "in_behandeling", "voorstel")
    return acts.stel_voor(procedure=rij, versie=wereld.versie(rij), motivering="Zo is het.", **wereld.wie())


def toets(wereld: Wereld) -> Any:
    """The proposal goes to who checks it."""
    rij = _open(wereld, "voorstel")
    return acts.leg_ter_toets_voor(procedure=rij, versie=wereld.versie(rij), **wereld.wie())


def terug(wereld: Wereld) -> Any:
    """The proposal goes back to who made it."""
    rij = _open(wereld, "ter_toets")
    opmerking = wereld.kies(["Reken het inkomen na.", ""])
    wie = wereld.wie(wereld.tekenaar())
    return acts.stuur_terug(procedure=rij, versie=wereld.versie(rij), opmerking=opmerking, **wie)


def ondertekening(wereld: Wereld) -> Any:
    """The decision is signed."""
    rij = _open(wereld, "ter_toets")
    return acts.onderteken(procedure=rij, versie=wereld.versie(rij), **wereld.wie(wereld.tekenaar()))


def intrekking(wereld: Wereld) -> Any:
    """An application is taken back."""
    rij = _open(wereld, "in_behandeling")
    reden = wereld.kies(["Wil niet meer.", ""])
    return acts.trek_in(procedure=rij, versie=wereld.versie(rij), motivering=reden, **wereld.wie())


def herziening(wereld: Wereld) -> Any:
    """A decision is looked at again."""
    besluit = wereld.een(Besluit.objects.all())
    vanaf = wereld.kies([besluit.vanaf, wereld.op, wereld.dag(30)])
    return acts.herzie(besluit=besluit, ingangsdatum=vanaf, grond="inlichtingen", **wereld.wie())


def opschorting(wereld: Wereld) -> Any:
    """The term to decide stands still."""
    return suspensions.schort_op(
        procedure=wereld.een(Procedure.objects.all()),
        reden="aanvullen",
        toelichting="Bankafschriften gevraagd.",
        gevraagd_op=wereld.dag(0, -2, 4, -500),
        uiterlijk=wereld.dag(14, -1),
        **wereld.wie(),
    )


def hervatting(wereld: Wereld) -> Any:
    """The term to decide runs again."""
    gevonden = wereld.een(Opschorting.objects.all())
    return suspensions.beeindig_opschorting(opschorting=gevonden, tot=wereld.dag(0, -1, 3, 1), **wereld.wie())


def bezwaar(wereld: Wereld) -> Any:
    """An objection comes in."""
    return objections.neem_bezwaar_in(
        besluit=wereld.een(Besluit.objects.all()),
        ontvangen_op=wereld.dag(0, 0, -100),
        gronden=wereld.kies(["Het inkomen klopt niet.", ""]),
        **wereld.wie(),
    )


def verdaging(wereld: Wereld) -> Any:
    """The decision on an objection is put off."""
    rij: Bezwaar = wereld.een(Bezwaar.objects.all())
    return objections.verdaag(bezwaar=rij, versie=wereld.versie(rij), weken=wereld.kies([6, 7, 0]), **wereld.wie())


def beslissing(wereld: Wereld) -> Any:
    """An objection is decided."""
    rij: Bezwaar = wereld.een(Bezwaar.objects.all())
    return objections.beslis_op_bezwaar(
        bezwaar=rij,
        versie=wereld.versie(rij),
        uitkomst=wereld.kies(["ongegrond", "niet_ontvankelijk"]),
        motivering=wereld.kies(["Zo is het.", "Zo is het.", ""]),
        niet_gehoord_wegens=wereld.kies([*NietGehoord.values, ""]),
        **wereld.wie(wereld.tekenaar()),
    )


BESLUITEN = {
    aanvraag: 6,
    noodzaak: 1,
    voorstel: 6,
    toets: 6,
    terug: 3,
    ondertekening: 6,
    intrekking: 1,
    herziening: 2,
} | {
    opschorting: 2,
    hervatting: 2,
    bezwaar: 4,
    verdaging: 4,
    beslissing: 4,
}
