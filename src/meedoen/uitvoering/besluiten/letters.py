"""The letter of a decision, in plain Dutch: what, how much, why, by which article, what to do, how to object.

Always Dutch: it goes to the resident, whatever the language of the screen of who signed.
"""

import datetime
import hashlib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from meedoen.recht import laad_recht
from meedoen.recht.termijnen import laatste_dag_bezwaar

from ..dossiers.models import Persoon
from ..huisstijl.formats import bedrag, datum
from ..huisstijl.formats import maand as maandnaam
from ..huisstijl.print import maak_pdf
from ..kern import clock
from ..kern.models import Gebruiker
from ..naslag.values import leesbaar, uit_tekst
from .kinds import soort_van, zin_van
from .letter_parts import Deel
from .models import Aard, Besluit, Brief, Procedure, Uitkomst
from .sanction_letters import gevolgen, wat_er_gebeurde

TERUGVORDERING: dict[str, str] = {
    Procedure.Grond.INLICHTINGEN: "Participatiewet 58 lid 1",
    Procedure.Grond.ANDERS: "Participatiewet 58 lid 2 onderdeel a",
}
SJABLOON = "besluiten/typst/besluit.typ"


def maak_brief(besluit: Besluit, *, door: Gebruiker) -> Brief:
    """Make the letter of a decision that came about in a procedure, and keep the file as it goes out."""
    with override("nl"):
        pdf = maak_pdf(SJABLOON, brieftekst(besluit, door), taal="nl")
    return Brief.objects.create(
        besluit=besluit, pdf=pdf, sha256=hashlib.sha256(pdf).hexdigest(), gemaakt_op=clock.nu(), door=door
    )


def brieftekst(besluit: Besluit, door: Gebruiker) -> dict[str, Any]:
    """Everything that stands in the letter, in the shape of the template."""
    procedure = _procedure(besluit)
    gemeente = procedure.gemeente.naam
    return {
        "titel": _titel(procedure),
        "gemeente": _("Gemeente %(gemeente)s") % {"gemeente": gemeente},
        "kenmerken": [
            (_("Datum"), datum(besluit.genomen_op)),
            (_("Voor"), f"{besluit.persoon}, {_('geboren')} {datum(besluit.persoon.geboortedatum)}"),
            (_("Dossier"), besluit.persoon.nummer),
            (_("Nummer van dit besluit"), besluit.nummer),
        ],
        "aanhef": _("Beste mevrouw of heer %(naam)s,") % {"naam": besluit.persoon.achternaam},
        "inleiding": _inleiding(procedure),
        "delen": [deel.als_gegevens() for deel in _delen(besluit, procedure)],
        "groet": _("Met vriendelijke groet,"),
        "namens": _("namens het college van burgemeester en wethouders van %(gemeente)s,") % {"gemeente": gemeente},
        "ondertekenaar": door.get_full_name() or door.get_username(),
    }


def _procedure(besluit: Besluit) -> Procedure:
    if besluit.procedure is None:
        raise ValueError(f"Decision {besluit.nummer} came in by an import; its letter was not made here.")
    return besluit.procedure


def _titel(procedure: Procedure) -> str:
    wat = {"soort": procedure.onderwerp}
    if procedure.aard == Aard.HERZIEN:
        return _("Wij herzien uw besluit: %(soort)s") % wat
    if procedure.aard == Aard.INGETROKKEN:
        return _("Wij trekken uw besluit in: %(soort)s") % wat
    return _("Besluit over %(soort)s") % wat


def _inleiding(procedure: Procedure) -> str:
    wat = {"soort": procedure.onderwerp, "dag": datum(procedure.aangevraagd_op)}
    if procedure.herziet is not None:
        wat["dag"] = datum(procedure.herziet.genomen_op)
        return _("Op %(dag)s namen wij een besluit over %(soort)s. Wij weten nu meer dan toen.") % wat
    if soort_van(procedure).kan_ambtshalve or soort_van(procedure).is_ambtshalve:
        return _("In deze brief leest u wat wij hebben besloten over: %(soort)s.") % wat
    return _("Op %(dag)s vroeg u aan: %(soort)s. In deze brief leest u wat wij hebben besloten.") % wat


