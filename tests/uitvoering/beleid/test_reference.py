"""The reference data that ship: how many, with which sources, and closed in themselves."""

import csv
import datetime
import itertools
import shutil
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from django.db.models import Sum

from meedoen.uitvoering.beleid.acts import laad_referentiegegevens
from meedoen.uitvoering.beleid.models import (
    Arbeidsmarktregio,
    Beleidscijfer,
    Gemeente,
    Herindeling,
    Lading,
    Regiolidmaatschap,
)
from meedoen.uitvoering.beleid.queries import bestaat_op
from meedoen.uitvoering.beleid.reading import BestandenOnjuist
from meedoen.uitvoering.beleid.reference import GEGEVENS, lees_referentiegegevens
from meedoen.uitvoering.kern.models import Gebeurtenis
from meedoen.uitvoering.kern.units import Eenheid

VANDAAG = datetime.date(2026, 11, 22)
MODELLEN = (Gemeente, Herindeling, Arbeidsmarktregio, Regiolidmaatschap, Beleidscijfer)


def _regels(bestand: str) -> list[dict[str, str]]:
    with (GEGEVENS / bestand).open(encoding="utf-8", newline="") as stroom:
        return list(csv.DictReader(stroom))


def test_every_municipality_since_2014_is_there(referentie: Lading) -> None:
    assert Gemeente.objects.count() == 426
    assert Gemeente.objects.filter(bestaat_op(VANDAAG)).count() == 342
    assert Gemeente.objects.filter(bestaat_op(datetime.date(2015, 1, 1))).count() == 393
    assert Gemeente.objects.aggregate(som=Sum("inwoners_2020"))["som"] == 17_407_585
    assert Gemeente.objects.filter(bestaat_op(datetime.date(2020, 6, 1)), inwoners_2020__isnull=True).count() == 0


def test_every_dissolved_municipality_has_a_successor_from_its_last_day(referentie: Lading) -> None:
    assert Herindeling.objects.count() == 91
    opgeheven = Gemeente.objects.filter(tot__isnull=False)
    assert opgeheven.count() == 84
    for gemeente in opgeheven:
        assert {h.vanaf for h in Herindeling.objects.filter(oude=gemeente)} == {gemeente.tot}
    gesplitst = Herindeling.objects.filter(is_gesplitst=True).values_list("oude__naam", flat=True)
    assert set(gesplitst) == {"Maasdonk", "Littenseradiel", "Winsum", "Haaren"}


def test_successors_are_general_knowledge_and_say_so(referentie: Lading) -> None:
    assert not Herindeling.objects.filter(is_geverifieerd=True).exists()
    assert Herindeling.objects.exclude(bron__startswith="niet geverifieerd").count() == 0


def test_regions_of_the_decree_of_2015_and_of_2026(referentie: Lading) -> None:
    assert Arbeidsmarktregio.objects.count() == 35
    assert Regiolidmaatschap.objects.filter(bron__startswith="Besluit werkgebieden UWV 2015").count() == 397
    verhuisd = Regiolidmaatschap.objects.filter(bron__contains="dag van de overgang").values_list(
        "gemeente__naam", flat=True
    )
    assert sorted(verhuisd) == [
        "Cranendonck",
        "Elburg",
        "Hardinxveld-Giessendam",
        "Heerde",
        "Nunspeet",
        "Olst-Wijhe",
        "Uitgeest",
    ]


def test_no_municipality_lies_in_two_regions_at_once(referentie: Lading) -> None:
    rijen = list(Regiolidmaatschap.objects.order_by("gemeente_id", "vanaf"))
    for vorige, volgende in itertools.pairwise(rijen):
        if vorige.gemeente_id == volgende.gemeente_id:
            assert vorige.tot is not None
            assert vorige.tot <= volgende.vanaf


def test_targets_of_the_banenafspraak_by_law(referentie: Lading) -> None:
    totalen = Beleidscijfer.objects.filter(soort="banenafspraak-doel", rij="totaal").order_by("peildatum")
    verwacht = [9000, 20500, 33000, 43500, 55000, 67500, 80000, 92500, 105000, 115000, 125000]
    assert [int(c.waarde or 0) for c in totalen] == verwacht
    for uren in Beleidscijfer.objects.filter(soort="banenafspraak-doel-uren"):
        banen = Beleidscijfer.objects.get(soort="banenafspraak-doel", rij=uren.rij, peildatum=uren.peildatum)
        assert (uren.waarde or 0) == (banen.waarde or 0) * Decimal("110.92")


def test_results_of_the_banenafspraak_are_official_counts_from_news_pages(referentie: Lading) -> None:
    resultaten = Beleidscijfer.objects.filter(soort="banenafspraak-resultaat")
    totalen = resultaten.filter(rij="totaal").order_by("peildatum").values_list("waarde", flat=True)
    assert [int(w or 0) for w in totalen] == [21057, 22554, 36903, 51957, 81117]
    assert not resultaten.filter(is_geverifieerd=True).exists()


