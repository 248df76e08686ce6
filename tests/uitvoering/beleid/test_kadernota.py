"""The policy files of Drentsche Aa: the published figures to the digit, and the warnings for what does not hold."""

import datetime
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import pytest

from meedoen.uitvoering.beleid.acts import laad_beleid
from meedoen.uitvoering.beleid.models import Beleidscijfer, Doelgroep, Lading, Planningsstap, Samenwerking
from meedoen.uitvoering.kern.models import Gebeurtenis

VANDAAG = datetime.date(2026, 11, 22)


def _rij(soort: str, rij: str) -> list[Decimal | None]:
    cijfers = Beleidscijfer.objects.filter(soort=soort, rij=rij, samenwerking="drentsche-aa").order_by("periode")
    return [cijfer.waarde for cijfer in cijfers]


def _som(soort: str, rijen: Iterable[str]) -> list[Decimal]:
    return [
        sum((w or Decimal(0) for w in kolom), Decimal(0))
        for kolom in zip(*(_rij(soort, r) for r in rijen), strict=True)
    ]


def test_the_partnership_has_its_three_municipalities(kadernota: Lading) -> None:
    samenwerking = Samenwerking.objects.get()
    assert sorted(samenwerking.gemeenten.values_list("code", flat=True)) == ["GM0106", "GM1680", "GM1730"]


def test_the_forecast_of_people_adds_up(kadernota: Lading) -> None:
    totaal = _rij("prognose-doelgroep", "totaal")
    assert totaal == [3610, 3661, 3705, 3778, 4669]
    assert _som("prognose-doelgroep", ("nieuwe-doelgroepen", "huidige-wsw", "huidige-wwb")) == totaal


def test_the_groups_of_2015_are_the_people_on_bijstand_and_the_new_ones(kadernota: Lading) -> None:
    aantallen = dict(Beleidscijfer.objects.filter(soort="aantal-doelgroep").values_list("rij", "waarde"))
    assert aantallen == {"0-30": 832, "30-50": 908, "50-80": 616, "80-100": 400, "jongeren": None, "wsw-oud": 854}
    assert sum(aantallen[g] or 0 for g in ("0-30", "30-50", "50-80", "80-100")) == 2756 == 2700 + 56
    assert Beleidscijfer.objects.get(soort="aantal-doelgroep", rij="jongeren").opmerking == "PM"


def test_places(kadernota: Lading) -> None:
    assert _rij("prognose-plekken", "garantiebanen") == [16, 48, 80, 111, 585]
    assert _rij("prognose-plekken", "beschut-werk") == [8, 24, 41, 56, 293]


def test_the_balance_stays_as_published_with_a_remark_where_the_lines_differ(kadernota: Lading) -> None:
    regels = ("ontschot-budget", "raming-wsw-en-p-budget", "gemeentelijke-bijdrage-alescon", "nadeel-korting-wsw")
    assert _rij("budget", "saldo") == [3691, 4627, 4802, 5242]
    assert _som("budget", regels) == [3691, 4628, 4802, 5243]
    saldo = Beleidscijfer.objects.filter(soort="budget", rij="saldo").order_by("periode")
    assert ["4.628" in saldo[1].opmerking, "5.243" in saldo[3].opmerking] == [True, True]
    assert set(Beleidscijfer.objects.filter(soort="budget").values_list("eenheid", flat=True)) == {"x 1.000 euro"}


def test_six_groups_in_the_order_of_the_note_with_their_mottos(kadernota: Lading) -> None:
    assert list(Doelgroep.objects.values_list("code", "motto")) == [
        ("0-30", "Meedoen"),
        ("30-50", "Meedoen en bijdragen"),
        ("50-80", "Werken leer je door te werken"),
        ("80-100", "Aan de slag"),
        ("jongeren", "Leren werkt"),
        ("wsw-oud", "Werken leer je door te werken"),
    ]
    for groep in Doelgroep.objects.all():
        assert groep.instrumenten and groep.gevraagde_prestaties and groep.budgetten and groep.keuzes


def test_the_frames_that_are_numbers(kadernota: Lading) -> None:
    kaders = {c.rij: (c.waarde, c.eenheid) for c in Beleidscijfer.objects.filter(soort="kader")}
    assert kaders == {
        "werken-met-behoud-eerste-periode": (3, "maanden"),
        "werken-met-behoud-verlenging": (3, "maanden"),
        "werken-met-behoud-hoogstens": (6, "maanden"),
        "terugverdientijd-begeleiding": (6, "maanden"),
        "toegang-hoogstens": (2, "stappen"),
        "50-80-naar-werk-met-loonkostensubsidie": (25, "%"),
    }


def test_planning_has_six_steps_and_three_evaluations(kadernota: Lading) -> None:
    soorten = list(Planningsstap.objects.values_list("soort", flat=True))
    assert (soorten.count("stap"), soorten.count("evaluatie")) == (6, 3)


def test_figures_of_the_other_documents(kadernota: Lading) -> None:
    assert Beleidscijfer.objects.get(soort="garantiebanen-gemeenten").waarde == 1152
    zwolle = dict(Beleidscijfer.objects.filter(soort="beschut-werk-afspraak").values_list("rij", "waarde"))
    assert zwolle == {
        "afgesproken-laagste": 10,
        "afgesproken-hoogste": 15,
        "extra-nodig-laagste": 9,
        "extra-nodig-hoogste": 16,
    }
    bekostigd = Beleidscijfer.objects.filter(soort="beschut-werk-bekostigd").order_by("waarde")
    assert [c.waarde for c in bekostigd] == [3200, 30000]


GEVONDEN = [
    "tellen op tot 110 %",
    "saldo 2016: gepubliceerd 4.627, de regels tellen op tot 4.628",
    "saldo 2018: gepubliceerd 5.242, de regels tellen op tot 5.243",
    "ligt na de vaststelling van het document (2014-09-25)",
    "26 min 10 tot 15 is 11 tot 16, gepubliceerd is 9 tot 16",
]


def test_loading_warns_for_what_is_wrong_in_the_documents_and_for_nothing_else(kadernota: Lading) -> None:
    assert len(kadernota.waarschuwingen) == len(GEVONDEN)
    for melding in GEVONDEN:
        assert any(melding in waarschuwing for waarschuwing in kadernota.waarschuwingen)


def test_every_figure_says_document_date_and_place(kadernota: Lading) -> None:
    for cijfer in Beleidscijfer.objects.filter(bestand__startswith="drentsche-aa/"):
        naam, _, plaats = cijfer.bron.rpartition("), ")
        assert naam and plaats
        assert ("zonder datum" in cijfer.bron) == (cijfer.bekend_vanaf is None)


@pytest.mark.parametrize("keer", [1, 2])
def test_loading_again_changes_nothing(kadernota: Lading, drentsche_aa: Path, keer: int) -> None:
    aantal = Beleidscijfer.objects.count()
    for _keer in range(keer):
        assert laad_beleid(drentsche_aa, door=None, op=VANDAAG) == kadernota
    assert Beleidscijfer.objects.count() == aantal
    assert Gebeurtenis.objects.filter(handeling="laad_beleid").count() == 1
