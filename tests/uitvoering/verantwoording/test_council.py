"""The council's eight questions: sentences with figures, honest about what is not known, kept as versions."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from meedoen.uitvoering.beleid.models import Beleidscijfer, Gemeente
from meedoen.uitvoering.kern.models import Gebeurtenis
from meedoen.uitvoering.kern.units import EenhedenVerschillen
from meedoen.uitvoering.sturing.areas import gebied
from meedoen.uitvoering.sturing.figures import SomKloptNiet, bereken
from meedoen.uitvoering.sturing.registry import DEFINITIES
from meedoen.uitvoering.verantwoording import acts
from meedoen.uitvoering.verantwoording.answers import som
from meedoen.uitvoering.verantwoording.document import Kop
from meedoen.uitvoering.verantwoording.models import Antwoordversie, Standpunt
from tests.uitvoering import register
from tests.uitvoering.register import AA_EN_HUNZE, ASSEN, TYNAARLO, dag

pytestmark = pytest.mark.django_db
ClientAls = Callable[..., Client]
OP = "?peildatum=2018-12-31"
KOP = Kop("Vragen over beschut werk", "Wethouder uit de test", "Informant uit de test", date(2018, 12, 20))


@pytest.fixture(autouse=True)
def _assen() -> None:
    """Assen with two jobs of its own, one hired in, three places for sheltered work and one resident who waits."""
    register.gemeenten()
    register.kadernota()
    gemeente, bedrijf = register.werkgever(ASSEN, is_gemeente=True), register.werkgever(ASSEN)
    for verband in ("in_dienst", "in_dienst", "detachering"):
        register.plaatsing(register.persoon(), gemeente, "garantiebaan", "2016-01-01", verband=verband)
    register.plaatsing(register.persoon(), bedrijf, "garantiebaan", "2016-01-01", is_social_return=True)
    for _n in range(3):
        register.plaatsing(register.persoon(), bedrijf, "beschut_werk", "2017-01-01")
    register.advies(register.persoon(), "2018-10-01", "positief", "2018-12-01", door="persoon")
    register.advies(register.persoon(), "2018-12-10")


def tekst(html: str) -> str:
    """What a reader reads: no tags, no words for screen readers only."""
    html = re.sub(r'<span class="visueel-verborgen">.*?</span>', "", html)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html)).replace("&#x27;", "'")


def pagina(client: Client, code: str = ASSEN) -> str:
    antwoord = client.get(f"/raad/{code}{OP}")
    assert antwoord.status_code == 200
    return antwoord.content.decode()


ZINNEN = (
    "Alle gemeenten samen moesten eind 2016 1.152 banen van 25,5 uur extra hebben gerealiseerd.",
    "Hoe dat aantal over de gemeenten is verdeeld, staat niet in onze bronnen.",
    "Het college van Assen heeft nog geen eigen opgave vastgelegd.",
    "Op 31 december 2018 vervulde de gemeente Assen als werkgever 3,0 banen van 25,5 uur, begonnen sinds 1 januari "
    "2013: 2,0 in eigen dienst, 1,0 via detachering en 0,0 via een uitzendbureau.",
    "Sinds 1 januari 2013 begonnen daar 3 plaatsingen in een garantiebaan; daarvan lopen er nog 3.",
    "Zonder eigen opgave is niet te zeggen hoeveel banen nog ontbreken.",
    "Social return: op 31 december 2018 liepen voor inwoners van Assen 1 plaatsing uit zulke afspraken.",
    "Ja. Inwoners van Assen bezetten op 31 december 2018 3 plekken beschut werk.",
    "Zonder plek, maar met een positief advies: 1 persoon.",
    "Zij wachtten gemiddeld 30 dagen.",
    "Bij UWV in behandeling: 1 aanvraag.",
    "De ministeriële regeling noemt 15 plekken voor 31 december 2017; toen bezetten inwoners 3 plekken. Dat zijn er "
    "12 minder.",
    "De ministeriële regeling noemt 27 plekken voor 31 december 2018; toen bezetten inwoners 3 plekken. Dat zijn er "
    "24 minder.",
    "De Kadernota raamde 56 plekken beschut werk in 2018 voor de samenwerking als geheel (Samenwerking Drentsche Aa); "
    "per gemeente geeft zij geen raming.",
    "Het college heeft nog niet geantwoord hoe het de ontbrekende banen wil realiseren.",
)


def test_the_page_says_in_plain_sentences_what_the_register_knows(client_als: ClientAls) -> None:
    gelezen = tekst(pagina(client_als("raad_en_griffie", [ASSEN])))
    assert [zin for zin in ZINNEN if zin not in gelezen] == []


def test_a_municipality_outside_the_source_is_told_that_its_number_is_not_there(client_als: ClientAls) -> None:
    gelezen = tekst(pagina(client_als("raad_en_griffie", [TYNAARLO]), TYNAARLO))
    assert "Het aantal uit de ministeriële regeling voor Tynaarlo is niet gepubliceerd in onze bron" in gelezen
    assert "bezetten inwoners van Tynaarlo 0 plekken beschut werk" in gelezen


def test_each_figure_of_the_page_opens(client_als: ClientAls) -> None:
    client = client_als("raad_en_griffie", [ASSEN])
    links = set(re.findall(r'href="(/cijfers/[^"]+)"', pagina(client)))
    assert len(links) > 12
    for link in links:
        assert client.get(link).status_code == 200, link


def test_the_council_sees_its_own_municipality_only_and_no_form(client_als: ClientAls) -> None:
    client = client_als("raad_en_griffie", [ASSEN])
    assert client.get(f"/raad/{AA_EN_HUNZE}").status_code == 403
    assert client.get(f"/raad/{AA_EN_HUNZE}/antwoord.pdf").status_code == 403
    assert client.get("/raad/GM9999").status_code == 404
    assert client.get(f"/raad/{ASSEN}/standpunt/3").status_code == 403
    assert "standpunt/3" not in pagina(client)


def gezien(client: Client, vraag: int) -> str:
    """What the form says was the last answer when it was opened; empty for none."""
    gevonden = re.search(
        r'name="gezien"(?: value="(\d+)")?', client.get(f"/raad/{ASSEN}/standpunt/{vraag}").content.decode()
    )
    assert gevonden
    return gevonden[1] or ""


def test_who_did_not_see_the_last_answer_replaces_it_only_after_seeing_it(client_als: ClientAls) -> None:
    client = client_als("beleid_en_control", [ASSEN])
    velden = {"tekst": "Eerst.", "portefeuillehouder": "Wethouder", "vastgesteld_op": "2018-12-20", "gezien": ""}
    assert client.post(f"/raad/{ASSEN}/standpunt/4", velden).status_code == 302
    geweigerd = client.post(f"/raad/{ASSEN}/standpunt/4", velden | {"tekst": "Toen."})
    assert geweigerd.status_code == 422
    assert "Terwijl u schreef is een ander antwoord vastgelegd" in geweigerd.content.decode()
    assert [s.tekst for s in Standpunt.objects.all()] == ["Eerst."]
    opnieuw = re.search(r'name="gezien" value="(\d+)"', geweigerd.content.decode())
    assert opnieuw
    assert client.post(f"/raad/{ASSEN}/standpunt/4", velden | {"gezien": opnieuw[1]}).status_code == 302
    assert Standpunt.objects.count() == 2


def test_an_answer_of_the_college_shows_with_name_and_date_and_the_earlier_one_stays(client_als: ClientAls) -> None:
    client = client_als("beleid_en_control", [ASSEN])
    for woorden in ("Wij kopen anders in.", "Wij kopen socialer in."):
        velden = {"tekst": woorden, "portefeuillehouder": "Wethouder uit de test", "vastgesteld_op": "2018-12-20"}
        velden["gezien"] = gezien(client, 4)
        assert client.post(f"/raad/{ASSEN}/standpunt/4", velden).status_code == 302
    gelezen = tekst(pagina(client))
    assert "Wij kopen socialer in." in gelezen and "Wij kopen anders in." not in gelezen
    assert "Wethouder uit de test, vastgesteld op 20 december 2018" in gelezen
    assert Standpunt.objects.count() == 2
    assert Gebeurtenis.objects.filter(handeling="leg_standpunt_vast", gemeentecode=ASSEN).count() == 2
    assert "Wij kopen anders in." in client.get(f"/raad/{ASSEN}/standpunt/4").content.decode()


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"tekst": ""}, "Vul het antwoord van het college in."),
        ({"portefeuillehouder": ""}, "Vul de portefeuillehouder in."),
        ({"vastgesteld_op": "2026-11-23"}, "Deze dag ligt na vandaag"),
        ({"vastgesteld_op": "31-02-2018"}, "Dit is geen bestaande datum"),
    ],
)
def test_a_wrong_answer_is_refused_with_the_reason_and_stores_nothing(
    velden: dict[str, str], fout: str, client_als: ClientAls
) -> None:
    goed = {"tekst": "Wij doen het.", "portefeuillehouder": "Wethouder uit de test", "vastgesteld_op": "2018-12-20"}
    antwoord = client_als("beleid_en_control", [ASSEN]).post(f"/raad/{ASSEN}/standpunt/3", goed | velden)
    assert antwoord.status_code == 422
    assert fout in antwoord.content.decode()
    assert not Standpunt.objects.exists()


def test_there_is_no_ninth_question(client_als: ClientAls) -> None:
    assert client_als("beleid_en_control", [ASSEN]).get(f"/raad/{ASSEN}/standpunt/9").status_code == 404


def test_an_own_task_gives_what_is_left(client_als: ClientAls) -> None:
    client = client_als("beleid_en_control", [ASSEN])
    velden = {"banen": "4,5", "te_bereiken_op": "2018-12-31", "vastgesteld_op": "2016-02-01", "bron": "Collegebesluit"}
    assert client.post(f"/raad/{ASSEN}/opgave", velden).status_code == 302
    gelezen = tekst(pagina(client))
    assert "als eigen opgave vastgelegd: 4,5 banen van 25,5 uur, te bereiken op 31 december 2018" in gelezen
    assert "zijn er 3,0 banen van 25,5 uur gerealiseerd. Er ontbreken er nog 1,5." in gelezen
    assert Gebeurtenis.objects.filter(handeling="leg_opgave_vast").count() == 1
    dubbel = client.post(f"/raad/{ASSEN}/opgave", velden | {"banen": "6"})
    assert dubbel.status_code == 422 and "al een opgave" in dubbel.content.decode()
    assert Beleidscijfer.objects.filter(soort="garantiebanen-opgave").count() == 1


def test_a_sum_of_unlike_units_or_of_other_parts_is_refused() -> None:
    def tel(sleutel: str) -> Any:
        return bereken(DEFINITIES[sleutel], gebied(ASSEN, ()), dag("2018-12-31"))

    with pytest.raises(EenhedenVerschillen):
        som((tel("garantiebanen-personen"), tel("garantiebanen-banen")), tel("garantiebanen-banen"))
    with pytest.raises(SomKloptNiet, match="tellen op tot"):
        som((tel("gemeente-garantiebanen-eigen"),), tel("gemeente-garantiebanen"))


def test_the_pdf_is_tagged_dutch_and_says_that_it_is_a_draft(client_als: ClientAls) -> None:
    antwoord = client_als("raad_en_griffie", [ASSEN]).get(f"/raad/{ASSEN}/antwoord.pdf{OP}")
    assert antwoord.headers["Content-Type"] == "application/pdf"
    assert "concept" in antwoord.headers["Content-Disposition"]
    for teken in (b"%PDF", b"/MarkInfo", b"/StructTreeRoot", b"/Lang"):
        assert teken in antwoord.content


def test_a_version_is_kept_as_it_went_out(gebruiker: Callable[..., Any], client_als: ClientAls) -> None:
    client = client_als("beleid_en_control", [ASSEN])
    velden = {
        "onderwerp": KOP.onderwerp, "portefeuillehouder": KOP.portefeuillehouder, "informant": KOP.informant,
        "besluit_op": "2018-12-20",
    }  # fmt: skip
    assert client.post(f"/raad/{ASSEN}/versie{OP}", velden).status_code == 302
    versie = Antwoordversie.objects.get()
    assert (versie.versie, versie.peildatum) == (1, date(2018, 12, 31))
    assert bytes(versie.pdf).startswith(b"%PDF")
    assert versie.cijfers["beschut-werk-plekken 2018-12-31"] == "3"
    raad = client_als("raad_en_griffie", [ASSEN])
    assert raad.get(f"/raad/{ASSEN}/versie/1.pdf").content == bytes(versie.pdf)
    assert raad.get(f"/raad/{ASSEN}/versie/2.pdf").status_code == 404
    assert raad.post(f"/raad/{ASSEN}/versie{OP}", velden).status_code == 403
    assert "Versie 1 (PDF)" in pagina(raad)
    assert Gebeurtenis.objects.get(handeling="stel_antwoord_vast").gegevens["sha256"] == versie.sha256


def test_a_past_that_changed_after_a_version_is_told(gebruiker: Callable[..., Any], client_als: ClientAls) -> None:
    assen = Gemeente.objects.get(code=ASSEN)
    door = gebruiker("beleid_en_control", [ASSEN])
    acts.stel_antwoord_vast(door=door, op=date(2018, 12, 31), gemeente=assen, peildatum=date(2018, 12, 31), kop=KOP)
    client = client_als("raad_en_griffie", [ASSEN])
    assert "telt het register voor dezelfde dag anders" not in pagina(client)
    register.plaatsing(register.persoon(), register.werkgever(), "beschut_werk", "2018-01-01")
    gelezen = tekst(pagina(client))
    assert "Sinds versie 1 telt het register voor dezelfde dag anders:" in gelezen
    assert "Bezette plekken beschut werk: toen 3, nu 4" in gelezen


def test_a_version_without_a_decision_is_refused(gebruiker: Callable[..., Any]) -> None:
    assen, zonder = Gemeente.objects.get(code=ASSEN), Kop("Onderwerp", "Wethouder", "Informant", None)
    with pytest.raises(ValueError, match="datum van het besluit"):
        acts.stel_antwoord_vast(
            door=gebruiker("beleid_en_control"), op=date(2018, 12, 31), gemeente=assen, peildatum=date(2018, 12, 31),
            kop=zonder,
        )  # fmt: skip
    assert not Antwoordversie.objects.exists()


def test_the_council_page_asks_a_bounded_number_of_queries(
    client_als: ClientAls, django_assert_max_num_queries: Any
) -> None:
    client = client_als("raad_en_griffie", [ASSEN])
    with django_assert_max_num_queries(85):
        client.get(f"/raad/{ASSEN}?peildatum=2026-11-22")


def test_hours_are_divided_exactly_and_rounded_only_for_the_eye(client_als: ClientAls) -> None:
    register.plaatsing(
        register.persoon(), register.werkgever(ASSEN, is_gemeente=True), "garantiebaan", "2017-01-01",
        uren_per_week=Decimal("24"), verband="uitzendbureau",
    )  # fmt: skip
    gelezen = tekst(pagina(client_als("raad_en_griffie", [ASSEN])))
    assert "als werkgever 3,9 banen van 25,5 uur" in gelezen
    assert "0,9 via een uitzendbureau" in gelezen


def test_page_and_pdf_speak_english_by_the_switch(client_als: ClientAls) -> None:
    client = client_als("raad_en_griffie", [ASSEN])
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    html = pagina(client)
    assert 'lang="en"' in html
    assert "Inwoners van Assen bezetten" not in tekst(html)
    assert "31 December 2018" in tekst(html)
    assert b"/Lang" in client.get(f"/raad/{ASSEN}/antwoord.pdf{OP}").content