def test_the_list_of_beschut_werk_is_partial_and_known_as_such(referentie: Lading) -> None:
    taak = Beleidscijfer.objects.filter(soort="beschut-werk-taakstelling", gemeente__isnull=False)
    per_jaar = {
        jaar: (
            taak.filter(peildatum__year=jaar).count(),
            taak.filter(peildatum__year=jaar).aggregate(s=Sum("waarde"))["s"],
        )
        for jaar in (2017, 2018)
    }
    assert per_jaar == {2017: (49, 364), 2018: (44, 468)}


@pytest.mark.parametrize("bestand", sorted(pad.name for pad in GEGEVENS.glob("*.csv")))
def test_every_row_has_a_source(bestand: str) -> None:
    regels = _regels(bestand)
    assert regels
    assert all(regel["bron"].strip() for regel in regels)


def test_unverified_rows_name_no_law_as_their_only_source(referentie: Lading) -> None:
    namen = Counter(c.is_geverifieerd for c in Beleidscijfer.objects.all())
    assert namen[False] > 0
    assert not Beleidscijfer.objects.filter(is_geverifieerd=False, bron__startswith="Stcrt").exists()
    assert set(Beleidscijfer.objects.values_list("eenheid", flat=True)) <= {eenheid.value for eenheid in Eenheid}


def test_loading_twice_changes_nothing_and_tells_it_once(referentie: Lading) -> None:
    tellingen = [model.objects.count() for model in MODELLEN]
    nogmaals = laad_referentiegegevens(door=None, op=VANDAAG)
    assert nogmaals == referentie
    assert [model.objects.count() for model in MODELLEN] == tellingen
    assert Lading.objects.count() == 1
    assert Gebeurtenis.objects.filter(handeling="laad_referentiegegevens").count() == 1


def test_a_figure_changed_by_hand_is_set_right_and_the_log_has_both_values(referentie: Lading) -> None:
    Beleidscijfer.objects.filter(gemeente="GM0106", periode="2017-12-31").update(waarde=99)
    lading = laad_referentiegegevens(door=None, op=VANDAAG)
    assert (lading.nieuw, lading.gewijzigd) == (0, 1)
    gebeurtenis = Gebeurtenis.objects.get(onderwerp_id=str(lading.pk), handeling="laad_referentiegegevens")
    (wijziging,) = gebeurtenis.gegevens["gewijzigd"]
    assert (wijziging["oud"], wijziging["nieuw"]) == ({"waarde": "99.00"}, {"waarde": "15"})
    assert Beleidscijfer.objects.get(gemeente="GM0106", periode="2017-12-31").waarde == 15


FOUTEN = [
    ("gemeenten.csv", "GM0106,Assen,", "GM106,Assen,", "een code als GM0106"),
    ("gemeenten.csv", "GM0106,Assen,", "GM0106,,", "een waarde"),
    ("gemeenten.csv", "2019-01-01,", "2019-02-30,", "een bestaande datum"),
    ("gemeenten.csv", "GM0017,Haren,,,2019-01-01", "GM0017,Haren,,,2019-01-02", "op de dag waarop"),
    ("herindelingen.csv", "GM0009,Ten Boer", "GM0009,Haren", "Ten Boer"),
    ("herindelingen.csv", "Groningen,nee,nee", "Groningen,ja,nee", "is_gesplitst"),
    ("regiolidmaatschap.csv", "GM0106,Assen,AM01", "GM0106,Assen,AM99", "een bekende code"),
    ("banenafspraak.csv", "banen van 25,5 uur", "banen", "een van: personen"),
    ("banenafspraak.csv", ",9000,", ",9e99,", "een getal"),
    ("beschut_werk_taakstelling.csv", "GM0106,2017-12-31", "GM0014,2017-12-31", "één regel"),
]


@pytest.mark.parametrize(("bestand", "oud", "nieuw", "verwacht"), FOUTEN)
def test_a_fault_in_a_file_is_told_with_place_and_expectation(
    tmp_path: Path, bestand: str, oud: str, nieuw: str, verwacht: str
) -> None:
    map_ = tmp_path / "gegevens"
    shutil.copytree(GEGEVENS, map_)
    inhoud = (map_ / bestand).read_text(encoding="utf-8")
    assert oud in inhoud
    (map_ / bestand).write_text(inhoud.replace(oud, nieuw), encoding="utf-8")
    with pytest.raises(BestandenOnjuist) as gevangen:
        lees_referentiegegevens(map_)
    assert any(verwacht in str(fout) for fout in gevangen.value.fouten)
