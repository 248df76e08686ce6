"""The pages of each role, by their addresses: what the tests of this folder walk.

`VOLLEDIG` names each kind of page once, for the login that sees most on it; `VAN_ROL` adds, per login, the pages
that differ with the role; `test_links.py` follows all the others.
"""

DAG = "2026-11-22"
DOSSIER = "P00000001"
SAMENWERKING = "/samenwerking/drentsche-aa"
RAAD = "/raad/GM0106"
CIJFER = f"/cijfers/beschut-werk-plekken/eigen/{DAG}"

VOLLEDIG: dict[str, tuple[str, str]] = {
    "start": ("beleid", "/"),
    "wachtwoord": ("consulent", "/wachtwoord"),
    "dossiers": ("consulent", "/dossiers"),
    "dossier": ("consulent", f"/dossiers/{DOSSIER}"),
    "dossier op een dag die niet kan": ("consulent", f"/dossiers/{DOSSIER}?bekend_op=2026-11-23"),
    "diagnose": ("consulent", f"/dossiers/{DOSSIER}/diagnose"),
    "werk": ("regisseur", "/werk"),
    "werk van het team": ("consulent", "/werk?van=team"),
    "werk overdragen": ("regisseur", "/werk/overdragen"),
    "uitleg": ("consulent", f"/dossiers/{DOSSIER}/uitleg"),
    "meldingen": ("consulent", "/meldingen"),
    "nieuwe melding": ("consulent", "/meldingen/nieuw"),
    "melding aannemen": ("regisseur", f"/dossiers/{DOSSIER}/melding"),
    "signaal opnemen": ("consulent", f"/dossiers/{DOSSIER}/signaal"),
    "signalen": ("consulent", "/handhaving"),
    "signalen te beoordelen": ("regisseur", "/handhaving?stand=nieuw"),
    "inschrijven": ("consulent", "/meldingen/inschrijven"),
    "overdragen": ("regisseur", f"/dossiers/{DOSSIER}/overdracht"),
    "afschrift": ("consulent", f"/dossiers/{DOSSIER}/afschrift"),
    "verzoek opnemen": ("regisseur", f"/dossiers/{DOSSIER}/verzoek"),
    "cijfers": ("beleid", "/cijfers"),
    "cijfer met gevallen": ("consulent", CIJFER),
    "cijfer zonder personen": ("raad", CIJFER),
    "samenwerking": ("beleid", SAMENWERKING),
    "raad": ("beleid", RAAD),
    "standpunt": ("beleid", f"{RAAD}/standpunt/3"),
    "opgave": ("beleid", f"{RAAD}/opgave"),
    "versie": ("beleid", f"{RAAD}/versie"),
    "importeren": ("beheer", "/importeren"),
    "meldingen uit een bestand": ("consulent", "/importeren/meldingen"),
    "recht": ("raad", "/recht/"),
    "recht gevonden": ("raad", "/recht/?zoek=loonwaarde"),
    "recht lijst": ("raad", "/recht/termen/"),
    "recht niet geverifieerd": ("raad", "/recht/niet-geverifieerd/"),
    "recht regel": ("consulent", "/recht/grondslag_loonkostensubsidie_per_maand/"),
    "recht bedrag": ("consulent", "/recht/bedragen/vergoeding_werkgeverslasten/"),
    "recht feit": ("beleid", "/recht/feiten/loonwaarde_percentage/"),
    "recht term": ("beleid", "/recht/termen/inkomenstoeslag_inkomensgrens/"),
    "recht geval": ("beleid", "/recht/gevallen/participatiewet/kostendelersnorm/2024-02-01-zoon-van-24-bij-ouders/"),
    "recht bestaat niet": ("raad", "/recht/kostendelersnrm/"),
    "bestaat niet": ("raad", "/bestaat-niet"),
    "geen toegang": ("raad", "/dossiers"),
    "peildatum kan niet": ("raad", f"{RAAD}?peildatum=2014-12-31"),
    "nog geen gemeente": ("nieuweling", "/"),
}
EIGEN = {
    "consulent": ("/dossiers", f"/dossiers/{DOSSIER}"),
    "regisseur": (f"/dossiers/{DOSSIER}/uitleg",),
    "accountmanager": ("/cijfers",),
    "beleid": ("/importeren",),
    "raad": (RAAD,),
    "beheer": ("/importeren",),
}
VAN_ROL = {rol: (*eigen, CIJFER, "/") for rol, eigen in EIGEN.items()}