def _delen(besluit: Besluit, procedure: Procedure) -> Iterator[Deel]:
    yield _besluit(besluit, procedure)
    yield from wat_er_gebeurde(procedure)
    yield from gevolgen(besluit, procedure)
    if procedure.voorstel.get("maanden"):
        yield _verschil(besluit, procedure)
    yield _waarom(procedure)
    if procedure.uitkomst == Uitkomst.TOEKENNEN and (daarna := str(soort_van(procedure).daarna)):
        yield Deel(_("Wat er nu gebeurt"), (daarna,))
    if besluit.soort == Besluit.Soort.TOEKENNING_BIJSTAND and besluit.aard != Aard.INGETROKKEN:
        yield Deel(
            _("Verandert er iets? Geef het meteen door"),
            (
                _(
                    "Verandert uw inkomen, uw vermogen, uw adres of met wie u woont? Laat het ons meteen weten. "
                    "Dat moet van de wet (Participatiewet, artikel 17)."
                ),
            ),
        )
    yield _bezwaar(besluit)


def _besluit(besluit: Besluit, procedure: Procedure) -> Deel:
    soort, voorstel = soort_van(procedure), procedure.voorstel
    is_toegekend = procedure.uitkomst == Uitkomst.TOEKENNEN
    alineas = [zin_van(procedure, procedure.uitkomst)]
    if procedure.aard == Aard.INGETROKKEN and procedure.herziet is not None:
        alineas = [_("Wij trekken het besluit van %(dag)s in.") % {"dag": datum(procedure.herziet.genomen_op)}]
    dagen = {"vanaf": datum(procedure.ingangsdatum)}
    if procedure.aard == Aard.HERZIEN:
        herzien = _("Wij veranderen het bedrag vanaf %(vanaf)s. Verderop staat het bedrag van elke maand.") % dagen
        nu = _bedragen(procedure) if is_toegekend else None
        return Deel(_("Ons besluit"), (herzien, _("Zo is het nu: %(zin)s") % {"zin": alineas[0]}), tabel=nu)
    if soort.is_ambtshalve or (soort.gaat_over_gedrag and not is_toegekend):
        return Deel(_("Ons besluit"), tuple(alineas), tabel=_bedragen(procedure) if is_toegekend else None)
    if is_toegekend and voorstel["tot"]:
        dagen["tot"] = datum(datetime.date.fromisoformat(voorstel["tot"]))
        alineas.append(_("Dit geldt vanaf %(vanaf)s. Op %(tot)s geldt het niet meer.") % dagen)
    else:
        alineas.append(_("Dit geldt vanaf %(vanaf)s.") % dagen)
    is_per_maand = bool(soort.bedrag) and not soort.is_eenmalig
    if is_toegekend and is_per_maand and procedure.ingangsdatum.day > 1:
        alineas.append(str(soort.eerste_maand))
    return Deel(_("Ons besluit"), tuple(alineas), tabel=_bedragen(procedure) if is_toegekend else None)


def _bedragen(procedure: Procedure) -> dict[str, Any] | None:
    """What is granted, per person of the family."""
    soort, antwoord = soort_van(procedure), procedure.voorstel["antwoord"]["personen"]
    namen = {persoon.nummer: str(persoon) for persoon in Persoon.objects.filter(nummer__in=antwoord)}
    rijen = [
        [str(soort.bedrag_naam), namen[nummer], bedrag(waarden[soort.bedrag])]
        for nummer, waarden in antwoord.items()
        if waarden.get(soort.bedrag) is not None
    ]
    rijen += [
        [
            _("Vakantietoeslag die wij apart houden, per maand"),
            namen[nummer],
            bedrag(waarden["vakantietoeslag_per_maand"]),
        ]
        for nummer, waarden in antwoord.items()
        if waarden.get("vakantietoeslag_per_maand") is not None
    ]
    if not rijen:
        return None
    return {
        "koppen": [_("Wat"), _("Voor wie"), _("Bedrag")],
        "rijen": rijen,
        "uitlijning": ["links", "links", "rechts"],
    }


