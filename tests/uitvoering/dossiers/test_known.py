"""What the register held at a moment: rows are as they were before later acts and imports, what came since is not.

Each act has a transaction of its own here, as in the service: the log ties changes to acts by their transaction.
"""

import datetime
from collections.abc import Callable
from contextlib import AbstractContextManager, contextmanager
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction

from meedoen.uitvoering.dossiers.calculation import bereken_dossier
from meedoen.uitvoering.dossiers.known import bekend_sinds, rijen_bekend_op, verlopen_sinds
from meedoen.uitvoering.dossiers.models import Bewoning, Inlezing, Persoon, Relatie
from meedoen.uitvoering.dossiers.queries import huishouden_op
from meedoen.uitvoering.dossiers.since import sindsdien
from meedoen.uitvoering.kern import clock
from meedoen.uitvoering.kern.events import schrijf_gebeurtenis
from meedoen.uitvoering.plaatsingen.models import Plaatsing
from tests.uitvoering import register
from tests.uitvoering.dossiers.household import feit, relatie, woont
from tests.uitvoering.register import ASSEN, dag

pytestmark = pytest.mark.django_db(transaction=True)
OP = dag("2026-01-01")
JANUARI, MAART, MEI = (datetime.datetime(2026, m, 1, 12, tzinfo=datetime.UTC) for m in (1, 3, 5))
Op = Callable[[datetime.datetime], AbstractContextManager[None]]


@pytest.fixture
def consulent(gebruiker: Callable[..., Any]) -> Any:
    register.gemeenten()
    return gebruiker("consulent", [ASSEN])


@pytest.fixture
def act(consulent: Any, monkeypatch: pytest.MonkeyPatch) -> Op:
    """`with act(moment)`: one act of the consulent at that moment, whatever it changes."""

    @contextmanager
    def op(moment: datetime.datetime) -> Any:
        with transaction.atomic(), monkeypatch.context() as patch:
            patch.setattr(clock, "nu", lambda: moment)
            yield
            schrijf_gebeurtenis(
                handeling="wijzig", onderwerp=consulent, door=consulent, op=moment.date(), gemeentecode=ASSEN
            )

    return op


def inlezing(moment: datetime.datetime, door: Any = None) -> Inlezing:
    """An import at a moment."""
    tellingen = dict.fromkeys(("rijen", "nieuw", "gewijzigd", "ongewijzigd", "geweigerd"), 1)
    return Inlezing.objects.create(
        bestand="register.csv", sha256="0" * 64, blad="bewoningen", begonnen_op=moment, door=door, **tellingen
    )


def test_a_row_is_as_it_was_before_each_act_that_changed_it(act: Op) -> None:
    with act(JANUARI):
        ik = woont(register.persoon())
    for moment, woning in ((MAART, "W2"), (MEI, "W3")):
        with act(moment):
            Bewoning.objects.update(woning=woning)
    uur = datetime.timedelta(hours=1)
    bekend = {
        moment: [rij.woning for rij in rijen_bekend_op(Bewoning, moment, persoon_id=[ik.pk])]
        for moment in (JANUARI - uur, JANUARI, MAART - uur, MAART, MEI)
    }
    assert [*bekend.values()] == [[], ["W1"], ["W1"], ["W2"], ["W3"]]
    assert bekend_sinds(ik) == JANUARI


def test_a_removed_row_comes_back_whole_and_one_that_moved_is_found_where_it_was(act: Op) -> None:
    with act(JANUARI):
        ik, ander = woont(register.persoon()), woont(register.persoon())
        register.gemeenten()
        plaatsing = Plaatsing.objects.create(
            nummer="PL1",
            persoon=ik,
            werkgever=register.werkgever(),
            soort="regulier",
            verband="in_dienst",
            contract="vast",
            vanaf=dag("2026-01-01"),
            uren_per_week=Decimal("32.50"),
            heeft_loonkostensubsidie=True,
        )
    with act(MAART):
        Bewoning.objects.filter(persoon=ander).delete()
        Bewoning.objects.filter(persoon=ik).update(woning="W2")
        Plaatsing.objects.all().delete()
    assert {rij.persoon_id for rij in rijen_bekend_op(Bewoning, JANUARI, woning=["W1"])} == {ik.pk, ander.pk}
    assert rijen_bekend_op(Bewoning, MAART, woning=["W1"]) == []
    (terug,) = rijen_bekend_op(Plaatsing, JANUARI, persoon_id=[ik.pk])
    for veld in Plaatsing._meta.concrete_fields:
        assert getattr(terug, veld.attname) == getattr(plaatsing, veld.attname), veld.attname


def test_what_an_import_brought_or_changed_since_was_not_known(act: Op, consulent: Any) -> None:
    eerste, tweede = inlezing(JANUARI), inlezing(MAART, consulent)
    with act(JANUARI):
        ik, ander = register.persoon(inlezing=eerste), register.persoon(inlezing=eerste)
        woont(ik)
        Bewoning.objects.update(inlezing=eerste)
    with act(MAART):
        Bewoning.objects.create(persoon=ander, woning="W1", vanaf=dag("2010-01-01"), inlezing=tweede)
        Bewoning.objects.filter(persoon=ik).update(straat="Fictiestraat", inlezing=tweede)
        Persoon.objects.filter(pk=ik.pk).update(inlezing=tweede)
    (toen,) = rijen_bekend_op(Bewoning, JANUARI, persoon_id=[ik.pk, ander.pk])
    assert (toen.persoon_id, toen.straat, toen.inlezing_id) == (ik.pk, "", eerste.pk)
    assert bekend_sinds(ik) == JANUARI
    (persoon,) = verlopen_sinds(Persoon, JANUARI, id=[ik.pk])
    assert not persoon.is_veranderd, "the same once more is no change"
    wie = {v.wie: (v.toen, v.door) for v in sindsdien([ik, ander], JANUARI) if v.wat == "Woning"}
    assert wie[str(ander)] == ("niet bekend", f"{consulent.username}, uit bestand register.csv")
    assert wie[str(ik)] == ("W1, vanaf 1 januari 2010", consulent.username)


