"""A granted rectification: facts are corrected, the resident reads which, and amounts that rest on them are named."""

import datetime
import html
import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from meedoen.recht import laad_recht
from meedoen.uitvoering.besluiten.models import Besluit, Procedure
from meedoen.uitvoering.dossiers.fact_rows import als_regels
from meedoen.uitvoering.dossiers.models import Feit, Inlezing, Persoon
from meedoen.uitvoering.dossiers.queries import feiten_op
from meedoen.uitvoering.dossiers.versions import IntussenGewijzigd
from meedoen.uitvoering.inwoners.acts import beslis, meld_verbeterd, neem_verzoek_in, verbeter_feit
from meedoen.uitvoering.inwoners.copy import kopietekst
from meedoen.uitvoering.inwoners.corrections import te_verbeteren, verbeteringen_van
from meedoen.uitvoering.inwoners.letters import brieftekst
from meedoen.uitvoering.inwoners.models import Verbetering, Verzoek
from meedoen.uitvoering.kern.models import Gebeurtenis
from tests.uitvoering import register
from tests.uitvoering.besluiten.steps import INGANG, aanvraag, getekend, met_feiten
from tests.uitvoering.dossiers.household import feit, relatie, woont
from tests.uitvoering.register import ASSEN, TYNAARLO, dag
from tests.uitvoering.work import werk_van

pytestmark = pytest.mark.django_db
OP = dag("2026-11-22")
TOEN = datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)
NIEUW: dict[str, Any] = {"waarde": "150", "vanaf": dag("2010-01-01"), "tot": None}


@pytest.fixture
def consulent(gebruiker: Callable[..., Any]) -> Any:
    register.gemeenten()
    return gebruiker("consulent", [ASSEN])


@pytest.fixture
def regisseur(gebruiker: Callable[..., Any]) -> Any:
    register.gemeenten()
    return gebruiker("regisseur", [ASSEN])


def verzoek_van(
    persoon: Persoon, consulent: Any, regisseur: Any, uitkomst: str = "ingewilligd", soort: str = "rectificatie"
) -> Verzoek:
    wat: dict[str, Any] = {"soort": soort, "ontvangen_op": OP, "tekst": "Mijn inkomen is lager.", "identiteit": "Balie"}
    verzoek = neem_verzoek_in(persoon=persoon, **wat, door=consulent, op=OP)
    if uitkomst:
        beslis(verzoek=verzoek, versie=1, uitkomst=uitkomst, motivering="Uw loonstrook.", door=regisseur, op=OP)
    return verzoek


def inkomen(persoon: Persoon) -> Feit:
    return Feit.objects.filter(persoon=persoon, naam="inkomen_per_maand").latest("vastgelegd_op", "pk")


def test_a_correction_is_a_new_version_that_page_letter_copy_and_log_tell_of(consulent: Any, regisseur: Any) -> None:
    ik = met_feiten()
    was, verzoek = inkomen(ik), verzoek_van(ik, consulent, regisseur)
    verbeter_feit(verzoek=verzoek, versie=2, feit=was, **NIEUW, door=consulent, op=OP)
    werd = inkomen(ik)
    assert (werd.waarde, werd.door, werd.herkomst) == ("150", consulent, f"verbeterd op verzoek {verzoek.nummer}")
    assert Feit.objects.get(pk=was.pk).waarde == "200", "what stood there stays"
    assert feiten_op([ik.pk], OP)[ik.pk]["inkomen_per_maand"] == werd
    (rij,) = verbeteringen_van(verzoek)
    assert (rij.was, rij.werd) == ("€ 200,00, vanaf 1 januari 2010", "€ 150,00, vanaf 1 januari 2010")
    assert rij.besluiten == ()
    gebeurtenis = Gebeurtenis.objects.get(handeling="verbeter_feit")
    assert gebeurtenis.gegevens["was"] == was.pk and gebeurtenis.gegevens["versie"] == verzoek.versie == 3
    meld_verbeterd(verzoek=verzoek, versie=3, verbeterd_toelichting="Ook uw adres.", door=consulent, op=OP)
    brief = brieftekst(verzoek, "verbetering", consulent)
    assert brief["titel"] == "Wij hebben uw gegevens verbeterd"
    assert brief["delen"][0]["tabel"]["rijen"] == [["Inkomen per maand", rij.was, rij.werd]]
    assert brief["delen"][0]["alineas"] == ["Ook uw adres."]
    assert not [deel for deel in brief["delen"] if "besluiten" in deel["kop"]]
    assert bytes(verzoek.brieven.get(soort="verbetering").pdf).startswith(b"%PDF")
    assert f"inkomen per maand: {rij.werd}" in str(kopietekst(ik))


