"""From files into the scratch file: every row read and checked by itself."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence

from django.utils.translation import gettext as _

from . import scratch
from .faults import Bestandsfout, Fout
from .rows import Kennis, maak_rijlezer, volgorde_van_kolommen
from .sources import Bron, lees_rijen


def neem_op(
    db: sqlite3.Connection,
    bronnen: Sequence[Bron],
    kennis: Kennis,
    *,
    hoogstens_rijen: int | None,
    voortgang: Callable[[str, int], None],
) -> set[str]:
    """Read all sources into `bestand_<blad>`, and every fault into `fouten`. Returns the bladen not read to their end.

    `hoogstens_rijen`: over all sources together, for who waits at a screen; None is no limit.
    """
    onleesbaar: set[str] = set()
    gelezen = 0
    for bron in bronnen:
        try:
            for stapel, fouten in _stapels(bron, kennis):
                scratch.bewaar_rijen(db, bron.blad, stapel)
                scratch.bewaar_fouten(db, fouten)
                gelezen += len(stapel)
                voortgang(bron.naam, gelezen)
                if hoogstens_rijen is not None and gelezen > hoogstens_rijen:
                    raise _te_veel(hoogstens_rijen)
        except Bestandsfout as fout:
            onleesbaar.add(bron.blad.naam)
            scratch.bewaar_fouten(db, [fout.als_fout(bron.naam, bron.blad.naam)])
        scratch.maak_vindbaar(db, bron.blad)
    if not onleesbaar and not gelezen:
        naam = ", ".join(bron.naam for bron in bronnen)
        leeg = Bestandsfout(_("minstens één rij onder de kolomnamen"), _("Er staan geen rijen in. Vul het bestand."))
        scratch.bewaar_fouten(db, [leeg.als_fout(naam, "")])
        return {bron.blad.naam for bron in bronnen}
    return onleesbaar


def _stapels(bron: Bron, kennis: Kennis) -> Iterator[tuple[list[tuple[object, ...]], list[Fout]]]:
    rijen = lees_rijen(bron)
    eerste = next(rijen, None)
    if eerste is None:
        raise Bestandsfout(_("een rij kolomnamen en rijen"), _("Het bestand is leeg."))
    lees = maak_rijlezer(bron.blad, volgorde_van_kolommen(bron.blad, eerste[1]), kennis)
    stapel: list[tuple[object, ...]] = []
    fouten: list[Fout] = []
    try:
        for nummer, cellen in rijen:
            waarden, rijfouten = lees(cellen)
            stapel.append((nummer, bool(rijfouten), *waarden))
            fouten += [Fout(bron.naam, bron.blad.naam, nummer, *rijfout) for rijfout in rijfouten]
            if len(stapel) >= scratch.STAPEL or len(fouten) >= scratch.STAPEL:
                yield stapel, fouten
                stapel, fouten = [], []
    except Bestandsfout:
        yield stapel, fouten  # what was wrong before the break is told too
        raise
    yield stapel, fouten


def _te_veel(hoogstens: int) -> Bestandsfout:
    return Bestandsfout(
        _("hoogstens %(n)s rijen op het scherm") % {"n": f"{hoogstens:,}".replace(",", ".")},
        _("Lees een groter register in met de opdracht: meedoen importeer BESTAND."),
    )
