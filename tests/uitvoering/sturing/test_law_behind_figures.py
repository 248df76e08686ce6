"""A figure that rests on the law links to its rule: every definition names the rules, and every page that says the
article shows them; what the law sets is the amount of the law.
"""

import datetime
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from meedoen.recht import laad_recht
from meedoen.uitvoering.naslag import index
from meedoen.uitvoering.sturing import beschut_werk, garantiebanen, targets
from meedoen.uitvoering.sturing.registry import DEFINITIES
from tests.uitvoering import register
from tests.uitvoering.register import AA_EN_HUNZE, ASSEN, TYNAARLO

ClientAls = Callable[..., Client]
DRIE = [AA_EN_HUNZE, ASSEN, TYNAARLO]
OP = "2018-12-31"
TEMPLATES = Path(index.__file__).parents[1]
GEEN_WET = ("geen:", "Kadernota")
"""How the ground of a figure begins that rests on policy and on no law."""
RECHT = laad_recht()


def artikel_van(naam: str) -> set[str]:
    """The numbers of articles that a rule or amount cites, in any of its versions."""
    if index.soort_van(naam) == "bedrag":
        return set(re.findall(r"\d+[a-z]*", RECHT.bedragen[naam].artikel))
    return {getal for versie in RECHT.regels[naam] for getal in re.findall(r"\d+[a-z]*", versie.kop.artikel)}


@pytest.mark.parametrize("sleutel", DEFINITIES)
def test_a_figure_names_the_rules_of_its_article_or_rests_on_policy(sleutel: str) -> None:
    definitie = DEFINITIES[sleutel]
    grond = str(definitie.artikel)
    assert bool(definitie.regels) != grond.startswith(GEEN_WET)
    for naam in definitie.regels:
        assert index.soort_van(naam) in {"regel", "bedrag"}, naam
    genoemd = set[str]().union(*(artikel_van(naam) for naam in definitie.regels))
    assert not definitie.regels or set(re.findall(r"\d+[a-z]*", grond)) & genoemd


def test_every_target_of_the_law_names_its_rule() -> None:
    per_gemeente = {d.soort for definitie in DEFINITIES.values() for d in definitie.doelen if d.is_per_gemeente}
    assert per_gemeente - targets.REGELS.keys() == {"garantiebanen-opgave"}  # set by the college itself
    assert all(index.soort_van(naam) == "regel" for naam in targets.REGELS.values())


def test_what_the_law_sets_is_the_amount_of_the_law() -> None:
    termijn, baan = (RECHT.bedragen[naam] for naam in ("adviestermijn_beschut_werk", "uren_per_baan_per_week"))
    assert {timedelta(weeks=int(w.waarde)) for w in termijn.waarden} == {beschut_werk.ADVIESTERMIJN}  # type: ignore[arg-type]
    assert {w.waarde for w in baan.waarden} == {garantiebanen.UREN_PER_BAAN}


def test_every_template_that_says_the_article_of_a_figure_links_to_its_rules() -> None:
    zegt = {pad: pad.read_text("utf-8") for pad in TEMPLATES.rglob("*.html")}
    van_cijfer = [tekst for tekst in zegt.values() if re.search(r"\{\{ (d|c\.definitie)\.artikel", tekst)]
    assert len(van_cijfer) == 2
    assert all(".regels %}" in tekst and "recht_" in tekst for tekst in van_cijfer)


@pytest.mark.django_db
def test_the_pages_of_figures_link_to_the_rules(client_als: ClientAls) -> None:
    register.kadernota()
    client = client_als("regisseur", DRIE)
    alle = client.get(reverse("cijfers")).content.decode()
    for sleutel in ("loonkostensubsidie", "beschut-werk-plekken", "garantiebanen-banen", "bijstand", "wsw-personen"):
        html = client.get(reverse("cijfer", args=[sleutel, "drentsche-aa", OP])).content.decode()
        for naam in DEFINITIES[sleutel].regels:
            assert f'href="{index.adres(naam)}"' in html, (sleutel, naam)
            assert f'href="{index.adres(naam)}"' in alle, (sleutel, naam)


@pytest.mark.django_db
def test_a_target_of_the_law_links_to_its_rule(client_als: ClientAls) -> None:
    register.gemeenten()
    dag = datetime.date(2018, 12, 31)
    register.beleidscijfer(
        "beschut-werk-taakstelling", "", OP, "12", eenheid="plekken", gemeente_id=ASSEN, peildatum=dag
    )
    client = client_als("regisseur", DRIE)
    html = client.get(reverse("cijfer", args=["beschut-werk-plekken", ASSEN, OP])).content.decode()
    vergelijking = re.search(r'id="vergelijk".*?</section>', html, re.DOTALL)
    assert vergelijking
    assert index.adres("aantal_te_realiseren_beschut_werk") in vergelijking[0]


@pytest.mark.django_db
def test_work_in_a_dossier_links_to_the_subsidy_the_flat_rate_and_the_advice(client_als: ClientAls) -> None:
    register.gemeenten()
    wie, bij = register.persoon(), register.werkgever()
    anders = {"heeft_loonkostensubsidie": True, "is_forfait": True}
    register.plaatsing(wie, bij, "garantiebaan", "2018-01-01", **anders)
    register.advies(wie, "2018-01-01")
    html = client_als("consulent", [ASSEN]).get(reverse("dossier", args=[wie.nummer])).content.decode()
    werk = re.search(r'<section aria-labelledby="werk">.*?</section>', html, re.DOTALL)
    assert werk
    for naam in (
        "loonkostensubsidie_forfait",
        "loonkostensubsidie_per_maand",
        "is_advies_beschut_werk_positief",
        "uiterste_datum_advies_beschut_werk",
    ):
        assert f'href="{index.adres(naam)}"' in werk[0], naam