def test_it_stays_on_the_list_until_the_resident_is_told(consulent: Any, regisseur: Any) -> None:
    verzoek = verzoek_van(met_feiten(), consulent, regisseur)
    (post,) = werk_van([consulent.pk], [ASSEN], OP)
    assert (post.wat, post.uiterlijk) == ("Gegevens verbeteren en de inwoner berichten", dag("2026-12-22"))
    with pytest.raises(ValidationError, match="nog niets verbeterd"):
        meld_verbeterd(verzoek=verzoek, versie=2, verbeterd_toelichting=" ", door=consulent, op=OP)
    meld_verbeterd(verzoek=verzoek, versie=2, verbeterd_toelichting="Uw naam.", door=consulent, op=OP)
    assert werk_van([consulent.pk], [ASSEN], OP) == []
    assert brieftekst(verzoek, "verbetering", consulent)["delen"][0]["tabel"] is None
    with pytest.raises(ValidationError, match="nog geen bericht"):
        meld_verbeterd(verzoek=verzoek, versie=3, verbeterd_toelichting="Nog eens.", door=consulent, op=OP)


@pytest.mark.parametrize(
    ("soort", "uitkomst"), [("rectificatie", ""), ("rectificatie", "geweigerd"), ("inzage", "ingewilligd")]
)
def test_without_a_granted_rectification_nothing_is_corrected(
    consulent: Any, regisseur: Any, soort: str, uitkomst: str
) -> None:
    ik = met_feiten()
    verzoek = verzoek_van(ik, consulent, regisseur, uitkomst, soort)
    with pytest.raises(ValidationError, match="ingewilligd verzoek om rectificatie"):
        verbeter_feit(verzoek=verzoek, versie=verzoek.versie, feit=inkomen(ik), **NIEUW, door=consulent, op=OP)
    assert not Verbetering.objects.exists() and inkomen(ik).waarde == "200"


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"waarde": "200"}, "Zo staat het er al"),
        ({"waarde": "veel"}, "kan niet"),
        ({"tot": dag("2010-01-01")}, "ligt niet na het begin"),
    ],
)
def test_what_changes_nothing_or_cannot_be_is_refused_whole(
    consulent: Any, regisseur: Any, anders: dict[str, Any], zin: str
) -> None:
    ik = met_feiten()
    verzoek, feiten = verzoek_van(ik, consulent, regisseur, "deels"), Feit.objects.count()
    with pytest.raises(ValidationError, match=zin):
        verbeter_feit(verzoek=verzoek, versie=2, feit=inkomen(ik), **(NIEUW | anders), door=consulent, op=OP)
    assert (Feit.objects.count(), Verbetering.objects.count()) == (feiten, 0)
    assert Verzoek.objects.get().versie == 2


def test_a_fact_of_another_one_replaced_before_or_an_old_version_is_refused(consulent: Any, regisseur: Any) -> None:
    ik = met_feiten()
    ander, oud, verzoek = met_feiten(), inkomen(ik), verzoek_van(ik, consulent, regisseur)
    verbeter_feit(verzoek=verzoek, versie=2, feit=oud, **NIEUW, door=consulent, op=OP)
    for versie, welk, fout in ((3, inkomen(ander), "hoort niet"), (3, oud, "geldt niet meer")):
        with pytest.raises(ValidationError, match=fout):
            verbeter_feit(verzoek=verzoek, versie=versie, feit=welk, **NIEUW, door=consulent, op=OP)
    with pytest.raises(IntussenGewijzigd, match="verbeter feit"):
        verbeter_feit(verzoek=verzoek, versie=2, feit=inkomen(ik), **NIEUW, door=consulent, op=OP)


def test_only_who_may_work_for_the_municipality_corrects(
    consulent: Any, regisseur: Any, gebruiker: Callable[..., Any]
) -> None:
    ik = met_feiten()
    verzoek = verzoek_van(ik, consulent, regisseur)
    for wie in (gebruiker("consulent", [TYNAARLO]), gebruiker("raad_en_griffie", [ASSEN])):
        with pytest.raises(PermissionDenied):
            verbeter_feit(verzoek=verzoek, versie=2, feit=inkomen(ik), **NIEUW, door=wie, op=OP)
        with pytest.raises(PermissionDenied):
            meld_verbeterd(verzoek=verzoek, versie=2, verbeterd_toelichting="Ja.", door=wie, op=OP)


