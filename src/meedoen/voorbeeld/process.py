"""One block through the years: the stock of 2015, then month by month."""

import datetime

import numpy as np

from . import beschut_werk, inflow, jobs, moves, outflow
from .assumptions import lees_aannamen
from .calendar import maanden
from .employers import maak_werkgevers
from .start import zet_voorraad_neer
from .world import GEEN, Wereld


def doorloop(*, schaal: float, zaad: int, blok: int, tot: datetime.date) -> Wereld:
    """The state and all rows up to and including the month of `tot`.

    A later `tot` gives the same rows for the same months: it adds rows and ends running ones, and changes nothing that
    had happened.
    """
    aannamen = lees_aannamen()
    begin = np.random.Generator(np.random.PCG64(np.random.SeedSequence([zaad, blok, 0])))
    w = Wereld(aannamen, schaal, maak_werkgevers(schaal, len(aannamen.tabel("gemeenten")["aandeel"]), begin))
    voorraad = 0.0
    for maand in maanden(tot, zaad, blok):
        if maand.volgnummer == 0:
            zet_voorraad_neer(w, begin, maand)
        if maand.eerste.month == 1:
            voorraad = float((w.klanten["uitkering"] != GEEN).sum())
        w.tellers.clear()
        for stap in (
            outflow.overlijden,
            outflow.pensioen,
            outflow.wsw_vertrek,
            outflow.uit_elkaar,
            outflow.uit_huis,
            jobs.verloop_van_banen,
            jobs.begeleid_werken,
            beschut_werk.adviezen,
            beschut_werk.plaatsingen,
            jobs.nieuwe_garantiebanen,
            beschut_werk.aanvragen,
            jobs.participatieplekken,
        ):
            stap(w, maand)
        outflow.uitstroom(w, maand, voorraad)
        outflow.uitstroom_zonder_bijstand(w, maand)
        moves.doorstroom(w, maand)
        moves.maatregelen(w, maand)
        inflow.instroom(w, maand, voorraad)
        inflow.instroom_zonder_bijstand(w, maand)
        inflow.afwijzingen(w, maand)
    return w
