"""What the rules in numpy share: dates, rounding, and what is known of each person and of the partner."""

from collections.abc import Mapping

import numpy as np

from benchmarks.peers.households import PEILDATUM, TWEEDE, Bevolking, Rijen

Bedragen = Mapping[str, float]
AowLeeftijden = tuple[Rijen, Rijen]
"""First dates of birth, and from each the months of age at which one is pensioengerechtigd."""


def maanden_sinds(dagen: Rijen) -> Rijen:
    """Whole months from each day (since 1970) to the reference date."""
    datum = dagen.astype("datetime64[D]")
    maand = datum.astype("datetime64[M]")
    dag = datum - maand.astype("datetime64[D]")
    peilmaand = np.datetime64(PEILDATUM, "M")
    peildag = np.datetime64(PEILDATUM) - peilmaand.astype("datetime64[D]")
    return (peilmaand - maand).astype(np.int64) - (peildag < dag)


def maanden_in(dagen: Rijen) -> Rijen:
    """Calendar months from that of each day to that of the reference date."""
    return (np.datetime64(PEILDATUM, "M") - dagen.astype("datetime64[D]").astype("datetime64[M]")).astype(np.int64)


def rond(bedrag: Rijen) -> Rijen:
    """To the cent, half up."""
    return np.floor(bedrag * 100 + 0.5) / 100


class Stand:
    """What is known of each person, and the same of the partner; `partner` is only meaningful where `met`."""

    def __init__(self, mensen: Bevolking, *kolommen: Rijen) -> None:
        self.mensen = mensen
        self.leeftijd, self.pensioen, self.thuis, self.met, self.recht = kolommen[:5]
        self.kinderen, self.is_deler, self.verhoging = kolommen[5:]
        self.jong = self.leeftijd < 21
        self.p_jong = self.jong[mensen.partner]
        self.p_pensioen = self.met & self.pensioen[mensen.partner]
        self.samen = self.met & (self.thuis == self.thuis[mensen.partner])
        self.p_recht = self.met & self.recht[mensen.partner]
        self.eerste = mensen.rol != TWEEDE
        self.gehuwden: Rijen = np.zeros(0)
        """The norm for a couple of 21 or older, of who has a partner."""

    def van_een_van_beiden(self, vlag: str) -> Rijen:
        """Whether it is so for this person or for the spouse."""
        eigen = self.mensen.vlaggen[vlag]
        return eigen | (self.met & eigen[self.mensen.partner])

    def samen_met_partner(self, bedrag: Rijen) -> Rijen:
        """An amount of the single person, or of the two spouses together."""
        return bedrag + np.where(self.met, bedrag[self.mensen.partner], 0.0)