def test_a_judgment_needs_its_grounds_again(consulent: Any, regisseur: Any) -> None:
    ik = met_feiten()
    naam = "samenleven_met_partner_op_ander_adres"
    oordeel = feit(ik, naam, "zij leven duurzaam gescheiden")
    verzoek = verzoek_van(ik, consulent, regisseur)
    anders = NIEUW | {"waarde": "zij leven gescheiden, maar niet duurzaam"}
    with pytest.raises(ValidationError, match="wat hebt u gewogen"):
        verbeter_feit(verzoek=verzoek, versie=2, feit=oordeel, **anders, door=consulent, op=OP)
    verbeter_feit(verzoek=verzoek, versie=2, feit=oordeel, **anders, motivering="Zij appen.", door=consulent, op=OP)
    assert Feit.objects.filter(naam=naam).latest("pk").motivering == "Zij appen."


def test_a_list_is_corrected_as_lines_and_reads_as_lines(client_als: Callable[..., Any], regisseur: Any) -> None:
    consulent = client_als("consulent", [ASSEN])
    ik = met_feiten()
    lijst = next(f for f in laad_recht().feiten.values() if f.vorm == "lijst" and len(f.velden) > 1)
    goed = {"getal": "1", "datum": "2026-01-31", "ja_nee": True}
    rij = {n: v.soort.keuzes[0] if v.soort.vorm == "keuze" else goed[v.soort.vorm] for n, v in lijst.velden.items()}
    was = feit(ik, lijst.naam, json.dumps([rij, rij]))
    was.inlezing = Inlezing.objects.create(
        **dict.fromkeys(("rijen", "nieuw", "gewijzigd", "ongewijzigd", "geweigerd"), 1), begonnen_op=TOEN
    )
    was.save()
    verzoek = verzoek_van(ik, consulent.gebruiker, regisseur)
    adres = f"/verzoeken/{verzoek.nummer}/feiten/{was.pk}"
    pagina = consulent.get(adres).content.decode()
    assert "anders zet de volgende inlezing de oude waarde terug" in pagina
    regels = als_regels(lijst, was.waarde)
    assert regels in html.unescape(pagina) and "[{" not in html.unescape(pagina)
    velden = {"versie": 2, "waarde": regels.splitlines()[0], "vanaf": "2010-01-01", "tot": "", "motivering": "Nee."}
    assert consulent.post(adres, velden).status_code == 302
    (verbeterd,) = verbeteringen_van(verzoek)
    assert verbeterd.was == f"{regels.replace(chr(10), ' / ')}, vanaf 1 januari 2010"
    assert verbeterd.werd == f"{regels.splitlines()[0]}, vanaf 1 januari 2010"


def test_the_list_shows_what_holds_and_until_a_later_period(consulent: Any) -> None:
    ik = register.persoon()
    feit(ik, "vermogen", "1", "2020-01-01", vastgelegd_op=TOEN)
    feit(ik, "vermogen", "2", "2020-01-01", vastgelegd_op=TOEN + datetime.timedelta(days=1))
    feit(ik, "vermogen", "3", "2021-01-01", "2022-01-01", vastgelegd_op=TOEN + datetime.timedelta(days=2))
    feit(ik, "vermogen", "4", "2023-01-01", vastgelegd_op=TOEN + datetime.timedelta(days=3))
    feit(ik, "schoenmaat", "43")
    gezien = [(regel.feit.waarde, regel.geldt_tot) for regel in te_verbeteren(ik)]
    assert gezien == [("4", None), ("3", dag("2022-01-01")), ("2", dag("2021-01-01"))]


def test_a_standing_amount_that_rests_on_the_fact_is_named_with_the_way_to_revise_it(
    consulent: Any, regisseur: Any, client_als: Callable[..., Any]
) -> None:
    ik = met_feiten()
    besluit = getekend(aanvraag(ik, consulent), consulent, regisseur)
    verzoek = verzoek_van(ik, consulent, regisseur)
    verbeter_feit(verzoek=verzoek, versie=2, feit=inkomen(ik), **NIEUW, door=consulent, op=OP)
    (rij,) = verbeteringen_van(verzoek)
    assert [(r.besluit, r.is_zeker) for r in rij.besluiten] == [(besluit, True)]
    assert not Procedure.objects.filter(herziet=besluit).exists(), "nothing is revised by itself"
    pagina = client_als("consulent", [ASSEN]).get(f"/verzoeken/{verzoek.nummer}").content.decode()
    assert f'/dossiers/{ik.nummer}/besluiten/{besluit.nummer}/herziening"' in pagina
    assert "Misschien verandert hierdoor een bedrag" in str(brieftekst(verzoek, "verbetering", consulent))


