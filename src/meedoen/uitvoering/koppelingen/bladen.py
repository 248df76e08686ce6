"""The register as files: one "blad" per table, with its columns, types, choices and examples. The only place for them.

The import, the export, the template workbook and the generator of synthetic registers all read `BLADEN`. Its order is
the order of loading: what is referred to comes before what refers to it. Pure data; texts are marked for translation
here and translated where they are shown.
"""

from . import kolommen
from .kolommen import Blad, Kolom, Type, _

_PERSONEN = Blad(
    "personen",
    "dossiers.Persoon",
    _("Inwoners met een dossier, en de mensen met wie zij wonen."),
    ("nummer",),
    (
        kolommen.nummer(_("Uw eigen dossiernummer. Blijft altijd hetzelfde; geen BSN."), "P000001"),
        Kolom("bsn", Type.BSN, _("Burgerservicenummer, 9 cijfers."), "999990019", "bsn", lengte=9),
        kolommen.tekst("voornaam", 60, _("Voornaam of roepnaam."), "Jan"),
        kolommen.tekst("achternaam", 80, _("Achternaam met voorvoegsel."), "van het Voorbeeld"),
        kolommen.datum("geboortedatum", _("Geboortedatum."), "1980-05-17"),
        kolommen.datum("overleden_op", _("Datum van overlijden. Leeg: in leven."), "", verplicht=False),
        kolommen.gemeente(_("Gemeente waar de persoon bijstand krijgt of woont.")),
    ),
)
_BEWONINGEN = Blad(
    "bewoningen",
    "dossiers.Bewoning",
    _("In welke woning een persoon zijn hoofdverblijf heeft. Wie op dezelfde dag dezelfde woning heeft, woont samen."),
    ("persoon", "vanaf"),
    (
        kolommen.persoon(),
        kolommen.tekst("woning", 20, _("Uw eigen sleutel van de woning. Geen adres."), "W000001"),
        *kolommen.periode(_("Eerste dag in deze woning."), "2015-01-01"),
        kolommen.tekst("straat", 80, _("Straat van de woning. Leeg: niet bekend."), "Voorbeeldstraat", verplicht=False),
        kolommen.tekst("huisnummer", 20, _("Huisnummer met toevoeging."), "12a", verplicht=False),
        kolommen.tekst("postcode", 7, _("Postcode."), "9999 ZZ", verplicht=False),
        kolommen.tekst("woonplaats", 80, _("Woonplaats."), "Voorbeelddorp", verplicht=False),
    ),
    _("woning"),
)
_RELATIES = Blad(
    "relaties",
    "dossiers.Relatie",
    _("Partners, ouders en commerciële relaties, elke relatie één keer. Bij 'ouder' is persoon de ouder van ander."),
    ("persoon", "ander", "soort", "vanaf"),
    (
        kolommen.persoon(_("Dossiernummer. Bij 'ouder': de ouder.")),
        kolommen.persoon(_("Dossiernummer van de ander. Bij 'ouder': het kind."), "ander"),
        kolommen.keuze("soort", "partner ouder commercieel", _("Soort relatie."), "partner"),
        *kolommen.periode(_("Eerste dag van de relatie."), "2015-01-01"),
    ),
    _("partner"),
)
_FEITEN = Blad(
    "feiten",
    "dossiers.Feit",
    _("Feiten die de regels nodig hebben, met periode en herkomst. Bij een nieuwe waarde blijft de oude bewaard."),
    ("persoon", "feit", "vanaf"),
    (
        kolommen.persoon(),
        Kolom("feit", Type.FEIT, _("Naam van het feit, zie het blad uitleg."), "inkomen_per_maand", "naam", lengte=60),
        Kolom(
            "waarde",
            Type.FEITWAARDE,
            _("De waarde: getal, ja of nee, datum of keuze, naar het feit."),
            "350,00",
            "waarde",
            lengte=120,
        ),
        *kolommen.periode(_("Eerste dag waarop het feit geldt."), "2015-01-01"),
        kolommen.tekst("herkomst", 80, _("Waar het feit vandaan komt."), "loonstrook"),
    ),
    _("waarde van dit feit"),
)
_UITKERINGEN = Blad(
    "uitkeringen",
    "dossiers.Uitkering",
    _("Algemene bijstand, een rij per persoon. Partners hebben elk een eigen rij."),
    ("nummer",),
    (
        kolommen.nummer(_("Uw eigen nummer van de uitkering."), "U000001"),
        kolommen.persoon(),
        *kolommen.periode(_("Eerste dag van de uitkering."), "2015-01-01", "2018-04-01"),
        kolommen.tekst(
            "reden_einde", 40, _("Waarom de uitkering eindigde."), "werk in dienstbetrekking", verplicht=False
        ),
    ),
    _("uitkering"),
)
_INDELINGEN = Blad(
    "indelingen",
    "dossiers.Indeling",
    _("In welke doelgroep een diagnose een persoon indeelde."),
    ("nummer",),
    (
        kolommen.nummer(_("Uw eigen nummer van de indeling."), "I000001"),
        kolommen.persoon(),
        kolommen.keuze("doelgroep", "0-30 30-50 50-80 80-100 jongeren wsw-oud", _("Doelgroep."), "50-80"),
        *kolommen.periode(_("Eerste dag van de indeling."), "2015-01-01"),
        kolommen.tekst("instrument", 60, _("Met welk diagnose-instrument."), "werkproef", verplicht=False),
    ),
    _("doelgroep"),
)
_WERKGEVERS = Blad(
    "werkgevers",
    "werkgevers.Werkgever",
    _("Werkgevers bij wie mensen geplaatst zijn. Ook de gemeente als werkgever."),
    ("nummer",),
    (
        kolommen.nummer(_("Uw eigen nummer van de werkgever."), "WG00001"),
        kolommen.tekst("naam", 100, _("Naam van de werkgever."), "Voorbeeldbedrijf BV"),
        kolommen.gemeente(_("Gemeente waar de werkgever gevestigd is.")),
        kolommen.keuze("sector", "markt overheid", _("Sector van de banenafspraak."), "markt"),
        kolommen.janee("is_gemeente", _("Is deze werkgever een gemeente?")),
    ),
)
_PLAATSINGEN = Blad(
    "plaatsingen",
    "plaatsingen.Plaatsing",
    _("Iemand aan het werk bij een werkgever, over een periode."),
    ("nummer",),
    (
        kolommen.nummer(_("Uw eigen nummer van de plaatsing."), "PL00001"),
        kolommen.persoon(),
        Kolom(
            "werkgever",
            Type.WERKGEVER,
            _("Nummer van de werkgever, zoals op het blad werkgevers."),
            "WG00001",
            "werkgever_id",
            lengte=20,
        ),
        kolommen.keuze(
            "soort",
            "regulier garantiebaan beschut_werk wsw begeleid_werken werkleerplek proefplaats dagbesteding",
            _("Soort plaats."),
            "garantiebaan",
        ),
        kolommen.keuze("verband", "in_dienst detachering uitzendbureau geen", _("Hoe iemand er werkt."), "in_dienst"),
        kolommen.keuze("contract", "vast tijdelijk geen", _("Soort contract."), "tijdelijk"),
        *kolommen.periode(_("Eerste werkdag."), "2016-02-01"),
        kolommen.getal("uren_per_week", _("Uren per week."), "24", maximum="60", boven_nul=True),
        kolommen.getal(
            "voltijd_uren_per_week",
            _("Uren per week van een volledige baan bij deze werkgever."),
            "36",
            maximum="60",
            boven_nul=True,
        ),
        kolommen.getal(
            "loonwaarde_percentage",
            _("Loonwaarde in procenten van het minimumloon."),
            "55",
            maximum="100",
            verplicht=False,
        ),
        kolommen.janee("is_forfait", _("Forfaitaire loonkostensubsidie van 50 procent?")),
        kolommen.janee("heeft_loonkostensubsidie", _("Met loonkostensubsidie?"), "ja"),
        kolommen.janee("is_social_return", _("Voortgekomen uit een afspraak over social return?")),
    ),
)
_ADVIEZEN = Blad(
    "adviezen",
    "plaatsingen.AdviesBeschutWerk",
    _("Aanvragen bij UWV om advies over beschut werk, en wat eruit kwam."),
    ("nummer",),
    (
        kolommen.nummer(_("Uw eigen nummer van de aanvraag."), "A000001"),
        kolommen.persoon(),
        kolommen.datum("aangevraagd_op", _("Datum van de aanvraag."), "2017-03-01"),
        kolommen.keuze("aangevraagd_door", "gemeente persoon", _("Wie vroeg het advies aan?"), "gemeente"),
        kolommen.keuze(
            "uitslag", "positief negatief", _("Uitslag. Leeg: nog geen advies."), "positief", verplicht=False
        ),
        kolommen.datum(
            "uitgebracht_op", _("Datum van het advies. Leeg: nog geen advies."), "2017-04-12", verplicht=False
        ),
    ),
)
_BESLUITEN = Blad(
    "besluiten",
    "besluiten.Besluit",
    _("Besluiten van het college over een persoon."),
    ("nummer",),
    (
        kolommen.nummer(_("Uw eigen nummer van het besluit."), "B000001"),
        kolommen.persoon(),
        kolommen.keuze(
            "soort",
            "toekenning_bijstand afwijzing_bijstand beeindiging_bijstand "
            "loonkostensubsidie beschut_werk ontheffing maatregel inkomenstoeslag studietoeslag tegenprestatie "
            "geen_maatregel boete geen_boete inkeer voorziening",
            _("Soort besluit."),
            "toekenning_bijstand",
        ),
        kolommen.datum("genomen_op", _("Datum van het besluit."), "2015-01-12"),
        kolommen.datum("vanaf", _("Datum waarop het besluit ingaat."), "2015-01-01"),
        kolommen.getal(
            "bedrag_per_maand",
            _("Bedrag per maand in euro. Leeg: geen bedrag."),
            "973,12",
            maximum="99999999.99",
            verplicht=False,
        ),
    ),
)

BLADEN: dict[str, Blad] = {
    blad.naam: blad
    for blad in (
        _PERSONEN,
        _BEWONINGEN,
        _RELATIES,
        _FEITEN,
        _UITKERINGEN,
        _INDELINGEN,
        _WERKGEVERS,
        _PLAATSINGEN,
        _ADVIEZEN,
        _BESLUITEN,
    )
}
