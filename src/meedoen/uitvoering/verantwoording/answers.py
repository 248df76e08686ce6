"""The answers of the register to the council's questions: sentences in plain Dutch around figures that open.

A sentence is a text with named places and what stands there: a counted figure (opens to its rows), a policy figure
(opens to its source) or plain text. The page and the PDF write the same sentences.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..huisstijl import formats
from ..sturing import presentation
from ..sturing.areas import Gebied
from ..sturing.figures import Cijfer, SomKloptNiet, Vergelijking, bereken, tel_op
from ..sturing.queries import TAAKSTELLING
from ..sturing.registry import DEFINITIES
from ..sturing.targets import LANDELIJK, Beleid, met_verschil, taken, vergelijking

OPGAVE = "garantiebanen-opgave"
VERBANDEN = (
    "gemeente-garantiebanen-eigen",
    "gemeente-garantiebanen-detachering",
    "gemeente-garantiebanen-uitzendbureau",
)


@dataclass(frozen=True)
class Beleidsgetal:
    """A policy figure in a sentence, with its unit and source."""

    vergelijking: Vergelijking


@dataclass(frozen=True)
class Kaal:
    """A counted figure in a sentence that has named the unit already: only its number is written."""

    cijfer: Cijfer


Deel = Cijfer | Kaal | Beleidsgetal | str


@dataclass(frozen=True)
class Zin:
    """One sentence: `tekst` with {names}, and what stands at each. `is_let_op` marks what is not known."""

    tekst: str
    delen: Mapping[str, Deel]
    is_let_op: bool = False


@dataclass(frozen=True)
class Som:
    """Figures that were added, and their sum. Made by `som`, which refuses what cannot be added."""

    delen: tuple[Cijfer, ...]
    totaal: Cijfer


@dataclass(frozen=True)
class Registerantwoord:
    """What the register answers to one question."""

    zinnen: tuple[Zin, ...]
    som: Som | None = None


@dataclass(frozen=True)
class Bron:
    """What the answers are built from: area, date, policy, and each figure counted once."""

    gebied: Gebied
    peildatum: datetime.date
    beleid: Beleid
    samenwerking: Beleid | None
    cijfers: dict[str, Cijfer]

    def tel(self, sleutel: str) -> Cijfer:
        """The figure for the municipality on the date, counted the first time it is asked for."""
        if sleutel not in self.cijfers:
            self.cijfers[sleutel] = bereken(DEFINITIES[sleutel], self.gebied, self.peildatum)
        return self.cijfers[sleutel]


def zin(tekst: str, **delen: Deel) -> Zin:
    """A sentence of the answer."""
    return Zin(tekst, delen)


def let_op(tekst: str, **delen: Deel) -> Zin:
    """A sentence that says what is not known, or what must be read with care."""
    return Zin(tekst, delen, is_let_op=True)


def som(delen: tuple[Cijfer, ...], totaal: Cijfer) -> Som:
    """The parts and their sum. Raises EenhedenVerschillen (unlike units) or SomKloptNiet (parts miss the sum)."""
    geteld = tel_op(delen)
    if round(geteld.waarde - totaal.hoeveelheid.waarde, 9) or geteld.eenheid is not totaal.definitie.eenheid:
        raise SomKloptNiet(
            _("De delen van '%(naam)s' tellen op tot %(som)s en niet tot %(totaal)s.")
            % {"naam": totaal.definitie.naam, "som": geteld.waarde, "totaal": totaal.waarde}
        )
    return Som(delen, totaal)


def _op(bron: Bron) -> str:
    return formats.datum(bron.peildatum)


def _opgave(bron: Bron) -> Vergelijking | None:
    """The task that the college itself entered: the last one, whatever its date."""
    perioden = bron.beleid.periodes(OPGAVE, "", bron.gebied.sleutel)
    cijfer = bron.beleid.cijfer(OPGAVE, "", bron.gebied.sleutel, perioden[-1]) if perioden else None
    return vergelijking(_("eigen opgave"), [cijfer]) if cijfer else None


def opgave(bron: Bron) -> Registerantwoord:
    """Question 1: the national number, that no split is published, and the task that the college entered itself."""
    zinnen = []
    landelijk = bron.beleid.cijfer("garantiebanen-gemeenten", "alle-gemeenten-samen", LANDELIJK, "2016-12-31")
    if landelijk:
        getal = Beleidsgetal(vergelijking(_("alle gemeenten samen"), [landelijk]))
        zinnen.append(
            zin(_("Alle gemeenten samen moesten eind 2016 {landelijk} extra hebben gerealiseerd."), landelijk=getal)
        )
    zinnen.append(
        let_op(
            _(
                "Hoe dat aantal over de gemeenten is verdeeld, staat niet in onze bronnen. Daarom staat hier geen van "
                "rijkswege opgelegd aantal voor {gemeente}."
            ),
            gemeente=bron.gebied.naam,
        )
    )
    if eigen := _opgave(bron):
        tekst = _("Het college van {gemeente} heeft als eigen opgave vastgelegd: {opgave}, te bereiken op {dag}.")
        zinnen.append(
            zin(tekst, gemeente=bron.gebied.naam, opgave=Beleidsgetal(eigen), dag=presentation.periode(eigen.periode))
        )
    else:
        zinnen.append(
            let_op(_("Het college van {gemeente} heeft nog geen eigen opgave vastgelegd."), gemeente=bron.gebied.naam)
        )
    return Registerantwoord(tuple(zinnen))


def gerealiseerd(bron: Bron) -> Registerantwoord:
    """Question 2: the jobs at the municipality as employer, own and hired in, and the residents in any such job."""
    totaal = bron.tel("gemeente-garantiebanen")
    zinnen = (
        zin(
            _(
                "Op {dag} vervulde de gemeente {gemeente} als werkgever {totaal}, begonnen sinds 1 januari 2013: "
                "{eigen} in eigen dienst, {detachering} via detachering en {uitzendbureau} via een uitzendbureau."
            ),
            dag=_op(bron),
            gemeente=bron.gebied.naam,
            totaal=totaal,
            eigen=Kaal(bron.tel(VERBANDEN[0])),
            detachering=Kaal(bron.tel(VERBANDEN[1])),
            uitzendbureau=Kaal(bron.tel(VERBANDEN[2])),
        ),
        zin(
            _("Sinds 1 januari 2013 begonnen daar {begonnen} in een garantiebaan; daarvan lopen er nog {lopend}."),
            begonnen=bron.tel("gemeente-garantiebanen-begonnen"),
            lopend=formats.getal(totaal.aantal_rijen),
        ),
        zin(
            _("Bij alle werkgevers samen telde {gemeente} die dag {personen} met een garantiebaan, goed voor {banen}."),
            personen=bron.tel("garantiebanen-personen"),
            gemeente=bron.gebied.naam,
            banen=bron.tel("garantiebanen-banen"),
        ),
        let_op(str(totaal.definitie.opmerking)),
    )
    return Registerantwoord(zinnen, som(tuple(bron.tel(v) for v in VERBANDEN), totaal))


def resterend(bron: Bron) -> Registerantwoord:
    """Question 3: what is left of the own task, where there is one in the same unit."""
    eigen, geteld = _opgave(bron), bron.tel("gemeente-garantiebanen")
    if eigen is None or eigen.waarde is None:
        tekst = _("Zonder eigen opgave is niet te zeggen hoeveel banen nog ontbreken. Geteld zijn {geteld}.")
        return Registerantwoord((let_op(tekst, geteld=geteld),))
    beleid = met_verschil(eigen, geteld.hoeveelheid)
    if beleid.verschil is None:
        return Registerantwoord((let_op(beleid.opmerking),))
    if beleid.verschil >= 0:
        tekst = _("De eigen opgave van {opgave} is gehaald: geteld zijn {geteld}.")
        return Registerantwoord((zin(tekst, opgave=Beleidsgetal(eigen), geteld=geteld),))
    rest = formats.getal(-beleid.verschil, 1)
    tekst = _("Van de eigen opgave van {opgave} zijn er {geteld} gerealiseerd. Er ontbreken er nog {rest}.")
    return Registerantwoord((zin(tekst, opgave=Beleidsgetal(eigen), geteld=geteld, rest=rest),))


def alleen_beleid(bron: Bron) -> Registerantwoord:
    """Questions 4 and 6: policy, about which a register of persons and places says nothing."""
    tekst = _(
        "Dit is een vraag naar beleid. Het register bevat er geen gegevens over; het antwoord is aan het college."
    )
    return Registerantwoord((zin(tekst),))


def social_return(bron: Bron) -> Registerantwoord:
    """Question 5: what came of social return and temp agencies."""
    return Registerantwoord(
        (
            zin(
                _("Social return: op {dag} liepen voor inwoners van {gemeente} {plaatsingen} uit zulke afspraken."),
                dag=_op(bron),
                plaatsingen=bron.tel("social-return"),
                gemeente=bron.gebied.naam,
            ),
            zin(
                _("Uitzendbureaus: bij de gemeente zelf ging het op die dag om {uitzendbureau}."),
                uitzendbureau=bron.tel("gemeente-garantiebanen-uitzendbureau"),
            ),
            let_op(_("Welke afspraken en contracten daaronder liggen, staat niet in het register.")),
        )
    )


def beschut_werk(bron: Bron) -> Registerantwoord:
    """Question 7: places, people waiting and how long, requests."""
    plekken, wachtend = bron.tel("beschut-werk-plekken"), bron.tel("beschut-werk-wachtend")
    ja = _("Ja. Inwoners van {gemeente} bezetten op {dag} {plekken} beschut werk.")
    nee = _("Op {dag} bezetten inwoners van {gemeente} {plekken} beschut werk.")
    zinnen = [
        zin(ja if plekken.waarde else nee, gemeente=bron.gebied.naam, dag=_op(bron), plekken=plekken),
        zin(_("Zonder plek, maar met een positief advies: {wachtend}."), wachtend=wachtend),
    ]
    if wachtend.waarde:
        zinnen.append(zin(_("Zij wachtten gemiddeld {dagen}."), dagen=bron.tel("beschut-werk-wachttijd")))
    zinnen.append(
        zin(
            _(
                "Bij UWV in behandeling: {lopend}. Tot nu toe deed de gemeente {gemeente} en deden inwoners zelf "
                "{inwoner}."
            ),
            lopend=bron.tel("beschut-werk-in-behandeling"),
            gemeente=bron.tel("beschut-werk-aanvragen-gemeente"),
            inwoner=bron.tel("beschut-werk-aanvragen-inwoner"),
        )
    )
    return Registerantwoord(tuple(zinnen))


def tegen_de_raming(bron: Bron) -> Registerantwoord:
    """Question 8: against the minister's number for the municipality and the estimate of the partnership."""
    plekken = bron.tel("beschut-werk-plekken")
    zinnen: list[Zin] = []
    for dag, doel in taken(TAAKSTELLING, bron.gebied, bron.beleid).items():
        zinnen.append(_tegen_taakstelling(bron, dag, doel))
    if not zinnen:
        tekst = _(
            "Het aantal uit de ministeriële regeling voor {gemeente} is niet gepubliceerd in onze bron: de bijlage "
            "die wij hebben breekt af. Er staat hier daarom geen verschil; op {dag} bezetten inwoners {plekken}."
        )
        zinnen.append(let_op(tekst, gemeente=bron.gebied.naam, dag=_op(bron), plekken=plekken))
    zinnen.extend(_tegen_kadernota(bron))
    zinnen.append(
        let_op(_("De fictieve verdeling van 1 juni 2015, waar de vraag naar verwijst, zit niet in onze bronnen."))
    )
    return Registerantwoord(tuple(zinnen))


