"""Every model is classified, every personal field accounted for, every foreign key a string that points downward."""

import ast
import tomllib
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models

from meedoen.uitvoering.kern.append_only import bewaakte_tabellen
from tests.inventory.sources import ROOT, called, is_below_or_same, layers, modules, where

KINDS = tomllib.loads((ROOT / "docs" / "inventory.toml").read_text())
PERSONAL: dict[str, Any] = tomllib.loads((ROOT / "docs" / "persoonsgegevens.toml").read_text())
TABLES = {label: about for label, about in PERSONAL.items() if isinstance(about, dict) and "velden" in about}
RELATIONS = {"ForeignKey", "OneToOneField", "ManyToManyField"}


def our_models() -> dict[str, type[models.Model]]:
    """Our tables by label ("kern.Gebruiker")."""
    return {m._meta.label: m for m in apps.get_models() if m.__module__.startswith("meedoen.")}


def fields(model: type[models.Model]) -> set[str]:
    """The fields that hold something, the running number left out."""
    concrete = {field.name for field in model._meta.get_fields() if field.concrete}
    return concrete - {"id"}


def relation_targets(tree: ast.Module) -> list[tuple[ast.Call, ast.expr | None]]:
    """Every relation field declared in a module, with what it points to."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node).split(".")[-1] in RELATIONS:
            named = [keyword.value for keyword in node.keywords if keyword.arg == "to"]
            found.append((node, next(iter([*node.args[:1], *named]), None)))
    return found


def test_every_model_is_guarded_or_grows_or_is_mutable() -> None:
    classified = [label for kind in ("guarded", "grows", "mutable") for label in KINDS[kind]]
    assert sorted(classified) == sorted(our_models()), "classify each model once in docs/inventory.toml"


@pytest.mark.django_db
def test_what_is_called_guarded_is_guarded_by_this_database() -> None:
    tables = sorted(our_models()[label]._meta.db_table for label in KINDS["guarded"])
    assert bewaakte_tabellen(connection) == tables


def test_every_table_is_personal_or_said_not_to_be() -> None:
    assert sorted([*TABLES, *PERSONAL["geen_persoonsgegevens"]]) == sorted(our_models())


def test_a_table_that_is_said_to_hold_no_person_points_to_none() -> None:
    personal = {our_models()[label] for label in ("kern.Gebruiker", "dossiers.Persoon")}
    wrong = [
        f"{label}.{field.name}"
        for label in PERSONAL["geen_persoonsgegevens"]
        for field in our_models()[label]._meta.get_fields()
        if field.concrete and field.is_relation and field.related_model in personal
    ]
    assert not wrong


@pytest.mark.parametrize("label", TABLES)
def test_each_personal_field_has_purpose_ground_and_retention(label: str) -> None:
    about, known = TABLES[label], fields(our_models()[label])
    listed = set(about["velden"])
    assert listed <= known, "fields that no longer exist"
    assert about.get("overige_velden") or listed == known, f"give these a purpose: {known - listed}"
    assert all(about["velden"].values()) and about["grondslag"]
    assert about["bewaartermijn"] in PERSONAL["bewaartermijnen"]


@pytest.mark.parametrize("label", [label for label, about in TABLES.items() if about.get("overige_velden")])
def test_where_the_other_fields_are_about_nobody_every_relation_to_a_user_is_still_listed(label: str) -> None:
    people = {"kern.Gebruiker", "dossiers.Persoon"}
    concrete = [f for f in our_models()[label]._meta.get_fields() if f.concrete and f.is_relation]
    to_people = {f.name for f in concrete if f.related_model and f.related_model._meta.label in people}
    assert to_people <= set(TABLES[label]["velden"])


def test_foreign_keys_are_named_as_strings() -> None:
    """A string needs no import, so that models never tie two apps together; the next test checks the direction."""
    wrong = [
        where(path, node)
        for path, tree in modules("src")
        if path.name == "models.py"
        for node, target in relation_targets(tree)
        if not (isinstance(target, ast.Constant) and "." in str(target.value))
    ]
    assert not wrong, f'write "app.Model": {wrong}'


def test_foreign_keys_point_downward_or_sideways_within_the_app() -> None:
    wrong = [
        f"{label}.{field.name} -> {field.related_model._meta.label}"
        for label, model in our_models().items()
        for field in model._meta.get_fields()
        if field.concrete and field.is_relation and isinstance(field.related_model, type)
        if field.related_model._meta.app_label in layers()
        if not is_below_or_same(field.related_model._meta.app_label, model._meta.app_label)
    ]
    assert not wrong


@pytest.mark.django_db
def test_the_migrations_say_what_the_models_say(capsys: pytest.CaptureFixture[str]) -> None:
    from django.core.management import call_command

    try:
        call_command("makemigrations", check=True, dry_run=True, verbosity=1, skip_checks=True)
    except SystemExit:
        pytest.fail("run `meedoen dienst django makemigrations`:\n" + capsys.readouterr().out)


@pytest.mark.parametrize(
    "code", ["models.ForeignKey(Persoon, x)", "ForeignKey(to=Persoon)", "models.ManyToManyField(A)"]
)
def test_the_scan_sees_a_foreign_key_that_is_not_a_string(code: str) -> None:
    ((_node, target),) = relation_targets(ast.parse(code))
    assert isinstance(target, ast.Name)
