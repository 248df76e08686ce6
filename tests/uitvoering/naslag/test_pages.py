"""The pages of the law as a reader meets them: what stands on a rule, how it is found, and what a browser may keep."""

import html
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from meedoen.recht import laad_recht
from meedoen.uitvoering.huisstijl import drawing
from meedoen.uitvoering.naslag import cases, index, pages, views

pytestmark = pytest.mark.django_db
PAKKET = Path(index.PAKKET)
LKS = "/recht/loonkostensubsidie_per_maand/"


@pytest.fixture(autouse=True)
def _undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Charts are drawn in one test only: drawing is slow, and tested with the charts themselves."""
    monkeypatch.setattr(
        drawing, "svg", lambda spec, *, titel, **_meer: f"<svg><title>{html.escape(titel)}</title></svg>"
    )


def tekst_van(client: Client, adres: str) -> str:
    """The page as HTML; it must be there."""
    antwoord = client.get(adres)
    assert antwoord.status_code == 200, adres
    return antwoord.content.decode()


def woorden(pagina: str) -> str:
    """What a reader sees: without tags, on one line."""
    blokken = re.sub(r"</?(?:td|th|tr|br|p|dd|dt|div|li|h[1-6])\b[^>]*>", " ", pagina)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", blokken)).split())


def test_everybody_reads_a_rule_with_article_periods_text_and_cases(client: Client) -> None:
    pagina = tekst_van(client, "/recht/peildatum_minimumloon/")
    gelezen = woorden(pagina)
    for deel in (
        "Participatiewet 10d lid 7",
        "Sinds 1 februari 2017",
        "Van 1 januari 2015 tot 1 februari 2017",
        "return max(loonkostensubsidie_vanaf, begin_van_het_jaar(peildatum))",
        "Op welke datum begint of begon de loonkostensubsidie?",
    ):
        assert deel in gelezen
    assert 'href="/recht/feiten/loonkostensubsidie_vanaf/"' in pagina
    assert "/recht/gevallen/participatiewet/loonkostensubsidie/" in pagina


def test_a_case_on_a_rule_shows_what_the_rule_gives_in_it(client: Client) -> None:
    gelezen = woorden(tekst_van(client, LKS))
    assert re.search(r"min 40 procent van het functieloon met vakantiebijslag 1 maart 2015 € 1\.144,81", gelezen)
    assert "gaan door deze regel" in gelezen


def test_a_rule_that_nobody_verified_says_so_and_why(client: Client) -> None:
    gelezen = woorden(tekst_van(client, "/recht/herzieningsdatum_loonkostensubsidie/"))
    assert "niet geverifieerd" in gelezen
    assert "de wet zei tot februari 2017 jaarlijks, zonder dag" in gelezen


def test_an_amount_shows_every_value_with_its_source_and_a_chart(client: Client) -> None:
    pagina = tekst_van(client, "/recht/bedragen/vergoeding_werkgeverslasten/")
    gelezen = woorden(pagina)
    assert "van 1 januari 2015 tot 1 januari 2018 23% Stcrt. 2014, 35743" in gelezen
    assert "van 1 januari 2018 tot 1 juli 2021 23,5%" in gelezen
    assert "<title>Vergoeding werkgeverslasten</title>" in pagina
    assert 'href="https://zoek.officielebekendmakingen.nl/stcrt-2017-68248.html"' in pagina


def test_a_value_that_nobody_verified_says_so_and_why(client: Client) -> None:
    bedragen = laad_recht().bedragen.values()
    naam, waarde = next((b.naam, w) for b in bedragen for w in b.waarden if not w.is_geverifieerd)
    gelezen = woorden(tekst_van(client, f"/recht/bedragen/{naam}/"))
    assert "niet geverifieerd" in gelezen and waarde.waarom[1:] in gelezen


def test_an_amount_that_never_changed_has_no_chart(client: Client) -> None:
    assert "<figure" not in tekst_van(client, "/recht/bedragen/loonkostensubsidie_maximum/")


def test_a_fact_shows_question_limits_and_what_silence_means(client: Client) -> None:
    gelezen = woorden(tekst_van(client, "/recht/feiten/uren_per_week/"))
    assert "Hoeveel uren per week zijn overeengekomen?" in gelezen
    assert "van 0 tot en met 60" in gelezen and "ontbreken is nooit nul" in gelezen
    assert "loonkostensubsidie per maand" in gelezen
    assert "Dan geldt: nee" in woorden(tekst_van(client, "/recht/feiten/student/"))


def test_a_judgment_says_what_is_to_be_weighed_and_a_list_its_fields(client: Client) -> None:
    feiten = laad_recht().feiten.values()
    oordeel = next(feit for feit in feiten if feit.is_oordeel)
    lijst = next(feit for feit in feiten if feit.vorm == "lijst")
    gelezen = woorden(tekst_van(client, f"/recht/feiten/{oordeel.naam}/"))
    assert all(" ".join(punt.split()) in gelezen for punt in oordeel.weeg)
    gelezen = woorden(tekst_van(client, f"/recht/feiten/{lijst.naam}/"))
    assert all(veld.vraag in gelezen for veld in lijst.velden.values())


def test_a_choice_says_what_its_answers_mean(client: Client) -> None:
    soort = laad_recht().feiten["inkomsten"].velden["soort_inkomen"]
    gelezen = woorden(tekst_van(client, "/recht/feiten/inkomsten/"))
    assert set(soort.toelichting) == set(soort.soort.keuzes)
    assert all(f"{keuze}: {uitleg}" in gelezen for keuze, uitleg in soort.toelichting.items())


def test_a_term_says_who_fills_it_and_that_nothing_is_assumed(client: Client) -> None:
    term = next(term for term in laad_recht().termen.values() if term.is_verplicht and term.zonder is None)
    gelezen = woorden(tekst_van(client, f"/recht/termen/{term.naam}/"))
    assert term.vraag in gelezen and "er is geen standaardwaarde" in gelezen
    assert ("de gemeenteraad" if term.vaststeller == "raad" else "het college") in gelezen
    assert "de gemeente moet dit invullen" in gelezen


def test_a_case_shows_expected_beside_computed_and_a_wrong_one_is_seen(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    adres = "/recht/gevallen/participatiewet/kostendelersnorm/2024-02-01-zoon-van-24-bij-ouders/"
    gelezen = woorden(tekst_van(client, adres))
    assert "norm per maand zoon € 794,75 € 794,75 klopt" in gelezen and "wijkt af" not in gelezen
    geval = cases.gevallen()["participatiewet/kostendelersnorm/2024-02-01-zoon-van-24-bij-ouders"]
    anders = dict(geval.stof) | {"verwacht": {"zoon": {"norm_per_maand": "794.74"}}}
    monkeypatch.setattr(cases, "gevallen", lambda: {geval.sleutel: type(geval)(**(vars(geval) | {"stof": anders}))})
    assert "€ 794,74 € 794,75 wijkt af" in woorden(tekst_van(client, adres))


def test_where_no_cases_were_delivered_the_pages_say_so(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "gevallen", dict)
    monkeypatch.setattr(cases, "per_regel", dict)
    for adres in (LKS, "/recht/gevallen/"):
        assert "niet bij deze installatie geleverd" in tekst_van(client, adres)
    assert client.get("/recht/gevallen/participatiewet/kostendelersnorm/").status_code == 404


@pytest.mark.parametrize(
    ("term", "eerst"),
    [
        ("kostendelersnorm per", "kostendelersnorm per maand"),
        ("kostendelersnorm_per_maand", "kostendelersnorm per maand"),
        ("leeftijd", "leeftijd"),
        ("10d lid 7", "leeftijd na verjaardag"),
        ("referentiemaandloon", "werkweek referentiemaandloon"),
        ("begint of begon de loonkostensubsidie", "loonkostensubsidie vanaf"),
    ],
)
def test_search_finds_names_articles_and_words_the_nearest_first(client: Client, term: str, eerst: str) -> None:
    pagina = client.get("/recht/", {"zoek": term}).content.decode()
    treffers = pagina.split('<ul class="treffers">')[1]
    assert re.findall(r"<a[^>]*>([^<]*)</a>", treffers)[0] == eerst


@pytest.mark.parametrize("term", ["<script>alert(1)</script>", "x" * 5000, "zzzzqqq", "' OR 1=1", "\x00", "%00"])
def test_a_search_without_result_says_so_and_echoes_nothing_as_html(client: Client, term: str) -> None:
    antwoord = client.get("/recht/", {"zoek": term})
    assert antwoord.status_code == 200 and "Niets gevonden" in antwoord.content.decode()
    assert "<script>alert" not in antwoord.content.decode()


def test_a_misspelt_search_and_a_misspelt_address_get_the_name_that_is_near(client: Client) -> None:
    assert "/recht/kostendelersnorm_per_maand/" in client.get("/recht/", {"zoek": "kostendelrsnorm"}).content.decode()
    antwoord = client.get("/recht/loonkostensubsidi_per_maand/")
    assert antwoord.status_code == 404
    assert 'href="/recht/loonkostensubsidie_per_maand/"' in antwoord.content.decode()


@pytest.mark.parametrize("adres", ["/recht/bedragen/xyz/", "/recht/feiten/xyz/", "/recht/termen/xyz/", "/recht/xyz/"])
def test_what_the_law_does_not_have_is_not_found(client: Client, adres: str) -> None:
    assert client.get(adres).status_code == 404


def test_an_amount_at_the_address_of_a_rule_leads_to_the_amount(client: Client) -> None:
    antwoord = client.get("/recht/vergoeding_werkgeverslasten/")
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/recht/bedragen/vergoeding_werkgeverslasten/")


def test_everything_unverified_is_listed_as_the_files_have_it(client: Client) -> None:
    """Counted by hand, in the text of the package."""
    toml = sum(pad.read_text().count("geverifieerd = false") for pad in PAKKET.glob("*/*.toml"))
    python = sum(
        pad.read_text().count("geverifieerd=False") for pad in PAKKET.glob("*/*.py") if pad.parent.name != "engine"
    )
    lijst = pages.niet_geverifieerd()
    assert len(lijst) == toml + python
    assert all(een.waarom for een in lijst)
    assert f">{len(lijst)} keer niet geverifieerd<" in tekst_van(client, "/recht/")
    gelezen = woorden(tekst_van(client, "/recht/niet-geverifieerd/"))
    assert all(een.waarom[1:] in gelezen for een in lijst)


def test_a_browser_keeps_a_page_until_law_language_or_reader_changes(client: Client, client_als: Any) -> None:
    eerste = client.get(LKS)
    merk = eerste["ETag"]
    assert "no-cache" in eerste["Cache-Control"] and "private" in eerste["Cache-Control"]
    assert "Cookie" in eerste["Vary"]
    merk = client.get(LKS)["ETag"]
    weer = client.get(LKS, headers={"If-None-Match": merk})
    assert (weer.status_code, weer.content) == (304, b"")
    client.cookies["meedoen_taal"] = "en"
    assert client.get(LKS, headers={"If-None-Match": merk}).status_code == 200
    assert client_als("raad_en_griffie").get(LKS, headers={"If-None-Match": merk}).status_code == 200


def test_another_law_or_template_is_another_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    eerst = views.kenmerk.__wrapped__()
    monkeypatch.setattr(cases, "kenmerk", lambda: "andere gevallen")
    assert views.kenmerk.__wrapped__() != eerst


def test_a_message_that_waits_is_shown_once_and_not_kept(client: Client, client_als: Any) -> None:
    genomen = client_als("beheer")
    genomen.post("/afmelden")
    antwoord = genomen.get(LKS)
    assert "U bent afgemeld." in antwoord.content.decode()
    assert "ETag" not in antwoord.headers and "no-store" in antwoord["Cache-Control"]
    weer = genomen.get(LKS)
    assert "U bent afgemeld." not in weer.content.decode() and "ETag" in weer.headers


@pytest.mark.parametrize("methode", ["post", "put", "delete"])
def test_pages_are_only_read(client: Client, methode: str) -> None:
    assert getattr(client, methode)(LKS).status_code == 405


def test_english_readers_get_the_english_text_of_a_rule(client: Client) -> None:
    client.cookies["meedoen_taal"] = "en"
    assert "What the employer receives per month" in woorden(tekst_van(client, LKS)).split("def ")[0]


def test_no_rule_has_the_name_of_a_list_of_this_site() -> None:
    from meedoen.uitvoering.naslag.urls import urlpatterns

    lijsten = {str(route.pattern).split("/")[1] for route in urlpatterns} - {"", "<str:naam>"}
    assert "bedragen" in lijsten and not lijsten & set(laad_recht().regels)
