"""The ordinances of a policy folder: loaded once, refused with line and reason, read by the rules."""

from pathlib import Path

import pytest

from meedoen.uitvoering.beleid.acts import laad_beleid
from meedoen.uitvoering.beleid.models import Verordeningsbesluit
from meedoen.uitvoering.beleid.ordinances import lees_verordeningen, verordening_van
from meedoen.uitvoering.beleid.reading import BestandenOnjuist
from tests.uitvoering import register
from tests.uitvoering.register import dag

pytestmark = pytest.mark.django_db
VOORBEELD = Path(__file__).parents[3] / "voorbeelden" / "drentsche-aa"


def test_the_example_decisions_are_loaded_once_and_read_by_the_rules() -> None:
    register.kadernota()
    aantal = Verordeningsbesluit.objects.count()
    assert set(Verordeningsbesluit.objects.values_list("gemeente_id", flat=True)) == set(register.NAMEN)
    laad_beleid(VOORBEELD, door=None, op=dag("2026-01-01"))
    assert Verordeningsbesluit.objects.count() == aantal
    assen = verordening_van(register.ASSEN)
    waarde = assen.op("inkomenstoeslag_referteperiode", dag("2024-01-01"))
    assert waarde is not None and waarde.bron.startswith("Assen: Voorbeeld:")
    assert verordening_van(register.ASSEN) is assen


def test_a_municipality_without_decisions_has_none() -> None:
    register.gemeenten()
    assert verordening_van(register.ASSEN).besluiten == ()


@pytest.mark.parametrize(
    ("oud", "nieuw", "wat"),
    [
        ('gemeente = "Assen"', 'gemeente = "Asen"', "een bestaande gemeente"),
        ("inkomenstoeslag_referteperiode = 36", "inkomenstoeslag_referteperiod = 36", "inkomenstoeslag_referteperiode"),
        ("inkomenstoeslag_referteperiode = 36", "inkomenstoeslag_referteperiode =", "TOML"),
    ],
)
def test_a_file_that_is_not_right_is_refused_with_its_line(tmp_path: Path, oud: str, nieuw: str, wat: str) -> None:
    register.gemeenten()
    (tmp_path / "verordeningen").mkdir()
    tekst = (VOORBEELD / "verordeningen" / "assen.toml").read_text("utf-8")
    assert oud in tekst
    (tmp_path / "verordeningen" / "assen.toml").write_text(tekst.replace(oud, nieuw, 1), "utf-8")
    with pytest.raises(BestandenOnjuist, match=wat) as fout:
        lees_verordeningen(tmp_path)
    assert fout.value.fouten[0].bestand == "verordeningen/assen.toml"


def test_a_folder_without_ordinances_has_none(tmp_path: Path) -> None:
    assert lees_verordeningen(tmp_path) == []
