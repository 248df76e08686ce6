"""Receipts and links from other screens: a reader sees with which law, facts and amounts, and reaches their pages."""

from decimal import Decimal
from typing import Any

import pytest
from django.template import Context, Template

from meedoen.recht import bereken, laad_recht, lees_geval
from meedoen.uitvoering.naslag.receipts import lees_ontvangst


def ontvangst() -> dict[str, Any]:
    """The receipt of a real computation."""
    geval = {
        "peildatum": "2024-03-01",
        "gevraagd": ["loonkostensubsidie_per_maand"],
        "persoon": [
            {
                "id": "P1",
                "geboortedatum": "1980-01-01",
                "uren_per_week": Decimal("25.5"),
                "voltijd_uren_per_week": 40,
                "loonwaarde_percentage": 45,
            }
        ],
    }
    return bereken(lees_geval(geval)).ontvangst


def toon(sjabloon: str, **context: object) -> str:
    """A template with the tags of the law."""
    return Template("{% load recht %}" + sjabloon).render(Context(context))


def test_a_receipt_tells_package_facts_and_amounts() -> None:
    gelezen = lees_ontvangst(ontvangst(), {"P1": "M. Voorbeeld"})
    assert (gelezen.versie, gelezen.hash, gelezen.is_huidig) == (laad_recht().versie, laad_recht().hash, True)
    feiten = {post.naam: post for post in gelezen.feiten}
    assert (feiten["uren_per_week"].waarde, feiten["uren_per_week"].van) == ("25,5 uur per week", "M. Voorbeeld")
    assert feiten["loonwaarde_percentage"].waarde == "45%"
    assert not feiten["forfait"].is_opgegeven
    bedragen = {post.naam: post for post in gelezen.bedragen}
    assert bedragen["vergoeding_werkgeverslasten"].waarde == "23,5%"
    assert {naam for naam, post in bedragen.items() if not post.is_geverifieerd} == {
        bedrag["naam"] for bedrag in ontvangst()["bedragen"] if not bedrag["is_geverifieerd"]
    }


def test_a_receipt_of_another_law_is_seen_and_keeps_names_that_are_gone() -> None:
    bewaard = ontvangst() | {"hash": "0" * 64, "versie": "2019.1"}
    bewaard["bedragen"] = [bewaard["bedragen"][0] | {"naam": "wwb_norm"}]
    del bewaard["verordening"]
    gelezen = lees_ontvangst(bewaard)
    assert not gelezen.is_huidig and not gelezen.bedragen[0].is_bekend
    pagina = toon("{% ontvangst bewaard %}", bewaard=bewaard)
    assert "2019.1" in pagina and "wwb norm" in pagina and "/wwb_norm/" not in pagina


def test_judgments_and_choices_of_a_municipality_stand_apart() -> None:
    bewaard = ontvangst()
    feit = bewaard["feiten"][0] | {"soort": "oordeel", "bron": "M. Voorbeeld, 5 januari 2026"}
    term = {"naam": "x", "vanaf": "2015-01-01", "waarde": "3", "eenheid": "maanden", "artikel": "Wet 8", "bron": "raad"}
    gelezen = lees_ontvangst(bewaard | {"feiten": [feit], "verordening": [term]})
    assert [post.herkomst.split(";")[0] for post in gelezen.oordelen] == ["M. Voorbeeld, 5 januari 2026"]
    assert gelezen.feiten == () and gelezen.verordening[0].herkomst == "Wet 8; raad"


def test_relations_name_persons_and_say_how_they_were_found() -> None:
    personen = [
        {"id": "P1", "geboortedatum": "1980-01-01", "inkomen_per_maand": 0},
        {"id": "P2", "geboortedatum": "2015-01-01", "gevraagd": []},
    ]
    geval = {
        "peildatum": "2024-03-01",
        "gevraagd": ["heeft_ten_laste_komende_kinderen", "is_meetellende_echtgenoot"],
        "persoon": personen,
    }
    bewaard = bereken(lees_geval(geval)).ontvangst
    gelezen = lees_ontvangst(bewaard, {"P1": "M. Voorbeeld", "P2": "K. Voorbeeld"})
    posten = {(post.van, post.naam): post for post in gelezen.feiten}
    partner, kinderen = posten["M. Voorbeeld", "partner"], posten["M. Voorbeeld", "kinderen"]
    assert (partner.waarde, partner.is_opgegeven) == ("geen", False)
    assert (kinderen.waarde, kinderen.is_opgegeven) == ("K. Voorbeeld", True)
    assert kinderen.herkomst.startswith("afgeleid: geen andere volwassene")
    assert 'href="/recht/feiten/partner/"' in toon("{% ontvangst bewaard %}", bewaard=bewaard)


def test_a_field_of_a_list_leads_to_the_page_of_the_list() -> None:
    lijst = next(feit for feit in laad_recht().feiten.values() if feit.vorm == "lijst")
    veld = next(iter(lijst.velden))
    bewaard = ontvangst()
    bewaard["feiten"] = [bewaard["feiten"][0] | {"naam": f"{lijst.naam}[1].{veld}"}]
    assert f'href="/recht/feiten/{lijst.naam}/"' in toon("{% ontvangst bewaard %}", bewaard=bewaard)


@pytest.mark.parametrize(
    ("naam", "adres"),
    [
        ("norm_per_maand", "/recht/norm_per_maand/"),
        ("vergoeding_werkgeverslasten", "/recht/bedragen/vergoeding_werkgeverslasten/"),
        ("geboortedatum", "/recht/feiten/geboortedatum/"),
    ],
)
def test_any_name_of_the_law_is_a_link_to_its_page(naam: str, adres: str) -> None:
    for tag in ("recht_link", "recht_wijzer"):
        assert f'href="{adres}"' in toon("{% " + tag + " naam %}", naam=naam)


def test_a_name_that_the_law_does_not_have_is_no_link_and_is_escaped() -> None:
    assert toon("{% recht_link naam %}", naam="<b>x</b>") == '<span lang="nl">&lt;b&gt;x&lt;/b&gt;</span>'
    assert toon("{% recht_wijzer naam %}", naam="geen_regel") == ""


def test_names_in_a_sentence_become_links_and_nothing_else_becomes_html() -> None:
    zin = "Bedrag vergoeding_werkgeverslasten per 2022-01-01: <b>niet</b> zeker_niet geverifieerd"
    pagina = toon("{{ zin|met_rechtlinks }}", zin=zin)
    assert pagina.count("<a ") == 1 and "&lt;b&gt;niet&lt;/b&gt; zeker_niet" in pagina
