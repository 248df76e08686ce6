"""Who may do what, and for which municipalities."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from meedoen.uitvoering.kern.models import Rol
from meedoen.uitvoering.kern.permissions import RECHTEN, Recht, eigen_gemeenten, eis_gemeente, heeft_recht, mag


def test_every_right_is_in_the_table_and_held_by_some_role() -> None:
    assert set(RECHTEN) == set(Recht) - {Recht.IEDEREEN}
    assert all(RECHTEN.values())


def test_the_council_sees_figures_and_nobody_s_dossier() -> None:
    of_the_council = {recht for recht, rollen in RECHTEN.items() if Rol.RAAD_EN_GRIFFIE in rollen}
    assert of_the_council == {Recht.AANGEMELD, Recht.REKENEN, Recht.CIJFERS_ZIEN}


def test_a_user_works_for_the_municipalities_he_is_tied_to(gebruiker: Callable[..., Any]) -> None:
    wie = gebruiker("consulent", ["GM1730", "GM1680"])
    assert eigen_gemeenten(wie) == ["GM1680", "GM1730"]
    eis_gemeente(wie, "GM1680")
    eis_gemeente(wie, "GM1680", "GM1730")


@pytest.mark.parametrize("codes", [["GM0106"], ["GM1680", "GM0106"], ["GM9999"]])
def test_another_municipality_is_refused_also_inside_an_area(gebruiker: Callable[..., Any], codes: list[str]) -> None:
    with pytest.raises(PermissionDenied, match=r"U werkt niet voor gemeente .*Vraag beheer"):
        eis_gemeente(gebruiker("consulent", ["GM1680", "GM1730"]), *codes)


def test_an_empty_area_is_a_mistake_and_never_open_to_all(gebruiker: Callable[..., Any]) -> None:
    with pytest.raises(ValueError, match="without a municipality"):
        eis_gemeente(gebruiker("consulent", ["GM1680"]))


def test_being_superuser_gives_no_right(gebruiker: Callable[..., Any]) -> None:
    wie = gebruiker("raad_en_griffie")
    wie.is_superuser = wie.is_staff = True
    assert not heeft_recht(wie, Recht.DOSSIERS_ZIEN)


@mag(Recht.DOSSIERS_ZIEN)
def een_view(request: HttpRequest) -> HttpResponse:
    return HttpResponse("gezien")


@pytest.mark.parametrize("rol", list(Rol))
def test_a_guarded_view_opens_for_the_roles_in_the_table_only(rol: Rol, gebruiker: Callable[..., Any]) -> None:
    request = RequestFactory().get("/")
    request.user = gebruiker(rol)
    if rol in RECHTEN[Recht.DOSSIERS_ZIEN]:
        assert een_view(request).status_code == 200
    else:
        with pytest.raises(PermissionDenied, match="Uw rol geeft geen recht op: dossiers van inwoners openen"):
            een_view(request)
