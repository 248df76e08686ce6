"""The definitions of the bladen agree with the tables, the template with the definitions."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import python_calamine

from meedoen.uitvoering.koppelingen import register
from meedoen.uitvoering.koppelingen.bladen import BLADEN
from meedoen.uitvoering.koppelingen.facts import bekende_feiten
from meedoen.uitvoering.koppelingen.kolommen import Type
from meedoen.uitvoering.koppelingen.template_workbook import maak_sjabloon

from .conftest import schrijf

VAN_MEEDOEN = {
    "feiten": {"door", "motivering"},
    "besluiten": {"procedure", "uitkomst", "aard", "herziet", "terug_te_vorderen", "artikellid"},
}
"""Fields that only an act in Meedoen fills: a file cannot say whose judgment or which procedure it was."""
KOLOMMEN = [(blad, kolom) for blad in BLADEN.values() for kolom in blad.kolommen]


@pytest.mark.parametrize(("blad", "kolom"), KOLOMMEN, ids=[f"{b.naam}.{k.naam}" for b, k in KOLOMMEN])
def test_elke_kolom_past_bij_het_veld_dat_hij_vult(blad: Any, kolom: Any) -> None:
    veld = register.tabel(blad)._meta.get_field(register.modelveld(kolom))
    if veld.choices:
        assert set(kolom.keuzes) == {sleutel for sleutel, _ in veld.choices if sleutel}
    if kolom.type in (Type.TEKST, Type.NUMMER, Type.BSN, Type.FEIT):
        assert kolom.lengte == veld.max_length
    if kolom.type is Type.FEITWAARDE:
        assert kolom.lengte >= max(len(keuze) for feit in bekende_feiten().values() for keuze in feit.soort.keuzes)
    if kolom.type in (Type.PERSOON, Type.WERKGEVER):
        assert kolom.lengte == veld.related_model._meta.get_field("nummer").max_length
    if kolom.type is Type.GETAL:
        assert kolom.decimalen == veld.decimal_places
        assert kolom.maximum < 10 ** (veld.max_digits - veld.decimal_places)
    if kolom.type is not Type.JANEE:
        assert kolom.is_verplicht == (not veld.null and not veld.blank)


@pytest.mark.parametrize("blad", BLADEN.values(), ids=BLADEN)
def test_elk_veld_van_de_tabel_is_een_kolom(blad: Any) -> None:
    velden = {veld.name for veld in register.tabel(blad)._meta.concrete_fields} - {"id", "inlezing", "vastgelegd_op"}
    assert {register.modelveld(kolom) for kolom in blad.kolommen} == velden - VAN_MEEDOEN.get(blad.naam, set())


@pytest.mark.parametrize("blad", BLADEN.values(), ids=BLADEN)
def test_de_sleutel_is_uniek_in_de_database(blad: Any) -> None:
    meta = register.tabel(blad)._meta
    sleutel = {register.modelveld(blad.kolom(naam)) for naam in blad.sleutel}
    uniek = [{veld.name} for veld in meta.concrete_fields if veld.unique]
    uniek += [set(regel.fields) - {"vastgelegd_op"} for regel in meta.constraints if hasattr(regel, "fields")]
    assert sleutel in uniek


@pytest.mark.django_db
def test_de_voorbeelden_vormen_samen_een_goed_register(tmp_path: Path, lees: Callable[..., Any]) -> None:
    """Whoever copies the examples of the explanation gets no error (with a second person for the relation)."""
    bladen = {blad.naam: [[kolom.voorbeeld for kolom in blad.kolommen]] for blad in BLADEN.values()}
    bladen["personen"].append(["P000002", "999990020", "Els", "Voorbeeld", "1981-01-01", "", "GM1680"])
    verslag = lees(schrijf(tmp_path / "r", bladen, scheiding=";"))
    assert verslag.fouten == ()
    assert verslag.is_geladen


@pytest.mark.django_db
def test_het_sjabloon_heeft_elk_blad_met_kop_keuzelijsten_en_uitleg(tmp_path: Path, lees: Callable[..., Any]) -> None:
    inhoud = maak_sjabloon()
    werkmap = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
    assert werkmap.sheet_names == ["uitleg", *BLADEN, "keuzes"]
    for blad in BLADEN.values():
        assert werkmap.get_sheet_by_name(blad.naam).to_python() == [list(blad.kolomnamen)]
    uitleg = [tuple(rij[:2]) for rij in werkmap.get_sheet_by_name("uitleg").to_python()]
    assert all((blad.naam, kolom.naam) in uitleg for blad, kolom in KOLOMMEN)
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        plaatsingen = archief.read(f"xl/worksheets/sheet{list(BLADEN).index('plaatsingen') + 2}.xml").decode()
    assert "garantiebaan,beschut_werk" in plaatsingen
    pad = tmp_path / "sjabloon.xlsx"
    pad.write_bytes(inhoud)
    verslag = lees(pad)
    assert [f.verwacht for f in verslag.fouten] == ["minstens één rij onder de kolomnamen"]
