"""`meedoen vergelijk`: one table under two sets of decisions. Who gains, who loses, what it costs, and why.

Exit code 0: compared. 1: the disk failed. 2: the table, a file or a question is wrong.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from meedoen import cli_tabel

if TYPE_CHECKING:
    from meedoen.recht.comparison import Vergelijking
    from meedoen.recht.engine.trace import Stap, Uitkomst

SPREIDING = (
    "minstens € 1.000 achteruit",
    "€ 500 tot € 1.000 achteruit",
    "€ 100 tot € 500 achteruit",
    "minder dan € 100 achteruit",
    "gelijk",
    "tot en met € 100 vooruit",
    "€ 100 tot en met € 500 vooruit",
    "€ 500 tot en met € 1.000 vooruit",
    "meer dan € 1.000 vooruit",
)
"""The groups between `comparison.GRENZEN`."""


def voeg_toe(subparsers: Any) -> None:
    """Adds the command `vergelijk` to the command line."""
    parser = subparsers.add_parser(
        "vergelijk",
        help="reken een tabel onder twee verordeningen: wie gaat vooruit of achteruit, en wat kost het",
        description="Rekent een tabel met huishoudens uit onder verordening A en onder verordening B, en toont het "
        "verschil: per soort gezin, voor de gemeente, en van één huishouden stap voor stap.",
        epilog="Foutcode 1: de schijf werkte niet. Foutcode 2: er klopt iets niet. Meer in docs/bereken.md.",
    )
    parser.add_argument("--tabel", metavar="IN", required=True, help=".parquet, .csv of een map met .parquet-delen")
    parser.add_argument(
        "--verordening", metavar="BESTAND", action="append", required=True, help="twee keer: eerst A, dan B"
    )
    parser.add_argument(
        "--gevraagd", metavar="A,B", help="bedragen, met komma's ertussen (standaard: de uitgaven die verschillen)"
    )
    parser.add_argument("--peildatum", metavar="DATUM", type=cli_tabel.datum, help="voor een tabel zonder peildatum")
    parser.add_argument("--alleen-juiste", action="store_true", help="laat huishoudens met een fout buiten beschouwing")
    parser.add_argument("--uit", metavar="BESTAND", help="een rij per persoon: .parquet of .csv")
    parser.add_argument("--huishouden", metavar="ID", help="toon van dit huishouden iedere stap onder A en B")
    parser.add_argument("--json", action="store_true", help="schrijf alles als JSON")
    parser.set_defaults(doe=vergelijk)


def vergelijk(args: argparse.Namespace) -> int:
    """Compares; gives the exit code."""
    from meedoen.recht import DatumOnbekend, GevalFout, RechtFout, RekenFout, TabelFout

    try:
        with cli_tabel.netjes_afgebroken():
            tekst = _antwoord(args)
    except TabelFout as fout:
        return cli_tabel.meld_tabelfout(fout, None)
    except (DatumOnbekend, GevalFout, RekenFout, cli_tabel.Onbruikbaar) as fout:
        return cli_tabel.meld(str(fout), cli_tabel.FOUT)
    except RechtFout as fout:
        return cli_tabel.meld_rechtfout(fout)
    except OSError as fout:
        return cli_tabel.meld_schrijffout(fout, args.uit or "")
    print(tekst)
    return 0


def _antwoord(args: argparse.Namespace) -> str:
    from meedoen.recht import laad_recht
    from meedoen.recht.comparison import leg_uit, vergelijk
    from meedoen.recht.engine.batches import aantal_rijen

    if len(args.verordening) != 2:
        raise cli_tabel.Onbruikbaar("Geef --verordening twee keer: eerst A, dan B.")
    a, b = (cli_tabel.lees_verordening(pad) for pad in args.verordening)
    vraag: dict[str, Any] = {
        "gevraagd": cli_tabel.lees_gevraagd(args.gevraagd, laad_recht()) if args.gevraagd else (),
        "peildatum": args.peildatum,
    }
    invoer = Path(args.tabel)
    if args.huishouden:
        uitkomsten = leg_uit(invoer, args.huishouden, a, b, **vraag)
        return _als_json(_stappen_als_json(*uitkomsten)) if args.json else "\n".join(_stappen(*uitkomsten))
    uit = Path(args.uit) if args.uit else None
    if uit and uit.resolve() == invoer.resolve():
        raise cli_tabel.Onbruikbaar(f"{args.uit} is twee keer genoemd; geef ieder bestand een eigen naam.")
    with cli_tabel.voortgang(aantal_rijen(invoer)) as toon:
        uitkomst = vergelijk(invoer, a, b, alleen_juiste=args.alleen_juiste, uitvoer=uit, voortgang=toon, **vraag)
    cli_tabel.meld_niet_geverifieerd(uitkomst.gevraagd, args.peildatum)
    if args.json:
        return _als_json(als_json(uitkomst))
    namen = [
        f"{pad} ({kant.gemeente or 'zonder gemeente'})" for pad, kant in zip(args.verordening, (a, b), strict=True)
    ]
    return "\n".join(_tekst(uitkomst, namen))


def _als_json(waarde: Any) -> str:
    return json.dumps(waarde, ensure_ascii=False, indent=2)


def als_json(uitkomst: "Vergelijking") -> dict[str, Any]:
    """The comparison as JSON values: amounts as text in euro, counts as whole numbers."""
    stand = uitkomst.stand
    return {
        "personen": uitkomst.telling.rijen,
        "huishoudens": uitkomst.telling.huishoudens,
        "geweigerd": uitkomst.telling.geweigerd,
        "niet_vergeleken_gezinnen": stand.niet_vergeleken,
        "deels_vergeleken_gezinnen": stand.deels_vergeleken,
        "termen": list(uitkomst.termen),
        "kosten_per_maand": bedrag(round(uitkomst.kosten_per_jaar / 12)),
        "kosten_per_jaar": bedrag(uitkomst.kosten_per_jaar),
        "uitkomsten": {
            naam: {"meer": int(meer), "minder": int(minder), "verschil": bedrag(som), "keer_per_jaar": uitgave.per_jaar}
            for naam, uitgave, (meer, minder, som) in zip(
                uitkomst.gevraagd, uitkomst.uitgaven, stand.uitkomsten, strict=True
            )
        },
        "gezinnen": {soort: _groep_als_json(getallen) for soort, getallen in uitkomst.per_soort().items()},
        "leeftijden": {soort: _groep_als_json(getallen) for soort, getallen in uitkomst.per_leeftijd().items()},
        "spreiding": dict(zip(SPREIDING, map(int, stand.spreiding), strict=True)),
        "uitschieters": [
            {"huishouden": huishouden, "persoon": persoon, "verschil_per_jaar": bedrag(verschil)}
            for verschil, huishouden, persoon in stand.uitschieters
        ],
        "niet_uitgerekend": [
            {"uitkomst": naam, "onder": kant, "reden": reden, "personen": aantal}
            for (naam, kant, reden), aantal in stand.redenen.most_common()
        ],
    }


def _groep_als_json(getallen: Sequence[int]) -> dict[str, Any]:
    aantal, vooruit, achteruit, verschil = map(int, getallen)
    return {
        "gezinnen": aantal,
        "vooruit": vooruit,
        "achteruit": achteruit,
        "gelijk": aantal - vooruit - achteruit,
        "verschil_per_jaar": bedrag(verschil),
        "gemiddeld_per_jaar": bedrag(round(verschil / aantal)) if aantal else None,
    }


def bedrag(centen: int) -> str:
    """Cents as an amount in euro for JSON."""
    heel, rest = divmod(abs(int(centen)), 100)
    return f"{'-' if centen < 0 else ''}{heel}.{rest:02d}"


def euro(centen: int) -> str:
    """Cents as people write them."""
    heel, rest = divmod(abs(int(centen)), 100)
    return f"{'−' if centen < 0 else ''}€ {cli_tabel.getal(heel)},{rest:02d}"


def _tekst(uitkomst: "Vergelijking", namen: Sequence[str]) -> Iterator[str]:
    kosten, telling = uitkomst.kosten_per_jaar, uitkomst.telling
    yield f"A: {namen[0]}"
    yield f"B: {namen[1]}"
    yield f"{cli_tabel.getal(telling.rijen - telling.geweigerd)} personen vergeleken. Verschillende termen: " + (
        ", ".join(uitkomst.termen) or "geen"
    )
    if telling.geweigerd:
        yield f"Buiten beschouwing: {cli_tabel.getal(telling.geweigerd)} rijen van huishoudens met een fout."
    yield f"\n{_kosten(kosten)}"
    yield from _onvolledig(uitkomst)
    yield from _uitkomsten(uitkomst)
    yield from _groepen("soort gezin", uitkomst.per_soort())
    yield from _groepen("leeftijd van de oudste", uitkomst.per_leeftijd())
    yield f"\n{'verschil per gezin per jaar':<34}{'gezinnen':>10}"
    for naam, aantal in zip(SPREIDING, uitkomst.stand.spreiding, strict=True):
        yield f"{naam:<34}{cli_tabel.getal(aantal):>10}"
    yield from _uitschieters(uitkomst)
    yield from _niet_uitgerekend(uitkomst)


def _kosten(kosten: int) -> str:
    """What B costs, in one sentence."""
    if kosten == 0:
        return "De gemeente is onder A en B evenveel kwijt."
    richting, maand = "meer" if kosten > 0 else "minder", euro(abs(round(kosten / 12)))
    return f"De gemeente is onder B {euro(abs(kosten))} per jaar {richting} kwijt; dat is {maand} per maand."


def _onvolledig(uitkomst: "Vergelijking") -> Iterator[str]:
    """That the sum is not the whole of it, beside the sum: what could not be computed counts as no difference."""
    stand = uitkomst.stand
    niet, deels = stand.niet_vergeleken, stand.deels_vergeleken
    if niet:
        werkwoorden = ("is", "telt") if niet == 1 else ("zijn", "tellen")
        yield f"Let op: {_gezinnen(niet)} {werkwoorden[0]} niet uitgerekend en {werkwoorden[1]} niet mee."
    if deels:
        yield f"Let op: van {_gezinnen(deels)} is een deel niet uitgerekend; dat deel telt niet mee (zie onderaan)."


def _gezinnen(aantal: int) -> str:
    return "1 gezin" if aantal == 1 else f"{cli_tabel.getal(aantal)} gezinnen"


def _uitkomsten(uitkomst: "Vergelijking") -> Iterator[str]:
    """A line per result that was computed for anybody."""
    yield f"\n{'uitkomst (per persoon, of per paar)':<52}{'meer':>9}{'minder':>9}{'verschil':>18}{'per jaar':>10}"
    mist: Counter[tuple[str, str]] = Counter()
    for (naam, kant, _), aantal in uitkomst.stand.redenen.items():
        mist[naam, kant] += aantal
    personen = uitkomst.telling.rijen - uitkomst.telling.geweigerd
    for naam, uitgave, (meer, minder, som) in zip(
        uitkomst.gevraagd, uitkomst.uitgaven, uitkomst.stand.uitkomsten, strict=True
    ):
        if max(mist[naam, "A"], mist[naam, "B"]) < personen:
            keer = f"× {uitgave.per_jaar}".replace("-", "−")
            yield f"{naam:<52}{cli_tabel.getal(meer):>9}{cli_tabel.getal(minder):>9}{euro(som):>18}{keer:>10}"


def _groepen(kop: str, groepen: Mapping[str, Sequence[int]]) -> Iterator[str]:
    yield f"\n{kop:<24}{'gezinnen':>10}{'vooruit':>10}{'achteruit':>11}{'samen per jaar':>20}{'gemiddeld':>16}"
    for naam, (aantal, vooruit, achteruit, verschil) in groepen.items():
        getallen = [cli_tabel.getal(getal) for getal in (aantal, vooruit, achteruit)]
        midden = euro(round(int(verschil) / int(aantal))) if aantal else ""
        yield f"{naam:<24}{getallen[0]:>10}{getallen[1]:>10}{getallen[2]:>11}{euro(verschil):>20}{midden:>16}"


def _uitschieters(uitkomst: "Vergelijking") -> Iterator[str]:
    alle = uitkomst.stand.uitschieters
    for kop, gekozen in (
        ("meest vooruit", [deel for deel in reversed(alle) if deel[0] > 0][:10]),
        ("meest achteruit", [deel for deel in alle if deel[0] < 0][:10]),
    ):
        if gekozen:
            yield f"\n{kop}"
        for verschil, huishouden, persoon in gekozen:
            yield f"  huishouden {huishouden}, persoon {persoon}: {euro(verschil)} per jaar"


def _niet_uitgerekend(uitkomst: "Vergelijking") -> Iterator[str]:
    """A line per result, and not per reason: none must be hidden behind another of which there are more."""
    per_uitkomst: dict[str, dict[str, Counter[str]]] = {}
    for (naam, kant, reden), aantal in uitkomst.stand.redenen.items():
        per_uitkomst.setdefault(naam, {}).setdefault(kant, Counter())[reden] += aantal
    if per_uitkomst:
        yield "\nniet uitgerekend, en dus niet meegeteld"
    for naam, kanten in per_uitkomst.items():
        if kanten.get("A") == kanten.get("B"):
            kanten = {"A en B": kanten["A"]}
        for kant, redenen in kanten.items():
            eerste, *andere = [reden for reden, _ in redenen.most_common()]
            meer = f"; en {len(andere)} andere redenen" if len(andere) > 1 else f"; of {andere[0]}" if andere else ""
            personen = redenen.total()
            wie = "1 persoon" if personen == 1 else f"{cli_tabel.getal(personen)} personen"
            yield f"  {naam} onder {kant}: {wie} ({eerste}{meer})"


def _stappen(van: "Uitkomst", naar: "Uitkomst") -> Iterator[str]:
    """Every step under both, one line each; what differs is marked, with the terms that it read."""
    yield f"{'':2}{'stap':<64}{'A':>24}{'B':>24}"
    for (regel, persoon, ander), (een, twee) in _paren(van, naar):
        waarden = [_uitkomst(een), _uitkomst(twee)]
        wie = f"{persoon} → {ander}" if ander else persoon
        yield f"{'≠ ' if waarden[0] != waarden[1] else '  '}{f'{regel} ({wie})':<64}{waarden[0]:>24}{waarden[1]:>24}"
        yield from _termen(een, twee)
    for kant, uitkomst in (("A", van), ("B", naar)):
        yield from (f"Onder {kant} ontbreekt: {vraag}" for vraag in uitkomst.ontbreekt)


def _paren(van: "Uitkomst", naar: "Uitkomst") -> Iterator[tuple[tuple[str, str, str], tuple[Any, Any]]]:
    """The steps of both, in the order of A; those that only B took come after."""
    kanten = [{(stap.regel, stap.persoon, stap.ander): stap for stap in kant.spoor} for kant in (van, naar)]
    for sleutel in dict.fromkeys([*kanten[0], *kanten[1]]):
        yield sleutel, (kanten[0].get(sleutel), kanten[1].get(sleutel))


def _uitkomst(stap: "Stap | None") -> str:
    if stap is None:
        return "niet gerekend"
    if stap.reden:
        return f"geen: {stap.reden.reden}"[:24]
    waarde = stap.als_json()["uitkomst"]
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return "niet bekend" if waarde is None else str(waarde)


def _termen(een: "Stap | None", twee: "Stap | None") -> Iterator[str]:
    gelezen = [
        {invoer.naam: invoer.als_json() for invoer in stap.invoer if invoer.soort == "term"} if stap else {}
        for stap in (een, twee)
    ]
    for naam in dict.fromkeys([*gelezen[0], *gelezen[1]]):
        links, rechts = (kant.get(naam, {"waarde": "", "bron": ""}) for kant in gelezen)
        merk = "≠ " if links["waarde"] != rechts["waarde"] else "  "
        yield f"{merk}{f'    term {naam}':<64}{links['waarde']!s:>24}{rechts['waarde']!s:>24}"


def _stappen_als_json(van: "Uitkomst", naar: "Uitkomst") -> dict[str, Any]:
    from meedoen.recht import laad_recht
    from meedoen.recht.answer import als_json

    return {kant: als_json(uitkomst, laad_recht(), met_uitleg=True) for kant, uitkomst in (("A", van), ("B", naar))}
