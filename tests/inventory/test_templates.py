"""Templates use their own app and lower ones, and carry no script or style of their own (the policy would block it)."""

import re

import pytest

from tests.inventory.sources import PLATFORM, is_below_or_same, layers, templates

USES = re.compile(r"""\{%\s*(?:extends|include)\s+["']([\w-]+)/[^"']+["']""")
LOADS = re.compile(r"\{%\s*load\s+([^%]+?)\s*%\}")
INLINE = re.compile(
    r"<style|<script(?![^>]*\bsrc=)|<[^>]+\s(?:style|on[a-z]+)\s*=|javascript:|<(?:link|script|img)[^>]+(?:src|href)=[\"']https?:",
    re.IGNORECASE,
)
FORMS = re.compile(r"<form\b.*?</form>", re.DOTALL | re.IGNORECASE)
LIBRARIES = {path.stem: path.relative_to(PLATFORM).parts[0] for path in PLATFORM.glob("*/templatetags/*.py")}


def uses(text: str) -> list[str]:
    """The apps whose templates and tags this text names."""
    loaded = [word for group in LOADS.findall(text) for word in group.split()]
    return [*USES.findall(text), *(LIBRARIES[name] for name in loaded if name in LIBRARIES)]


def test_templates_use_only_their_own_app_and_lower_ones() -> None:
    wrong = [
        f"{path.name} of {app} uses {used}"
        for app, path, text in templates()
        for used in uses(text)
        if used not in layers() or not is_below_or_same(used, app)
    ]
    assert not wrong


def test_a_template_lives_under_the_name_of_its_app() -> None:
    """Two apps with one template name would hide one of them. Only error pages have names that Django prescribes."""
    loose = [path for app, path, _text in templates() if path.parent.name == "templates" and app != "inrichting"]
    foreign = [p for app, p, _text in templates() if (PLATFORM / app / "templates" / app) not in p.parents]
    assert not loose
    assert {path.name for path in foreign} == {"400.html", "403.html", "403_csrf.html", "404.html", "500.html"}


def test_no_script_or_style_stands_in_a_template() -> None:
    wrong = [f"{path.name}: {hit.group()[:60]}" for _app, path, text in templates() if (hit := INLINE.search(text))]
    assert not wrong


def test_every_form_that_posts_carries_its_token() -> None:
    wrong = [
        path.name
        for _app, path, text in templates()
        for form in FORMS.findall(text)
        if re.search(r"""method=["']post""", form, re.IGNORECASE) and "{% csrf_token %}" not in form
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{% extends "huisstijl/pagina.html" %}{% load i18n huisstijl %}', ["huisstijl", "huisstijl"]),
        ("{% include 'dossiers/kop.html' with x=1 %}", ["dossiers"]),
        ("{% load i18n static %}", []),
    ],
)
def test_the_scan_sees_what_a_template_uses(text: str, found: list[str]) -> None:
    assert uses(text) == found


@pytest.mark.parametrize(
    "text", ['<p style="x">', "<script>x</script>", '<a onclick="x">', '<img src="https://x/y.png">']
)
def test_the_scan_sees_what_stands_inline(text: str) -> None:
    assert INLINE.search(text)