def _tegen_taakstelling(bron: Bron, dag: datetime.date, doel: Vergelijking) -> Zin:
    if doel.waarde is None:
        return let_op(
            _("Het aantal voor {dag} is niet volledig bekend: {reden}"), dag=formats.datum(dag), reden=doel.opmerking
        )
    if dag > bron.peildatum:
        tekst = _("De ministeriële regeling noemt {doel} voor {dag}; die dag ligt na de peildatum.")
        return zin(tekst, dag=formats.datum(dag), doel=Beleidsgetal(doel))
    geteld = bereken(DEFINITIES["beschut-werk-plekken"], bron.gebied, dag)
    naast = met_verschil(doel, geteld.hoeveelheid)
    if naast.verschil is None:
        return let_op(naast.opmerking)
    if naast.verschil < 0:
        oordeel = ngettext("Dat is er {n} minder.", "Dat zijn er {n} minder.", int(-naast.verschil))
    elif naast.verschil > 0:
        oordeel = ngettext("Dat is er {n} meer.", "Dat zijn er {n} meer.", int(naast.verschil))
    else:
        oordeel = _("Dat is precies genoeg.")
    tekst = _("De ministeriële regeling noemt {doel} voor {dag}; toen bezetten inwoners {geteld}.")
    return zin(
        f"{tekst} {oordeel}",
        dag=formats.datum(dag),
        doel=Beleidsgetal(doel),
        geteld=geteld,
        n=formats.getal(abs(naast.verschil), 0),
    )


