"""The dossier on two dates: how things stood on a day, by what was known on another."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from meedoen.uitvoering.dossiers.parts import onderdelen
from tests.uitvoering import register
from tests.uitvoering.besluiten.steps import met_feiten
from tests.uitvoering.dossiers.household import feit, relatie, woont
from tests.uitvoering.register import ASSEN, dag

pytestmark = pytest.mark.django_db
BEIDE = "?peildatum=2026-01-01&bekend_op=2026-02-01"
IN_LINK = BEIDE.replace("&", "&amp;")
TOEN, SINDS = (datetime.datetime(2026, m, 15, 12, tzinfo=datetime.UTC) for m in (1, 3))


@pytest.fixture
def consulent(client_als: Callable[..., Any]) -> Any:
    register.gemeenten()
    return client_als("consulent", [ASSEN])


@pytest.fixture
def ik(consulent: Any) -> Any:
    """Somebody of whom an income of 200 was known, and who turned out to have one of 350."""
    wie = woont(register.persoon())
    feit(wie, "vermogen", "0", vastgelegd_op=TOEN)
    feit(wie, "inkomen_per_maand", "200", "2025-01-01", vastgelegd_op=TOEN)
    feit(wie, "inkomen_per_maand", "350", "2025-01-01", vastgelegd_op=SINDS)
    return wie


def lees(client: Any, adres: str) -> str:
    return str(client.get(adres).content.decode())


def test_the_dossier_of_then_says_so_computes_with_then_and_names_what_changed(consulent: Any, ik: Any) -> None:
    toen, nu = (lees(consulent, f"/dossiers/{ik.nummer}{vraag}") for vraag in (BEIDE, "?peildatum=2026-01-01"))
    assert "U ziet wat op 1 februari 2026 bekend was, niet het dossier van nu." in toen
    assert 'href="?peildatum=2026-01-01">Toon wat nu bekend is' in toen
    sindsdien = toen.split('id="sindsdien"')[1].split("</section>")[0]
    assert "€ 200,00, vanaf 1 januari 2025" in sindsdien and "€ 350,00, vanaf 1 januari 2025" in sindsdien
    assert "15 maart 2026" in sindsdien and "Inkomen per maand" in sindsdien and "Vermogen" not in sindsdien
    assert "€ 350" not in toen.replace(sindsdien, ""), "nothing of now stands outside the list"
    assert "€ 1.141,43" in toen and "€ 1.141,43" not in nu, "95 percent of 1.401,50 less 200"
    for tekst in ("bekend was", "Sindsdien veranderd"):
        assert tekst not in nu
    assert "€ 350,00" in nu


def test_both_dates_go_along_to_the_explanation_the_housemates_and_back(consulent: Any, ik: Any) -> None:
    ander = woont(register.persoon())
    relatie(ik, ander, "partner")
    pagina = lees(consulent, f"/dossiers/{ik.nummer}{BEIDE}")
    assert f'/dossiers/{ander.nummer}{IN_LINK}"' in pagina
    assert f'/dossiers/{ik.nummer}/uitleg{IN_LINK}"' in pagina
    assert f"/dossiers/{ik.nummer}/uitleg{IN_LINK}#norm_per_maand" in pagina
    uitleg = lees(consulent, f"/dossiers/{ik.nummer}/uitleg{BEIDE}")
    assert "niet het dossier van nu" in uitleg and f'/dossiers/{ik.nummer}{IN_LINK}"' in uitleg
    assert 'name="bekend_op" value="2026-02-01"' in uitleg


def test_the_explanation_of_then_rests_on_the_facts_of_then(consulent: Any, ik: Any) -> None:
    uitleg = lees(consulent, f"/dossiers/{ik.nummer}/uitleg{BEIDE}")
    assert "€ 200,00" in uitleg and "€ 350,00" not in uitleg


def test_nothing_can_be_done_on_a_page_of_then_and_what_it_leaves_out_is_named(consulent: Any, ik: Any) -> None:
    pagina = lees(consulent, f"/dossiers/{ik.nummer}{BEIDE}")
    inhoud = pagina.split("<main")[1].split("</main>")[0]
    assert 'method="post"' not in inhoud
    for deel in onderdelen():
        kop = f">{deel.naam}</h2>"
        assert (kop in pagina) == (deel.van_toen is not None), kop
        if deel.van_toen is None:
            assert str(deel.naam) in pagina.split("Niet op deze pagina: ")[1].split("</p>")[0]
    for adres in ("/aanvraag", "/melding", "/signaal", "/diagnose", "/afschrift", "/verzoek", "/overdracht"):
        assert f"/dossiers/{ik.nummer}{adres}" not in inhoud


@pytest.mark.parametrize(
    ("bekend_op", "zin"),
    [
        ("2026-11-23", "Deze dag ligt na vandaag. Kies een eerdere dag, of laat leeg"),
        ("9999-12-31", "Deze dag ligt na vandaag."),
        ("2014-12-31", "Meedoen kent de wet vanaf 1 januari 2015. Kies die dag of een latere."),
        ("0001-01-01", "Meedoen kent de wet vanaf"),
        ("2026-02-30", "Dit is geen bestaande datum."),
        ("gisteren", "Dit is geen bestaande datum."),
    ],
)
@pytest.mark.parametrize("pad", ["", "/uitleg"])
def test_a_day_that_cannot_be_is_refused_in_words_and_the_page_is_of_now(
    consulent: Any, ik: Any, pad: str, bekend_op: str, zin: str
) -> None:
    adres = f"/dossiers/{ik.nummer}{pad}"
    antwoord = consulent.get(adres, {"peildatum": "2026-01-01", "bekend_op": bekend_op})
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 200 and zin in pagina
    assert "niet het dossier van nu" not in pagina and 'name="peildatum" value="2026-01-01"' in pagina


def test_a_day_before_the_resident_was_in_the_register_says_since_when_he_is(
    consulent: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    wie = met_feiten()
    sinds = datetime.datetime(2026, 3, 1, 0, 30, tzinfo=datetime.UTC)
    monkeypatch.setattr("meedoen.uitvoering.dossiers.forms.bekend_sinds", lambda persoon: sinds)
    pagina = lees(consulent, f"/dossiers/{wie.nummer}?bekend_op=2026-02-28")
    assert "Deze inwoner staat sinds 1 maart 2026 in het register." in pagina
    assert "niet het dossier van nu" in lees(consulent, f"/dossiers/{wie.nummer}?bekend_op=2026-03-01")


def test_today_and_an_empty_field_are_the_dossier_of_now(consulent: Any, ik: Any) -> None:
    for bekend_op in ("", "2026-11-22"):
        pagina = lees(consulent, f"/dossiers/{ik.nummer}?peildatum=2026-01-01&bekend_op={bekend_op}")
        assert "niet het dossier van nu" not in pagina and '/aanvraag"' in pagina and "€ 350,00" in pagina


def test_when_nothing_changed_since_it_says_so(consulent: Any, ik: Any) -> None:
    pagina = lees(consulent, f"/dossiers/{ik.nummer}?peildatum=2026-01-01&bekend_op=2026-04-01")
    assert "is sindsdien niets nieuws vastgelegd" in pagina


def test_a_missing_fact_of_then_is_not_asked_now(consulent: Any) -> None:
    wie = woont(register.persoon())
    feit(wie, "inkomen_per_maand", "200", vastgelegd_op=SINDS)
    pagina = lees(consulent, f"/dossiers/{wie.nummer}{BEIDE}")
    assert "Toen niet bekend" in pagina and "Nog te vragen" not in pagina
    assert "Van deze persoon waren toen geen feiten vastgelegd." in pagina


def test_somebody_who_was_not_born_yet_or_is_dead_breaks_no_page(consulent: Any) -> None:
    wie = woont(register.persoon(geboortedatum=dag("2026-01-15")))
    assert consulent.get(f"/dossiers/{wie.nummer}{BEIDE}").status_code == 200


def test_the_page_of_then_needs_few_queries_however_many_housemates(
    consulent: Any, django_assert_max_num_queries: Any
) -> None:
    ik = woont(register.persoon())
    for _ in range(7):
        woont(register.persoon(geboortedatum=dag("1990-01-01")))
    with django_assert_max_num_queries(60):
        consulent.get(f"/dossiers/{ik.nummer}{BEIDE}")
