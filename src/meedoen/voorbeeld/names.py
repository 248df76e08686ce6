"""Names that nobody takes for real: invented here, put together from parts."""

import string

_VOORNAMEN = """
    Anna Bram Cato Daan Eefje Floor Gijs Hanna Ilse Jip Kaat Loek Mees Noor Olaf Pien Quinten Roos Siem Teun
    Ulrike Vera Wout Xandra Yara Zoë Amir Bibi Cem Dilara Emre Fatima Goran Hedy Imane Joris Kenan Lina Mo Nadia
    Otis Puk Rik Samira Tarik Uma Vigo Wies Yusuf Zita
"""
_STAMMEN = """
    Voorbeeld Fictie Proef Test Demo Verzin Bedenk Schijn Model Oefen Fantasie Toneel Decor Papier Denk Zogenaamd
    Nergens Alsof Sjabloon Kunstmatig Proefpersoon Verhaal Namaak Speel
"""
_BEDRIJVEN = """
    Bouwbedrijf Zorggroep Supermarkt Kwekerij Schoonmaak Drukkerij Garage Horeca Logistiek Metaalwerken Bakkerij
    Groenvoorziening Callcenter Timmerfabriek Wasserij Kringloop
"""
_UITGANGEN = ("ma", "stra", "sma", "inga", "huis", "veld", "dijk", "burg", "kamp", "man")
_STRATEN = ("straat", "laan", "weg", "plein", "hof", "kade", "pad", "singel")

VOORNAMEN = tuple(_VOORNAMEN.split())
ACHTERNAMEN = tuple(f"{stam}{uitgang}" for stam in _STAMMEN.split() for uitgang in _UITGANGEN)
BEDRIJVEN = tuple(_BEDRIJVEN.split())
STRATEN = tuple(f"{stam}{uitgang}" for stam in _STAMMEN.split() for uitgang in _STRATEN)
WOONPLAATSEN = ("Fictiedorp", "Verzonhoven", "Bedenkstad", "Schijnwoude", "Nergenshuizen", "Alsofveen")
TOEVOEGINGEN = ("", *string.ascii_lowercase, *(f"-{nummer}" for nummer in range(1, 38)))
POSTCODELETTERS = tuple(a + b for a in "BCDEGHJK" for b in "LMNPRTVX")


def bedrijfsnaam(nummer: int) -> str:
    """The name of the firm with this number in a block: another for each of the first 3.840."""
    soort = BEDRIJVEN[nummer % len(BEDRIJVEN)]
    return f"{soort} {ACHTERNAMEN[(nummer * 7 + nummer // len(BEDRIJVEN)) % len(ACHTERNAMEN)]}"
