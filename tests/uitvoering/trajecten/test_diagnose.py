"""A diagnosis puts a person in a group, and never rewrites the one before."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from meedoen.uitvoering.dossiers.models import Indeling, Persoon
from meedoen.uitvoering.kern.models import Gebeurtenis
from meedoen.uitvoering.trajecten import acts
from meedoen.uitvoering.trajecten.models import Diagnose
from tests.uitvoering.register import TYNAARLO, dag
from tests.uitvoering.trajecten.plans import OP, inwoner


def stel(wie: Persoon, door: Any, **anders: Any) -> Diagnose:
    velden: dict[str, Any] = {
        "gesteld_op": dag("2026-11-10"),
        "instrument": "arbeidskundig onderzoek",
        "gesteld_door": "M. Voorbeeld",
        "verdiencapaciteit_percentage": Decimal(60),
    }
    return acts.stel_diagnose(persoon=wie, door=door, op=OP, **(velden | anders))


def test_the_group_follows_from_the_verdiencapaciteit_and_the_old_one_ends(regisseur: Any) -> None:
    wie = inwoner("30-50")
    stel(wie, regisseur)
    rijen = list(Indeling.objects.filter(persoon=wie).order_by("vanaf").values_list("doelgroep", "vanaf", "tot"))
    assert rijen == [
        ("30-50", dag("2025-01-01"), dag("2026-11-10")),
        ("50-80", dag("2026-11-10"), None),
    ]
    gebeurtenis = Gebeurtenis.objects.get(handeling="diagnose_gesteld")
    assert (gebeurtenis.door, gebeurtenis.gegevens["doelgroep"]) == (regisseur, "50-80")


@pytest.mark.parametrize(
    ("anders", "veld", "zin"),
    [
        ({"verdiencapaciteit_percentage": Decimal(50)}, "doelgroep", "grens van 30-50, 50-80"),
        ({"verdiencapaciteit_percentage": None}, "doelgroep", "Vul de verdiencapaciteit in"),
        ({"doelgroep": "30-50"}, "doelgroep", "van 30 tot en met 50 procent"),
        ({"doelgroep": "wajong"}, "doelgroep", "staat niet in de Kadernota"),
        ({"gesteld_op": dag("2026-11-23")}, "gesteld_op", "na vandaag"),
        ({"gesteld_op": dag("2025-01-01")}, "gesteld_op", "al ingedeeld van 1 januari 2025 tot heden"),
        ({"heeft_voorrang": True, "voorrang_gronden": " "}, "voorrang_gronden", "waarom deze inwoner voorrang krijgt"),
    ],
)
def test_what_cannot_be_is_refused_in_words(regisseur: Any, anders: dict[str, Any], veld: str, zin: str) -> None:
    wie = inwoner()
    with pytest.raises(ValidationError) as fout:
        stel(wie, regisseur, **anders)
    assert zin in " ".join(fout.value.message_dict[veld])
    assert not Diagnose.objects.exists()
    assert Indeling.objects.get(persoon=wie).tot is None


def test_on_the_border_of_two_groups_a_person_chooses(regisseur: Any) -> None:
    wie = inwoner("")
    assert stel(wie, regisseur, verdiencapaciteit_percentage=Decimal(50), doelgroep="50-80").doelgroep == "50-80"


def test_a_group_without_percentages_is_chosen(regisseur: Any) -> None:
    wie = inwoner("")
    assert stel(wie, regisseur, verdiencapaciteit_percentage=None, doelgroep="jongeren").doelgroep == "jongeren"


def test_who_lacks_the_right_or_the_municipality_is_refused(regisseur: Any, gebruiker: Any) -> None:
    wie = inwoner()
    with pytest.raises(PermissionDenied):
        stel(wie, gebruiker("regisseur", [TYNAARLO]))
    with pytest.raises(PermissionDenied):
        stel(wie, gebruiker("accountmanager", [wie.gemeente_id]))


def test_the_database_refuses_to_rewrite_a_diagnosis(regisseur: Any) -> None:
    diagnose = stel(inwoner(), regisseur)
    with pytest.raises(IntegrityError), transaction.atomic():
        Diagnose.objects.filter(pk=diagnose.pk).update(doelgroep="0-30")
    assert Diagnose.objects.get(pk=diagnose.pk).doelgroep == "50-80"
