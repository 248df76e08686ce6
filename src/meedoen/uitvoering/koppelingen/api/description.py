"""The OpenAPI description: what django-ninja knows of the paths, and what it can't know of cases and problems."""

from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, JsonResponse

from meedoen.recht import Recht, laad_recht

from .problems import PROBLEMEN, SOORT
from .routes import api

BASIS = "/api/v1/"
_PROBLEEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "enum": [SOORT + soort for soort in PROBLEMEN]},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "fouten": {"type": "array", "items": {"$ref": "#/components/schemas/Gebrek"}},
        "ontbreekt": {"type": "array", "items": {"$ref": "#/components/schemas/Ontbrekend"}},
    },
}
_VERSIE = {"API-Version": {"schema": {"type": "string"}, "description": "De versie van de API."}}


def openapi(request: HttpRequest) -> JsonResponse:
    """The description as JSON. It is the same for everybody and may be read from anywhere."""
    return JsonResponse(beschrijving(), headers={"Access-Control-Allow-Origin": "*"})


@cache
def beschrijving() -> dict[str, Any]:
    """The OpenAPI document, made once."""
    document: dict[str, Any] = dict(api.get_openapi_schema(path_prefix=BASIS))
    document["info"]["license"] = {"name": "EUPL-1.2", "identifier": "EUPL-1.2"}
    document["servers"] = [{"url": "/"}]
    document["security"] = [{"sessie": []}]
    onderdelen = document["components"]
    onderdelen["securitySchemes"] = {"sessie": {"type": "apiKey", "in": "cookie", "name": settings.SESSION_COOKIE_NAME}}
    onderdelen["schemas"] |= _schemas(laad_recht())
    fout = {
        "description": "Wat er niet kan, en waarom (RFC 9457).",
        "headers": _VERSIE,
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Probleem"}}},
    }
    for pad in document["paths"].values():
        for handeling in pad.values():
            (goed,) = handeling["responses"].values()
            handeling["responses"] = {
                "200": {**goed, "description": "Het antwoord.", "headers": _VERSIE},
                "default": fout,
            }
    berekening = document["paths"][f"{BASIS}berekeningen"]["post"]
    geval = {"schema": {"$ref": "#/components/schemas/Geval"}}
    berekening["requestBody"] = {"required": True, "content": {"application/json": geval}}
    antwoord = {"schema": {"$ref": "#/components/schemas/Antwoord"}}
    berekening["responses"]["200"]["content"] = {"application/json": antwoord}
    return document


def _schemas(recht: Recht) -> dict[str, Any]:
    """Case, answer and problem. The fields of a person and the results are those of the law itself."""
    tekst, ids = {"type": "string"}, {"type": "array", "items": {"type": "string"}}
    vragen = {"type": "array", "items": {"type": "string", "enum": sorted(recht.vragen())}}
    relaties = {"partner": tekst, "ouders": ids, "commerciele_relatie_met": ids}
    feiten = {naam: _feit(feit.soort.vorm, feit.vraag) for naam, feit in recht.feiten.items() if naam not in relaties}
    persoon = {"id": tekst, "gevraagd": vragen, **relaties, **feiten}
    geval = {
        "peildatum": {"type": "string", "format": "date"},
        "gevraagd": vragen,
        "persoon": {"type": "array", "minItems": 1, "items": {"$ref": "#/components/schemas/Persoon"}},
    }
    antwoord = {
        "peildatum": {"type": "string", "format": "date"},
        "personen": {"type": "object", "additionalProperties": {"type": "object"}},
        "redenen": {"type": "object"},
        "meldingen": ids,
        "ontvangst": {"type": "object"},
        "uitleg": {"type": "array", "items": {"type": "object"}},
    }
    return {
        "Geval": {"type": "object", "required": list(geval), "properties": geval},
        "Persoon": {"type": "object", "required": ["id"], "properties": persoon},
        "Antwoord": {"type": "object", "required": list(antwoord)[:2], "properties": antwoord},
        "Probleem": _PROBLEEM,
        "Gebrek": _teksten("persoon", "veld", "waarde", "verwacht", "herstel"),
        "Ontbrekend": _teksten("persoon", "feit", "vraag", "artikel"),
    }


def _feit(vorm: str, vraag: str) -> dict[str, Any]:
    """A fact of the law as JSON Schema; a number may be given as text too, to be exact in every language."""
    soorten: dict[str, dict[str, Any]] = {"ja_nee": {"type": "boolean"}, "datum": {"type": "string", "format": "date"}}
    return {**soorten.get(vorm, {"type": ["number", "string"]}), "description": vraag}


def _teksten(*namen: str) -> dict[str, Any]:
    return {"type": "object", "required": list(namen), "properties": {naam: {"type": "string"} for naam in namen}}
