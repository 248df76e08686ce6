"""What the letter of a measure or a boete says beside the decision: what happened, month by month, and what then."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..huisstijl.formats import bedrag, datum, procent
from ..huisstijl.formats import maand as maandnaam
from .letter_parts import Deel
from .measure import artikellid_van, eerdere_van, heroverweging_uiterlijk, maanden_van
from .models import Besluit, Procedure, Uitkomst


def wat_er_gebeurde(procedure: Procedure) -> Iterator[Deel]:
    """Why the college looked at it, and what the resident said about it."""
    if procedure.aanleiding:
        yield Deel(_("Wat er is gebeurd"), tuple(procedure.aanleiding.split("\n\n")))


def gevolgen(besluit: Besluit, procedure: Procedure) -> Iterator[Deel]:
    """Of a measure the months and what the resident can do; of a boete how it is paid."""
    if procedure.soort == Procedure.Soort.MAATREGEL and procedure.uitkomst == Uitkomst.TOEKENNEN:
        yield _maanden(procedure)
        yield _daarna(besluit, procedure)
    if procedure.soort == Procedure.Soort.BOETE and procedure.uitkomst == Uitkomst.TOEKENNEN:
        yield Deel(_("Betalen"), (_("U krijgt van ons bericht hoe u de boete betaalt."),))


def _maanden(procedure: Procedure) -> Deel:
    rijen = [[maandnaam(m.eerste_dag), procent(m.deel * 100), bedrag(m.bedrag)] for m in maanden_van(procedure)]
    eerder = eerdere_van(procedure) if (artikellid_van(procedure) or 0) > 5 else []
    herhaald = (
        (
            _("Dit is niet de eerste keer. Wij verlaagden uw bijstand al eerder, met een besluit van %(dag)s.")
            % {"dag": datum(eerder[-1])},
        )
        if eerder
        else ()
    )
    return Deel(
        _("Zo verlagen wij uw bijstand"),
        (
            *herhaald,
            _(
                "De bedragen gelden als uw bijstand blijft wat zij nu is. Verandert uw bijstand, dan verandert het "
                "bedrag mee; het deel blijft gelijk. Woont u met een partner, dan gaat het om de bijstand van u samen."
            ),
        ),
        tabel={
            "koppen": [_("Maand"), _("Deel van de bijstand"), _("Verlaging")],
            "rijen": rijen,
            "uitlijning": ["links", "rechts", "rechts"],
        },
    )


def _daarna(besluit: Besluit, procedure: Procedure) -> Deel:
    """Article 18 lid 11 for the ladder of lid 5 to 8, lid 3 for the rest; and urgent reasons for both (lid 10)."""
    dringend = _(
        "Komt u hierdoor in grote problemen? Neem meteen contact met ons op (Participatiewet, artikel 18 lid 10)."
    )
    if artikellid_van(procedure) != 2:
        inkeer = _(
            "Komt u uw verplichtingen weer na? Dan kunt u ons vragen de verlaging te stoppen. Uit wat u doet moet "
            "duidelijk blijken dat u ze nakomt (Participatiewet, artikel 18 lid 11)."
        )
        return Deel(_("Wat u nu kunt doen"), (inkeer, dringend))
    dag = heroverweging_uiterlijk(procedure, besluit.genomen_op)
    if not dag:
        return Deel(_("Wat u nu kunt doen"), (dringend,))
    opnieuw = _("Wij bekijken dit besluit zelf opnieuw, uiterlijk op %(dag)s (Participatiewet, artikel 18 lid 3).")
    return Deel(_("Wat u nu kunt doen"), (opnieuw % {"dag": datum(dag)}, dringend))
