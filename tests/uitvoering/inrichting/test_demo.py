"""The demonstration: whole through the ordinary import, mended after a break, never beside real people."""

import datetime
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import Count

from meedoen import cli
from meedoen.uitvoering.beleid.acts import laad_referentiegegevens
from meedoen.uitvoering.besluiten.models import Besluit, Bezwaar, Opschorting
from meedoen.uitvoering.dossiers.models import Indeling, Inlezing, Persoon, Uitkering
from meedoen.uitvoering.dossiers.queries import geldig_op
from meedoen.uitvoering.inrichting import demo
from meedoen.uitvoering.inwoners.models import Verzoek
from meedoen.uitvoering.kern.models import Gebeurtenis, Gebruiker, Rol
from meedoen.uitvoering.plaatsingen.models import Plaatsing
from meedoen.uitvoering.toegang.models import Overdracht

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
BEGIN = datetime.date(2015, 1, 1)
PROCESSEN = {"toegang", "trajecten", "besluiten", "handhaving", "inwoners"}
"""The apps in which work goes through states."""
WAT_EEN_RIJ_IS = {"soort", "aard", "stand", "uitkomst", "vorm", "route"}
"""Fields that say of which kind a row is, or how far: the others say where it came from or what it is about."""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "MAP", tmp_path)


def _zwijg(*_: object) -> None:
    return None


def _maak(personen: int | None = 400, *, is_bijwerken: bool = False) -> demo.Demoverslag:
    return demo.maak_gereed(meld=_zwijg, voortgang=_zwijg, personen=personen, is_bijwerken=is_bijwerken)


def test_the_whole_partnership_loads_and_counts_what_the_kadernota_counts() -> None:
    verslag = _maak(None)
    per_groep = Indeling.objects.filter(geldig_op(BEGIN)).values_list("doelgroep").annotate(Count("id"))
    assert dict(per_groep) == {"0-30": 832, "30-50": 908, "50-80": 616, "80-100": 400, "wsw-oud": 854}
    assert Uitkering.objects.filter(geldig_op(BEGIN)).count() == 2700
    assert Plaatsing.objects.filter(geldig_op(BEGIN), soort__in=("wsw", "begeleid_werken")).count() == 854
    assert not Inlezing.objects.filter(geweigerd__gt=0).exists()
    assert {login.rol for login in verslag.logins} == set(Rol)
    assert 12_000 < verslag.personen < 17_500
    _eis_iets_in_elke_stand()


def _eis_iets_in_elke_stand() -> None:
    """Each state of each process has a case, so that every screen has something true to show: by the declarations."""
    leeg = []
    for model in apps.get_models():
        for veld in model._meta.concrete_fields if model._meta.app_label in PROCESSEN else ():
            if veld.name in WAT_EEN_RIJ_IS and veld.choices:
                er = set(model.objects.values_list(veld.name, flat=True))
                leeg += [
                    f"{model.__name__}.{veld.name}: {keuze}" for keuze, _naam in veld.flatchoices if keuze not in er
                ]
    assert leeg == []
    getekend = Besluit.objects.exclude(procedure=None).values_list("soort", flat=True)
    assert {*getekend} == {*Besluit.Soort.values} and Bezwaar.objects.filter(uitkomst="").exists()
    assert {rij.overgenomen_op is None for rij in Overdracht.objects.all()} == {True, False}
    assert Opschorting.objects.filter(tot=None).exists() and Verzoek.objects.filter(uitkomst="").exists()


def test_bijwerken_lets_the_register_run_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEEDOEN_VANDAAG", "2015-01-20")
    eerst = _maak(None)
    monkeypatch.setenv("MEEDOEN_VANDAAG", "2015-03-10")
    later = _maak(None, is_bijwerken=True)
    assert later.personen > eerst.personen
    assert (later.laatste_instroom or BEGIN) > datetime.date(2015, 2, 20)
    assert not Inlezing.objects.filter(geweigerd__gt=0).exists()


def test_broken_off_the_next_run_mends_it_and_the_one_after_that_changes_nothing() -> None:
    def breek_af(stap: str, gedaan: int) -> None:
        if stap.startswith("laden van indelingen"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        demo.maak_gereed(meld=_zwijg, voortgang=breek_af, personen=400)
    assert not Persoon.objects.exists()
    eerst = _maak()
    assert eerst.personen == Persoon.objects.count() == 400
    stand = (Inlezing.objects.count(), Gebeurtenis.objects.count())
    assert _maak() == eerst
    assert (Inlezing.objects.count(), Gebeurtenis.objects.count()) == stand


def test_it_refuses_a_database_with_other_people_and_touches_nothing() -> None:
    laad_referentiegegevens(door=None, op=BEGIN)
    Persoon.objects.create(
        nummer="1", bsn="111222333", voornaam="A", achternaam="B", geboortedatum=BEGIN, gemeente_id="GM0106"
    )
    with pytest.raises(demo.DemoKanNiet, match="niet verzonnen"):
        _maak()
    assert (Persoon.objects.count(), Gebruiker.objects.count()) == (1, 0)


def test_missing_policy_files_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("meedoen.__file__", str(tmp_path / "a" / "b" / "meedoen" / "__init__.py"))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(demo.DemoKanNiet, match="--beleid MAP"):
        _maak()


@pytest.mark.parametrize(("adres", "waar"), [([], "127.0.0.1:8000"), (["--adres", "127.0.0.1:8123"], "127.0.0.1:8123")])
def test_the_logins_stand_under_the_address_where_the_website_will_run(
    adres: list[str], waar: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(demo, "maak_gereed", lambda **_: demo.Demoverslag(400, None, []))
    assert cli.main(["demo", *adres]) == 0
    assert f"Aanmelden op http://{waar} kan als:" in capsys.readouterr().out