def test_a_row_without_act_or_import_counts_as_known() -> None:
    register.gemeenten()
    ik = woont(register.persoon())
    assert bekend_sinds(ik) is None
    assert [rij.woning for rij in rijen_bekend_op(Bewoning, JANUARI, persoon_id=[ik.pk])] == ["W1"]


def test_household_relations_deaths_and_amounts_answer_for_both_dates(act: Op) -> None:
    with act(JANUARI):
        ik, partner, zoon = (
            woont(register.persoon(geboortedatum=dag(d))) for d in ("1980-01-01",) * 2 + ("2000-01-01",)
        )
        relatie(ik, partner, "partner")
        relatie(ik, zoon, "ouder")
    with act(MAART):
        Bewoning.objects.filter(persoon=zoon).update(tot=dag("2025-06-01"))
        Relatie.objects.filter(soort="partner").update(tot=dag("2025-12-01"))
        Persoon.objects.filter(pk=partner.pk).update(overleden_op=dag("2025-12-01"))
    toen, nu = huishouden_op(ik, OP, bekend_op=JANUARI), huishouden_op(ik, OP)
    assert (toen.personen, toen.partner_van(ik)) == ((ik, partner, zoon), partner)
    assert (nu.personen, nu.partner_van(ik)) == ((ik,), None)
    assert huishouden_op(ik, dag("2025-05-31"), bekend_op=MAART).personen == (ik, partner, zoon)
    waarden = [
        bereken_dossier(ik, OP, bekend_op=moment).uitkomsten["norm_per_maand"].waarden[ik.nummer]["norm_per_maand"]
        for moment in (JANUARI, MAART, None)
    ]
    assert waarden[0] != waarden[1] == waarden[2]
    veranderd = {(v.wat, v.wie): (v.toen, v.nu) for v in sindsdien(toen.personen, JANUARI)}
    assert veranderd["Woning", str(zoon)][1] == "W1, van 1 januari 2010 tot 1 juni 2025"
    assert veranderd["Relatie", str(partner)] == (
        f"partner {ik}, vanaf 1 januari 2010",
        f"partner {ik}, van 1 januari 2010 tot 1 december 2025",
    )
    assert veranderd["Persoon", str(partner)][1].endswith("overleden 1 december 2025")
    assert len(veranderd) == 4, veranderd


def test_a_partner_elsewhere_whom_the_register_then_had_at_home_was_at_home(act: Op) -> None:
    with act(JANUARI):
        ik, partner = woont(register.persoon()), woont(register.persoon())
        relatie(ik, partner, "partner")
    with act(MAART):
        Bewoning.objects.filter(persoon=partner).update(woning="W2")
    assert huishouden_op(ik, OP, bekend_op=JANUARI).partner_van(ik) == partner
    assert huishouden_op(ik, OP).partner_elders == partner


def test_the_wage_value_that_an_import_changed_counts_as_it_was_known(act: Op) -> None:
    with act(JANUARI):
        ik = woont(register.persoon())
        Plaatsing.objects.create(
            nummer="PL1",
            persoon=ik,
            werkgever=register.werkgever(),
            soort="regulier",
            verband="in_dienst",
            contract="vast",
            vanaf=dag("2025-01-01"),
            uren_per_week=Decimal(36),
            loonwaarde_percentage=Decimal(50),
            heeft_loonkostensubsidie=True,
        )
    with act(MAART):
        Plaatsing.objects.update(loonwaarde_percentage=Decimal("62.5"))
    bedragen = [
        bereken_dossier(ik, OP, bekend_op=moment).uitkomsten["loonkostensubsidie_per_maand"].waarden[ik.nummer]
        for moment in (JANUARI, MAART, None)
    ]
    assert bedragen[0] != bedragen[1] == bedragen[2]


def test_facts_since_stand_beside_what_was_known_and_a_repeated_recording_is_no_change(act: Op, consulent: Any) -> None:
    with act(JANUARI):
        ik = register.persoon()
    feit(ik, "inkomen_per_maand", "100", "2025-01-01", vastgelegd_op=JANUARI)
    feit(ik, "vermogen", "0", "2025-01-01", vastgelegd_op=JANUARI)
    feit(ik, "vermogen", "0", "2025-01-01", vastgelegd_op=MAART)
    feit(ik, "inkomen_per_maand", "150", "2025-01-01", vastgelegd_op=MAART)
    laatste = feit(ik, "inkomen_per_maand", "250", "2025-01-01", "2025-07-01", vastgelegd_op=MEI)
    feit(ik, "student", "nee", "2025-01-01", vastgelegd_op=MAART)
    inkomen, student = sindsdien([ik], JANUARI)
    assert (inkomen.feit, inkomen.wie, inkomen.vastgelegd_op) == ("inkomen_per_maand", str(ik), MEI)
    assert inkomen.toen == "€ 100,00, vanaf 1 januari 2025"
    assert inkomen.nu == "€ 250,00, van 1 januari 2025 tot 1 juli 2025"
    assert (inkomen.door, student.toen) == (laatste.herkomst, "niet bekend")
    assert sindsdien([ik], MEI) == []
