"""Values that cannot go together: each of them is about terms that exist, and is told when it is broken."""

from dataclasses import replace
from fractions import Fraction

import pytest

from meedoen.recht import GevalFout, RechtFout, laad_recht, lees_geval
from meedoen.recht.engine.combinations import Combinatie, lees_combinaties
from meedoen.recht.verordening.controle import controleer

TERMEN = laad_recht().termen
KOP = """gemeente = "Voorbeeldstad"
[[besluit]]
verordening = "{verordening}"
naam = "Besluit"
besloten_op = 2014-11-20
bron = "besluit 1"
vanaf = 2015-01-01
[besluit.waarden]
"""


def met(naam: str) -> Combinatie:
    return next(combinatie for combinatie in laad_recht().combinaties if combinatie.naam == naam)


def test_every_combination_is_about_terms_that_exist_with_an_article_and_a_sentence() -> None:
    for combinatie in laad_recht().combinaties:
        assert combinatie.namen(TERMEN) <= TERMEN.keys(), combinatie.naam
        assert combinatie.reden.endswith(".") and combinatie.artikel, combinatie.naam


def test_a_choice_asks_for_what_goes_with_it() -> None:
    tekst = KOP.format(verordening="beleid_minimabeleid") + "collectieve_zorgverzekering = true\n"
    (fout,) = controleer(tekst).fouten
    assert fout.wat == met("zorgverzekering_vraagt_grens_en_bijdrage").reden and fout.regel == 9
    assert controleer(tekst.replace("true", "false")).bevindingen == ()
    heel = "collectieve_zorgverzekering_inkomensgrens = 120\ncollectieve_zorgverzekering_bijdrage = 25\n"
    assert controleer(tekst + heel).bevindingen == ()


def test_what_stands_out_but_is_allowed_is_a_warning() -> None:
    tekst = KOP.format(verordening="inkomenstoeslag") + "inkomenstoeslag_inkomensgrens = 99\n"
    (bevinding,) = controleer(tekst).bevindingen
    assert not bevinding.is_fout and "onder 100 procent" in bevinding.wat
    assert controleer(tekst.replace("99", "100")).bevindingen == ()


def test_values_of_two_decisions_are_taken_together_and_told_once() -> None:
    tekst = KOP.format(verordening="inkomenstoeslag") + "inkomenstoeslag_alleenstaande = 500\n"
    tekst += (
        tekst.partition("\n")[2].replace("2015-01-01", "2017-01-01").replace("_alleenstaande = 500", "_gehuwden = 400")
    )
    (bevinding,) = controleer(tekst).bevindingen
    assert bevinding.waar.startswith("besluit 2") and "minder dan een alleenstaande" in bevinding.wat


@pytest.mark.parametrize(
    ("eis", "waarde", "is_geschonden"),
    [
        ("inkomenstoeslag_inkomenstoets != 'elke maand'", "elke maand", True),
        ("inkomenstoeslag_inkomenstoets == 'elke maand'", "elke maand", False),
    ],
)
def test_a_choice_is_compared_with_a_text(eis: str, waarde: str, is_geschonden: bool) -> None:
    (combinatie,) = lees_combinaties(f'[x]\neis = "{eis}"\nartikel = "a"\nreden = "r."')
    assert combinatie.is_geschonden({"inkomenstoeslag_inkomenstoets": waarde}, TERMEN) is is_geschonden


def test_a_number_is_compared_as_it_is_stated_in_a_file() -> None:
    combinatie = met("grens_inkomenstoeslag_onder_de_norm")
    assert combinatie.is_geschonden({"inkomenstoeslag_inkomensgrens": Fraction(99, 100)}, TERMEN)
    assert not combinatie.is_geschonden({"inkomenstoeslag_inkomensgrens": Fraction(1)}, TERMEN)
    assert not combinatie.is_geschonden({}, TERMEN)
    assert not replace(combinatie, als=met("stadspas_vraagt_grens_en_bedragen").als).is_geschonden(
        {"inkomenstoeslag_inkomensgrens": Fraction(99, 100)}, TERMEN
    )


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ('eis = "a < 3"', "no artikel or no reden"),
        ('artikel = "a"\nreden = "r"', "either eis or vraagt"),
        ('artikel = "a"\nreden = "r"\neis = "a is klein"', "cannot read"),
        ('artikel = "a"\nreden = "r"\neis = "a < 3"\nals_ = "b"', "unknown key 'als_'"),
    ],
)
def test_a_combination_of_another_form_is_an_error(tekst: str, zin: str) -> None:
    with pytest.raises(RechtFout, match=zin):
        lees_combinaties(f"[x]\n{tekst}")


@pytest.mark.parametrize("is_besluit", [True, False])
def test_a_case_with_values_that_cannot_go_together_is_refused_with_the_reason(is_besluit: bool) -> None:
    waarden = {"maatregel_eerste_duur": 3}
    verordening = {"besluit": [{"verordening": "maatregelen", "vanaf": "2015-01-01", "waarden": waarden}]}
    opgave = {"peildatum": "2026-01-01", "gevraagd": ["leeftijd"], "persoon": [{"id": "a"}]}
    with pytest.raises(GevalFout) as fout:
        lees_geval(opgave | {"verordening": verordening if is_besluit else {"waarden": waarden}})
    reden = met("eerste_maatregel_korter_dan_drie_maanden").reden
    assert "maatregel_eerste_duur = 3" in str(fout.value) and reden in str(fout.value)


def test_what_must_be_filled_beside_a_choice_is_asked_and_not_refused() -> None:
    waarden = {"collectieve_zorgverzekering": True}
    opgave = {"peildatum": "2026-01-01", "gevraagd": ["leeftijd"], "persoon": [{"id": "a"}]}
    assert lees_geval(opgave | {"verordening": {"waarden": waarden}}).verordening.besluiten
