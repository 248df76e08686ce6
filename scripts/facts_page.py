"""Write docs/gegevens.md from the law: every fact, list and judgment that a case can state, and every open term.

python scripts/facts_page.py           write the page
python scripts/facts_page.py --check   fail when the page is not what the law says
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from meedoen.recht import laad_recht
from meedoen.recht.engine.facts import WEZENS, Feit
from meedoen.recht.engine.terms import Term
from meedoen.recht.engine.values import geschreven

PAGE = Path(__file__).parents[1] / "docs/gegevens.md"
HEAD = """# De gegevens die een geval kan noemen

Gemaakt uit het recht zelf met `python scripts/facts_page.py`; een test houdt hem bij.
Hoe een geval eruitziet staat in [bereken.md](bereken.md).
Wat niet genoemd is, wordt gevraagd als het antwoord ervan afhangt, tenzij er iets anders staat.
"""
SILENCE = {"nee": "niet genoemd: nee", "peildatum": "niet genoemd: de peildatum", "geen": "niet genoemd: geen"}


def page() -> str:
    """The whole page."""
    law = laad_recht()
    parts = [HEAD]
    for subject, plural in WEZENS.items():
        facts = [fact for fact in law.feiten.values() if fact.van == subject]
        parts.append(f"\n## Over {plural}\n\n| gegeven | soort | vraag | artikel |\n|---|---|---|---|")
        parts += [row for fact in facts for row in rows(fact, fact.naam)]
    parts.append("\n## Open termen: wat de gemeente invult\n")
    parts.append("| term | soort | vraag | artikel | wie |\n|---|---|---|---|---|")
    parts += [term_row(term) for term in law.termen.values()]
    return "\n".join(parts) + "\n"


def rows(fact: Feit, name: str) -> Iterator[str]:
    """One row for a fact; a list has one more for each of its fields."""
    yield f"| `{name}` | {form(fact)} | {clean(fact.vraag)} | {fact.artikel} |"
    for field in fact.velden.values():
        yield from rows(field, f"{name}[].{field.naam}")


def form(fact: Feit) -> str:
    """What a value looks like, and what silence means."""
    kinds = {"ja_nee": "`true` of `false`", "datum": "datum", "relatie": "id of lijst van ids", "lijst": "lijst"}
    kind = kinds.get(fact.vorm) or choices(fact)
    if not kind:
        low, high = map(geschreven, fact.bereik) if fact.bereik else ("", "")
        kind = f"{fact.eenheid}, {low} tot en met {high}"
    if fact.is_oordeel:
        kind += "; oordeel, weeg: " + "; ".join(fact.weeg)
    silence = SILENCE.get(fact.indien_niet_gesteld)
    return f"{kind}; {silence}" if silence else kind


def choices(fact: Feit) -> str:
    """The answers that a choice takes, each with what it means where that is said."""
    if not fact.toelichting:
        return ", ".join(f"`{choice}`" for choice in fact.soort.keuzes)
    return "; ".join(
        f"`{choice}`: {clean(fact.toelichting[choice])}" if choice in fact.toelichting else f"`{choice}`"
        for choice in fact.soort.keuzes
    )


def term_row(term: Term) -> str:
    """One row for an open term."""
    must = ", verplicht" if term.is_verplicht else ""
    return f"| `{term.naam}` | {form(term)} | {clean(term.vraag)} | {term.artikel} | {term.vaststeller}{must} |"


def clean(text: str) -> str:
    """A text that breaks no table."""
    return text.replace("|", "/").replace("\n", " ")


def main(arguments: list[str]) -> int:
    """Write or check the page."""
    new = page()
    if "--check" not in arguments:
        PAGE.write_text(new, "utf-8")
        return 0
    if not PAGE.exists() or PAGE.read_text("utf-8") != new:
        print("docs/gegevens.md is not what the law says; run python scripts/facts_page.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