def _verschil(besluit: Besluit, procedure: Procedure) -> Deel:
    """Of a revision: what was paid and what it should have been, month by month, and what is to be paid back."""
    rijen = [
        [
            maandnaam(datetime.date.fromisoformat(maand["maand"])),
            *(bedrag(maand[k]) for k in ("toen", "nu", "verschil")),
        ]
        for maand in procedure.voorstel["maanden"]
    ]
    alineas = [_("Wij hebben elke maand opnieuw berekend, met wat wij nu weten.")]
    if besluit.terug_te_vorderen:
        wat = {"bedrag": bedrag(besluit.terug_te_vorderen), "artikel": TERUGVORDERING[procedure.grond]}
        alineas.append(_("U kreeg te veel. U moet %(bedrag)s terugbetalen (%(artikel)s).") % wat)
    elif procedure.ziet_af_wegens:
        alineas.append(
            _("U hoeft niets terug te betalen, om deze reden: %(reden)s") % {"reden": procedure.ziet_af_wegens}
        )
    if Decimal(procedure.voorstel["te_weinig"]):
        alineas.append(_("U kreeg te weinig. Wij betalen u %(b)s na.") % {"b": bedrag(procedure.voorstel["te_weinig"])})
    koppen = [_("Maand"), _("Betaald"), _("Moest zijn"), _("Verschil")]
    tabel = {"koppen": koppen, "rijen": rijen, "uitlijning": ["links", "rechts", "rechts", "rechts"]}
    return Deel(_("Wat u te veel of te weinig kreeg"), tuple(alineas), tabel=tabel)


def _waarom(procedure: Procedure) -> Deel:
    """The results that decide, each with its article, and what the college itself adds."""
    recht, antwoord = laad_recht(), procedure.voorstel["antwoord"]
    dag = datetime.date.fromisoformat(antwoord["peildatum"])
    nummer, soort = procedure.persoon.nummer, soort_van(procedure)
    redenen = antwoord.get("redenen", {}).get(nummer, {})
    rijen = []
    for naam, waarde in antwoord["personen"][nummer].items():
        if soort.in_brief and naam not in soort.in_brief:
            continue
        kop = recht.op(naam, dag).kop
        reden = redenen.get(naam)
        tekst = reden["reden"] if reden else uit_tekst(waarde, str(kop.soort))
        rijen.append([leesbaar(naam).capitalize(), tekst, reden["artikel"] if reden else kop.artikel])
    waarom = soort.waarom_toe if procedure.uitkomst == Uitkomst.TOEKENNEN else soort.waarom_af
    alineas = [procedure.motivering] if procedure.motivering else []
    rust_op = (
        _("Dit besluit rust op %(artikel)s. Zo hebben wij gerekend:")
        if soort.bedrag
        else _("Dit besluit rust op %(artikel)s. Dit hebben wij vastgesteld:")
    )
    alineas += [str(waarom), rust_op % {"artikel": soort.artikel}]
    tabel = {
        "koppen": [_("Wat wij vaststelden"), _("Uitkomst"), _("Artikel")],
        "rijen": rijen,
        "uitlijning": ["links", "links", "links"],
    }
    return Deel(_("Waarom wij dit besluiten"), tuple(alineas), tabel=tabel)


def _bezwaar(besluit: Besluit) -> Deel:
    wat = {"dag": datum(laatste_dag_bezwaar(besluit.genomen_op)), "nummer": besluit.nummer}
    return Deel(
        _("Bent u het er niet mee eens?"),
        (
            _(
                "Dan kunt u bezwaar maken. Dat kost niets. Stuur ons een brief; wij moeten hem uiterlijk op %(dag)s "
                "hebben (Algemene wet bestuursrecht, artikel 6:7). Zet in uw brief:"
            )
            % wat,
        ),
        (
            _("uw naam en adres, en de datum;"),
            _("dat u bezwaar maakt tegen besluit %(nummer)s;") % wat,
            _("waarom u het er niet mee eens bent;"),
            _("uw handtekening."),
        ),
    )