def test_amounts_that_do_not_rest_on_it_are_not_named(consulent: Any, regisseur: Any) -> None:
    ik = met_feiten()
    ongelezen = feit(ik, "reistijd_per_dag", "1")
    vroeger = feit(ik, "inkomen_per_maand", "50", "2009-01-01", "2009-06-01")
    getekend(aanvraag(ik, consulent), consulent, regisseur)
    verzoek = verzoek_van(ik, consulent, regisseur)
    for versie, welk in ((2, ongelezen), (3, vroeger)):
        periode = {"vanaf": welk.vanaf, "tot": welk.tot}
        verbeter_feit(verzoek=verzoek, versie=versie, feit=welk, waarde="2", **periode, door=consulent, op=OP)
    niet_gelezen, al_voorbij = verbeteringen_van(verzoek)
    assert (niet_gelezen.besluiten, al_voorbij.besluiten) == ((), ())


def test_a_revised_decision_and_one_made_with_the_corrected_fact_are_not_named(consulent: Any, regisseur: Any) -> None:
    ik = met_feiten()
    verzoek = verzoek_van(ik, consulent, regisseur)
    verbeter_feit(verzoek=verzoek, versie=2, feit=inkomen(ik), **NIEUW, door=consulent, op=OP)
    getekend(aanvraag(ik, consulent), consulent, regisseur)
    assert verbeteringen_van(verzoek)[0].besluiten == ()


def test_of_a_decision_without_a_kept_computation_a_person_must_look_and_the_partners_counts(
    consulent: Any, regisseur: Any
) -> None:
    ik, partner = met_feiten(), woont(register.persoon())
    relatie(ik, partner, "partner")
    ingelezen = Besluit.objects.create(
        nummer="B1", persoon=partner, soort="toekenning_bijstand", genomen_op=INGANG, vanaf=INGANG, bedrag_per_maand=900
    )
    verzoek = verzoek_van(ik, consulent, regisseur)
    verbeter_feit(verzoek=verzoek, versie=2, feit=inkomen(ik), **NIEUW, door=consulent, op=OP)
    (rij,) = verbeteringen_van(verzoek)
    assert [(r.besluit, r.is_zeker) for r in rij.besluiten] == [(ingelezen, False)]
    Besluit.objects.create(nummer="B2", persoon=partner, soort="beeindiging_bijstand", genomen_op=OP, vanaf=OP)
    assert verbeteringen_van(verzoek)[0].besluiten, "it ended, but the months before rest on it"


def test_the_way_by_forms_alone(client_als: Callable[..., Any], regisseur: Any) -> None:
    consulent = client_als("consulent", [ASSEN])
    ik = met_feiten()
    was, verzoek = inkomen(ik), verzoek_van(ik, consulent.gebruiker, regisseur, "deels")
    adres = f"/verzoeken/{verzoek.nummer}"
    assert f"{adres}/feiten/{was.pk}" in consulent.get(adres).content.decode()
    pagina = consulent.get(f"{adres}/feiten/{was.pk}").content.decode()
    assert 'value="200"' in pagina and 'value="2010-01-01"' in pagina and ik.bsn not in pagina
    velden = {"versie": 2, "waarde": "150,50", "vanaf": "2010-01-01", "tot": "", "motivering": "Loonstrook"}
    for anders in ({"waarde": ""}, {"vanaf": "2026-02-30"}, {"waarde": "abc"}, {"versie": 1}, {"tot": "2009-01-01"}):
        assert consulent.post(f"{adres}/feiten/{was.pk}", velden | anders).status_code == 422, anders
    assert consulent.post(f"{adres}/feiten/{was.pk}", velden).status_code == 302
    assert inkomen(ik).waarde == "150.50" and inkomen(ik).motivering == "Loonstrook"
    pagina = consulent.get(adres).content.decode()
    assert "€ 200,00, vanaf 1 januari 2010" in pagina and "€ 150,50, vanaf 1 januari 2010" in pagina
    assert consulent.post(f"{adres}/verbetering", {"versie": 2}).status_code == 422
    assert consulent.post(f"{adres}/verbetering", {"versie": 3}).status_code == 302
    assert consulent.get(f"{adres}/brieven/verbetering")["Content-Type"] == "application/pdf"
    assert consulent.get(f"{adres}/feiten/{inkomen(ik).pk}").status_code == 302, "done is done"
    vreemd = client_als("consulent", [TYNAARLO])
    assert vreemd.get(f"{adres}/feiten/{was.pk}").status_code == 403
