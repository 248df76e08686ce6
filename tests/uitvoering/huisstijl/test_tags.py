"""The parts of a page: fields tied to their help and errors, lists of pages, bars, badges; all as plain HTML."""

from html.parser import HTMLParser
from typing import Any

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory


class Lezer(HTMLParser):
    """Collects the elements with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.elementen: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elementen.append((tag, {naam: waarde or "" for naam, waarde in attrs}))


class Formulier(forms.Form):
    """A field of each shape."""

    naam = forms.CharField(label="Naam <b>", help_text="Zoals in het register.")
    soort = forms.ChoiceField(label="Soort", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    akkoord = forms.BooleanField(label="Akkoord", required=False)
    geheim = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        self.add_error(None, "Samen klopt het niet.")
        return self.cleaned_data


def toon(sjabloon: str, **gegevens: object) -> str:
    return Template("{% load huisstijl %}" + sjabloon).render(Context(gegevens))


def elementen(html: str) -> list[tuple[str, dict[str, str]]]:
    lezer = Lezer()
    lezer.feed(html)
    return lezer.elementen


def test_every_field_has_a_label_and_every_reference_exists() -> None:
    gevonden = elementen(toon("{% velden form %}", form=Formulier({"naam": ""})))
    ids = {attrs["id"] for _tag, attrs in gevonden if "id" in attrs}
    assert len(ids) == len([1 for _tag, attrs in gevonden if "id" in attrs]), "an id occurs twice"
    verwijzingen = {v for _t, a in gevonden for v in (a.get("aria-describedby", "") + " " + a.get("for", "")).split()}
    assert verwijzingen <= ids
    bediend = [a["id"] for tag, a in gevonden if tag == "input" and a["type"] != "hidden"]
    assert set(bediend) <= {a.get("for") for tag, a in gevonden if tag == "label"}


def test_a_refused_field_says_so_to_a_screen_reader() -> None:
    gevonden = elementen(toon("{% veld form.naam %}", form=Formulier({})))
    invoer = next(attrs for tag, attrs in gevonden if tag == "input")
    assert invoer["aria-invalid"] == "true"
    assert invoer["aria-describedby"] == "id_naam_helptext id_naam_error"


def test_the_summary_links_to_each_field_and_names_what_concerns_them_all() -> None:
    html = toon("{% formulierfouten form %}", form=Formulier({"naam": ""}))
    assert [attrs["href"] for tag, attrs in elementen(html) if tag == "a"] == ["#id_naam", "#id_soort_0"]
    assert "Samen klopt het niet." in html
    assert "Naam &lt;b&gt;" in html


def test_without_errors_there_is_no_summary() -> None:
    assert toon("{% formulierfouten form %}", form=Formulier()).strip() == ""


def test_pages_keep_the_other_parameters_and_mark_where_we_are() -> None:
    verzoek = RequestFactory().get("/dossiers", {"peildatum": "2015-01-01", "pagina": "3"})
    html = toon("{% bladeren bladzijde %}", request=verzoek, bladzijde=Paginator(range(100), 10).page(3))
    links = [attrs for tag, attrs in elementen(html) if tag == "a"]
    assert all("peildatum=2015-01-01" in link["href"] for link in links)
    assert [link["href"][-1] for link in links if "aria-current" in link] == ["3"]
    assert [link["rel"] for link in links if "rel" in link] == ["prev", "next"]


def test_one_page_needs_no_links() -> None:
    html = toon("{% bladeren b %}", request=RequestFactory().get("/"), b=Paginator([1], 10).page(1))
    assert html.strip() == ""


@pytest.mark.parametrize(
    ("waarde", "doel", "zegt", "breedte"),
    [
        (26, 46, "26 van 46 plekken", "56.52"),
        (61, 46, "61 van 46 plekken", "100.00"),
        (0, 46, "0 van 46 plekken", "0.00"),
        (0, 0, "0 van 0 plekken", "0.00"),
        (None, 46, "stand onbekend", None),
        (26, None, "geen doel bekend", None),
    ],
)
def test_progress_is_said_in_words_and_an_unknown_is_never_drawn(
    waarde: int | None, doel: int | None, zegt: str, breedte: str | None
) -> None:
    html = toon('{% voortgang "Beschut werk" waarde doel "plekken" %}', waarde=waarde, doel=doel)
    assert zegt in " ".join(html.split())
    balken = [attrs["width"] for tag, attrs in elementen(html) if attrs.get("class") == "voortgang__stand"]
    assert balken == ([breedte] if breedte is not None else [])
    assert "style=" not in html


@pytest.mark.parametrize(("bron", "is_gemerkt"), [("niet geverifieerd", True), ("Stcrt. 2015, 1", False), ("", False)])
def test_what_is_not_verified_is_marked(bron: str, is_gemerkt: bool) -> None:
    assert ("niet geverifieerd" in toon("{% niet_geverifieerd bron %}", bron=bron)) == is_gemerkt


def test_a_badge_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="bestaat niet"):
        toon('{% badge "x" "paars" %}')


def test_what_users_wrote_stays_text_in_every_part() -> None:
    vies = "<script>alert(1)</script>"
    html = toon(
        "{% badge v %}{% tabel v %}{% endtabel %}{% lege_staat v v v v %}{% cijferkaart v v v v v %}"
        '{% voortgang v 1 2 v %}{% include "huisstijl/kruimelpad.html" %}',
        v=vies,
        kruimels=[(vies, vies)],
    )
    assert "<script" not in html
