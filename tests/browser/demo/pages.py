"""The pages of each role, by their addresses: what the tests of this folder walk.

`VOLLEDIG` names each kind of page once, for the login that sees most on it; `VAN_ROL` adds what a role sees otherwise.
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
    "uitleg": ("consulent", f"/dossiers/{DOSSIER}/uitleg"),
    "cijfers": ("beleid", "/cijfers"),
    "cijfer met gevallen": ("consulent", CIJFER),
    "cijfer zonder personen": ("raad", CIJFER),
    "samenwerking": ("beleid", SAMENWERKING),
    "raad": ("beleid", RAAD),
    "standpunt": ("beleid", f"{RAAD}/standpunt/3"),
    "opgave": ("beleid", f"{RAAD}/opgave"),
    "versie": ("beleid", f"{RAAD}/versie"),
    "importeren": ("beheer", "/importeren"),
    "bestaat niet": ("raad", "/bestaat-niet"),
    "geen toegang": ("raad", "/dossiers"),
    "peildatum kan niet": ("raad", f"{RAAD}?peildatum=2014-12-31"),
    "nog geen gemeente": ("nieuweling", "/"),
}
VAN_IEDEREEN = ("/", "/cijfers", CIJFER, SAMENWERKING, RAAD)
EXTRA = {
    "consulent": ("/dossiers", f"/dossiers/{DOSSIER}"),
    "regisseur": ("/dossiers", f"/dossiers/{DOSSIER}", f"/dossiers/{DOSSIER}/uitleg"),
    "accountmanager": (),
    "beleid": ("/importeren",),
    "raad": (),
    "beheer": ("/importeren",),
}
VAN_ROL = {rol: (*VAN_IEDEREEN, *extra) for rol, extra in EXTRA.items()}