def _tegen_kadernota(bron: Bron) -> list[Zin]:
    """The estimate of the partnership, which no document divides over municipalities."""
    if bron.samenwerking is None:
        return []
    beleid, gebied = bron.samenwerking, bron.samenwerking.gebied
    perioden = beleid.periodes("prognose-plekken", "beschut-werk", gebied.sleutel)
    jaren = [p for p in perioden if p.isdigit() and int(p) <= bron.peildatum.year]
    if not jaren:
        return []
    raming = vergelijking(
        _("Kadernota, raming"), [beleid.cijfers["prognose-plekken", "beschut-werk", gebied.sleutel, jaren[-1]]]
    )
    tekst = _(
        "De Kadernota raamde {raming} beschut werk in {jaar} voor de samenwerking als geheel ({samenwerking}); "
        "per gemeente geeft zij geen raming."
    )
    return [zin(tekst, jaar=jaren[-1], raming=Beleidsgetal(raming), samenwerking=gebied.naam)]


ANTWOORDEN: Mapping[int, Callable[[Bron], Registerantwoord]] = {
    1: opgave,
    2: gerealiseerd,
    3: resterend,
    4: alleen_beleid,
    5: social_return,
    6: alleen_beleid,
    7: beschut_werk,
    8: tegen_de_raming,
}
