"""What the rule language refuses: every refusal names file, line, rule and how to say it instead."""

# ruff: noqa: E501 cases are data: one line each

from collections.abc import Callable
from pathlib import Path

import pytest

from meedoen.recht import RechtFout, lees_geval, lees_recht
from meedoen.recht.engine import graph

Weigert = Callable[..., str]

FORMULES = [
    ("for-lus", "for m in medebewoners:\n        pass\n    return 1", "for is not in the language", "use sum, any or all"),
    ("while", "while student:\n        pass\n    return 1", "while is not in the language", "use sum, any or all"),
    ("macht", "return 2 ** 3", "2 ** 3 is not in the language", "multiply"),
    ("gehele deling", "return 7 // 2", "7 // 2 is not in the language", "volle_jaren"),
    ("rest", "return 7 % 2", "7 % 2 is not in the language", "volle_jaren"),
    ("round", "return round(2.5)", "round(2.5) is not in the language", "use rond_op_centen"),
    ("print", "return print(1)", "print(1) is not in the language", "use one of: sum"),
    ("lijst", "return [1][0]", "[1][0] is not in the language", "name the value as a fact"),
    ("lambda", "return lambda: 1", "is not in the language", "a rule of its own"),
    ("comprehensie", "return sum([1 for m in medebewoners])", "is not in the language", "over medebewoners"),
    ("f-string", 'return f"{1}"', "is not in the language", "not text"),
    ("None", "return None", "None is not in the language", ""),
    ("leeg", "return", "return is not in the language", ""),
    ("is None", "return 1 if inkomen_per_maand is None else 2", "is not in the language", "an absent value is never read"),
    ("optellen bij", "x = 1\n    x += 1\n    return x", "augassign is not in the language", "write name = name"),
    ("walrus", "return (x := 1)", "is not in the language", "line of its own"),
    ("import", "import os\n    return 1", "import is not in the language", "a rule imports nothing"),
    ("raise", "raise ValueError\n    return 1", "raise is not in the language", "return geen"),
    ("attribuut", "return peildatum.year", "peildatum is no person here", "partner.x"),
    ("te veel cijfers", "return 0.1234567890123456", "too many digits to be exact", "put it in the TOML"),
    ("oneindig", "return 1e400 * uren_per_week", "too many digits to be exact", "put it in the TOML"),
    ("veel cijfers", "return 0x" + "f" * 5000, "too many digits to be exact", "put it in the TOML"),
    ("te diep", "return " + " + ".join(["1"] * 300), "too deep", "rule of its own"),
    ("geen pad", "if student:\n        return 1", "not every path returns", "end with return"),
    ("onbereikbaar", "return 1\n    return 2", "this is never reached", "take it out"),
    ("onbekende naam", "return inkomen_per_mand", "nothing is called inkomen_per_mand", "did you mean inkomen_per_maand?"),
    ("geen parameter", "return leeftijdsgrens_x", "nothing is called leeftijdsgrens_x", ""),
    ("niet gezet", "if student:\n        x = 1\n    return x", "nothing is called x", ""),
    ("overschrijven", "student = True\n    return 1", "student is read from outside", "choose another name"),
    ("andere soort", "x = 1 * inkomen_per_maand\n    x = uren_per_week\n    return 1", "x was euro per maand", "another name"),
    ("euro plus uren", "x = inkomen_per_maand + uren_per_week\n    return 1", "mixes euro per maand and uur per week", "one unit"),
    ("euro min jaren", "return 1 if inkomen_per_maand < uren_per_week else 2", "mixes euro per maand", "one unit"),
    ("verkeerde uitkomst", "return inkomen_per_maand", "returns euro per maand, and the rule promises number", "formula"),
    ("geen geheel", "return 1 / 2", "returns a number with decimals", "mend the annotation"),
    ("datum als getal", "return peildatum + 1", "computes with datum", "volle_jaren"),
    ("ja tellen", "return sum(m.student for m in medebewoners)", "computes with ja/nee", "sum(1 for m in"),
    ("ja vergelijken", "return 1 if student == True else 2", "compares yes/no", "use it as it is"),
    ("getal als toets", "if uren_per_week:\n        return 1\n    return 2", "a condition is yes or no", "compare it"),
    ("getal in and", "return 1 if student and uren_per_week else 2", "uren_per_week is uur per week, not yes or no", "compare it"),
    ("uren afronden", "x = rond_op_centen(uren_per_week)\n    return 1", "rounds money, and this is uur per week", "round where"),
    ("partner onzeker", "return 1 if partner.student else 2", "there may be no partner here", "if heeft_partner"),
    ("partner in de verkeerde tak", "if heeft_partner:\n        return 1\n    return 2 if partner.student else 3", "there may be no partner", ""),
    ("partner als waarde", "return partner", "partner is a person, not a value", "read partner.<fact or rule>"),
    ("lus over een feit", "return sum(1 for m in student)", "student is no group of persons here", "medebewoners"),
    ("lus in een lus", "return sum(sum(1 for n in kinderen) for m in medebewoners)", "a loop in a loop", "a rule of its own"),
    ("max zonder default", "return max(m.proef_leeftijd for m in medebewoners)", "max of nobody is nothing", "default=0"),
    ("relatie als feit", "return 1 if ouders else 2", "ouders is a relation", "use partner"),
    ("geen zonder artikel", 'return geen("daarom")', "geen needs a reason and an article", "return geen"),
    ("lus met de naam van een ander", "return sum(1 for ander in medebewoners if ander.student)", "ander is taken", "another name"),
    ("bedrag van een ander", "return sum(1 for m in medebewoners if m.grens > 1)", "grens is not of one person", "as a parameter"),
]  # fmt: skip

KOP = '''from meedoen.recht.engine import *


@regel("proef 1")
def proef_leeftijd(geboortedatum: Datum, peildatum: Datum) -> Jaren:
    """Age."""
    return volle_jaren(geboortedatum, peildatum)


@regel("proef 2")
def proef(
    peildatum: Datum, student: bool, inkomen_per_maand: GeldPerMaand, uren_per_week: UrenPerWeek, heeft_partner: bool,
    partner: Partner, medebewoners: Medebewoners, kinderen: Kinderen,
) -> Aantal:
    """A rule."""
'''
GRENS = """[grens]
artikel = "proef 3"
eenheid = "jaren"
waarden = [{ vanaf = 2015-01-01, waarde = "21", bron = "proef" }]
"""


@pytest.mark.parametrize(
    ("formule", "wat", "mend"), [geval[1:] for geval in FORMULES], ids=[geval[0] for geval in FORMULES]
)
def test_what_is_not_in_the_language_is_refused_with_place_and_mend(
    weigert: Weigert, formule: str, wat: str, mend: str
) -> None:
    tekst = weigert(regels=f"{KOP}    {formule}\n", bedragen=GRENS)
    assert tekst.startswith("proef/proef.py:")
    assert int(tekst.split(":")[1]) >= KOP[: KOP.index("def proef(")].count("\n")
    assert ": proef: " in tekst
    assert wat in tekst
    assert mend in tekst.split("Mend: ")[1]


KOPPEN = [
    ("zonder @regel", 'def x() -> Aantal:\n    """D."""\n    return 1', "a function without @regel"),
    ("zonder artikel", '@regel("")\ndef x() -> Aantal:\n    """D."""\n    return 1', "no article"),
    ("zonder docstring", '@regel("a")\ndef x() -> Aantal:\n    return 1', "no docstring"),
    ("zonder type", '@regel("a")\ndef x():\n    """D."""\n    return 1', "the result has no known type"),
    ("onbekend type", '@regel("a")\ndef x() -> float:\n    """D."""\n    return 1', "the result has no known type"),
    ("waarom", '@regel("a", geverifieerd=False)\ndef x() -> Aantal:\n    """D."""\n    return 1', "not verified, and not why"),
    ("datum", '@regel("a", vanaf="2015-02-30")\ndef x() -> Aantal:\n    """D."""\n    return 1', "is not a date"),
    ("opgave", '@regel("a", gverifieerd=False, waarom="w")\ndef x() -> Aantal:\n    """D."""\n    return 1', "no argument 'gverifieerd' Mend: did you mean geverifieerd?"),
    ("vreemde opgave", '@regel("a", zzz=1)\ndef x() -> Aantal:\n    """D."""\n    return 1', "no argument 'zzz' Mend: use one of: vanaf, tot, op"),
    ("opgaven in een tabel", '@regel("a", **{"tot": "2020-01-01"})\ndef x() -> Aantal:\n    """D."""\n    return 1', "write every argument out"),
    ("opgave twee keer", '@regel("a", tot="2020-01-01", tot="2021-01-01")\ndef x() -> Aantal:\n    """D."""\n    return 1', "tot stands there twice"),
    ("twee artikelen", '@regel("a", "b")\ndef x() -> Aantal:\n    """D."""\n    return 1', "more than one article"),
    ("niet ja of nee", '@regel("a", geverifieerd="nee")\ndef x() -> Aantal:\n    """D."""\n    return 1', "geverifieerd is True or False"),
    ("artikel als getal", '@regel(21)\ndef x() -> Aantal:\n    """D."""\n    return 1', "artikel is a text"),
    ("op als tekst", '@regel("a", op="peildatum")\ndef x() -> Aantal:\n    """D."""\n    return 1', "op is a table"),
    ("artikel niet gelezen", '@regel("niet geverifieerd")\ndef x() -> Aantal:\n    """D."""\n    return 1', "says that it is not verified"),
    ("waarom zonder niet geverifieerd", '@regel("a", waarom="niet gelezen")\ndef x() -> Aantal:\n    """D."""\n    return 1', "add geverifieerd=False"),
    ("omgekeerd", '@regel("a", vanaf="2020-01-01", tot="2019-01-01")\ndef x() -> Aantal:\n    """D."""\n    return 1', "ends on"),
    ("niet letterlijk", '@regel("a" + b)\ndef x() -> Aantal:\n    """D."""\n    return 1', "read from the text"),
    ("standaardwaarde", '@regel("a")\ndef x(student: bool = True) -> Aantal:\n    """D."""\n    return 1', "plain parameters"),
    ("verkeerde eenheid", '@regel("a")\ndef x(uren_per_week: Jaren) -> Aantal:\n    """D."""\n    return 1', "annotate it as UrenPerWeek"),
    ("verschreven", '@regel("a")\ndef x(studnet: bool) -> Aantal:\n    """D."""\n    return 1', "did you mean student?"),
    ("relatie", '@regel("a")\ndef x(kinderen: Medebewoners) -> Aantal:\n    """D."""\n    return 1', "kinderen has type Kinderen"),
    ("paarregel", '@regel("a")\ndef x(is_partner: bool) -> Aantal:\n    """D."""\n    return 1', "is about two persons"),
    ("op geen bedrag", '@regel("a", op={"student": "peildatum"})\ndef x(student: bool) -> Aantal:\n    """D."""\n    return 1', "is no amount"),
    ("op geen datum", '@regel("a", op={"grens": "student"})\ndef x(grens: Jaren) -> Aantal:\n    """D."""\n    return 1', "student is no date"),
    ("bezette naam", '@regel("a")\ndef student() -> Aantal:\n    """D."""\n    return 1', "this name is taken"),
    ("getal in de wet", "X = 3", "a law file holds imports and rules"),
    ("geen Python", "def (", "this is not Python"),
]  # fmt: skip


@pytest.mark.parametrize(("tekst", "wat"), [geval[1:] for geval in KOPPEN], ids=[geval[0] for geval in KOPPEN])
def test_a_head_that_is_not_right_is_refused(weigert: Weigert, tekst: str, wat: str) -> None:
    fout = weigert(regels=f"from meedoen.recht.engine import *\n\n\n{tekst}\n", bedragen=GRENS)
    assert wat in fout
    assert fout.startswith("proef/proef.py:4") or fout.startswith("proef/proef.py:5")


@pytest.mark.parametrize("formule", [" + ".join(["1"] * 3_000), "(" * 500 + "1" + ")" * 500, "-" * 3_000 + "1"])
def test_a_file_too_deep_for_python_is_refused(weigert: Weigert, formule: str) -> None:
    fout = weigert(regels=f"{KOP}    return {formule}\n")
    assert fout.startswith("proef/proef.py:") and "Mend: " in fout


@pytest.mark.parametrize("bestand", ["proef/proef.py", "proef/proef.toml", "feiten/proef.toml"])
def test_a_file_that_is_no_text_is_named_with_its_line(pakket: Callable[..., Path], bestand: str) -> None:
    map_ = pakket(regels=f"{KOP}    return 1\n", bedragen=GRENS)
    (map_ / bestand).write_bytes(b"# een\n# caf\xe9\n")
    with pytest.raises(RechtFout, match=rf"^{bestand}:2: UTF-8: byte 0xe9 is no text Mend: save the file as UTF-8"):
        lees_recht(map_)


KENMERKEN = [
    ("kapot", "naam = ", "recht.toml:1: TOML: this is not TOML"),
    ("zonder begin", 'naam = "a"\nversie = "1"\nbekend_tot = 2027-01-01\n', "bekend_vanaf is a date Mend: add bekend_vanaf = 2015-01-01"),
    ("begin als tekst", 'naam = "a"\nversie = "1"\nbekend_vanaf = "2015-01-01"\nbekend_tot = 2027-01-01\n', "bekend_vanaf is a date"),
    ("zonder naam", 'versie = "1"\nbekend_vanaf = 2015-01-01\nbekend_tot = 2027-01-01\n', "naam is a text"),
    ("omgekeerd", 'naam = "a"\nversie = "1"\nbekend_vanaf = 2027-01-01\nbekend_tot = 2015-01-01\n', "ends before it begins"),
]  # fmt: skip


@pytest.mark.parametrize(("tekst", "wat"), [geval[1:] for geval in KENMERKEN], ids=[geval[0] for geval in KENMERKEN])
def test_a_package_says_what_it_is(pakket: Callable[..., Path], tekst: str, wat: str) -> None:
    map_ = pakket(regels=f"{KOP}    return 1\n")
    (map_ / "recht.toml").write_text(tekst, "utf-8")
    with pytest.raises(RechtFout) as fout:
        lees_recht(map_)
    assert str(fout.value).startswith("recht.toml:") and wat in str(fout.value) and "Mend: " in str(fout.value)


def test_a_folder_that_is_no_package_is_refused(tmp_path: Path) -> None:
    for map_ in (tmp_path, tmp_path / "weg"):
        with pytest.raises(RechtFout, match=r"recht\.toml:1: recht: .* Mend: "):
            lees_recht(map_)


WAARDEN = [
    ("merk zonder vlag", 'waarde = "21", bron = "niet geverifieerd"', "says that it is not verified Mend: add geverifieerd = false and waarom"),
    ("merk met hoofdletter", 'waarde = "21", bron = "Niet geverifieerd: later"', "says that it is not verified"),
    ("vlag als tekst", 'waarde = "21", bron = "b", geverifieerd = "false", waarom = "w"', "geverifieerd is true or false"),
    ("waarom zonder vlag", 'waarde = "21", bron = "b", waarom = "w"', "add geverifieerd = false"),
    ("te lang", f'waarde = "{"1" * 5000}", bron = "b"', "is not an exact"),
]  # fmt: skip


@pytest.mark.parametrize(("waarde", "wat"), [geval[1:] for geval in WAARDEN], ids=[geval[0] for geval in WAARDEN])
def test_a_value_that_is_not_verified_says_so_in_full(weigert: Weigert, waarde: str, wat: str) -> None:
    bedragen = GRENS.replace('waarde = "21", bron = "proef"', waarde)
    fout = weigert(regels=f"{KOP}    return 1\n", bedragen=bedragen)
    assert fout.startswith("proef/proef.toml:4: grens: ") and wat in fout and len(fout) < 300


TERM = """[hoogte]
soort = "aantal"
bereik = [0, 10]
vraag = "Hoe hoog?"
artikel = "niet geverifieerd"
vaststeller = "raad"
vanaf = 2015-01-01
"""


def test_a_term_of_an_article_that_nobody_read_is_refused(weigert: Weigert) -> None:
    fout = weigert(regels=f"{KOP}    return 1\n", termen=TERM)
    assert fout.startswith("verordening/proef.toml:5: hoogte: ") and "Mend: name the article that was read" in fout


def _versies(eerste_tot: str, tweede_vanaf: str, tweede_type: str = "Aantal") -> str:
    return f'''from meedoen.recht.engine import *


@regel("a", tot="{eerste_tot}")
def x__oud() -> Aantal:
    """D."""
    return 1


@regel("a", vanaf="{tweede_vanaf}")
def x__nieuw() -> {tweede_type}:
    """D."""
    return 2
'''


def test_two_versions_of_a_rule_may_not_overlap(weigert: Weigert) -> None:
    fout = weigert(regels=_versies("2020-01-02", "2020-01-01"))
    assert "proef/proef.py:11: x__nieuw: from 2020-01-01, overlaps with x__oud, which ends on 2020-01-02" in fout


def test_two_versions_of_a_rule_may_not_leave_a_gap(weigert: Weigert) -> None:
    assert "leaves a gap after x__oud" in weigert(regels=_versies("2020-01-01", "2020-01-02"))


def test_two_versions_of_a_rule_have_one_type(weigert: Weigert) -> None:
    assert "give all versions one type" in weigert(regels=_versies("2020-01-01", "2020-01-01", "Jaren"))


def test_a_circle_is_refused_and_shown(weigert: Weigert) -> None:
    regels = '''from meedoen.recht.engine import *


@regel("a")
def x(y: Aantal) -> Aantal:
    """D."""
    return y + 1


@regel("a")
def y(heeft_partner: bool, partner: Partner) -> Aantal:
    """D."""
    return partner.x if heeft_partner else 0
'''
    assert "proef/proef.py:5: x: a circle: x -> y -> x Mend:" in weigert(regels=regels)


def test_all_faults_are_told_at_once(weigert: Weigert) -> None:
    regels = KOP + "    return inkomen_per_mand\n\n\nX = 3\n"
    fout = weigert(regels=regels, bedragen=GRENS.replace("jaren", "appels"))
    assert len(fout.splitlines()) == 3


BEWIJZEN = [
    "return 1 if heeft_partner and partner.student else 2",
    "return 1 if not heeft_partner or partner.student else 2",
    "if heeft_partner:\n        return 1 if partner.student else 2\n    return 3",
    "if not heeft_partner:\n        return 3\n    return 1 if partner.student else 2",
    "if student or not heeft_partner:\n        return 3\n    return 1 if partner.student else 2",
    "return sum(1 for m in medebewoners if m.student) if student else 2",
]


@pytest.mark.parametrize("formule", BEWIJZEN)
def test_a_partner_is_read_wherever_there_certainly_is_one(pakket: Callable[..., Path], formule: str) -> None:
    assert lees_recht(pakket(regels=f"{KOP}    {formule}\n")).vragen() == ("proef_leeftijd", "proef")


def test_the_graph_knows_exactly_the_facts_behind_a_question() -> None:
    recht = lees_recht(Path(__file__).parent / "wet")
    assert set(graph.benodigde_feiten(recht.regels, ["norm_per_maand"])) == {"geboortedatum", "student"}
    assert set(graph.benodigde_feiten(recht.regels, ["is_alleenstaande_ouder"])) == {"geboortedatum"}
    volgorde = graph.volgorde(recht.regels, ["uitbetaling_per_maand"])
    assert volgorde.index("norm_per_maand") < volgorde.index("uitbetaling_per_maand")
    assert "subsidie_per_maand" not in volgorde


def test_the_hash_changes_with_any_byte_of_the_law(pakket: Callable[..., Path]) -> None:
    een = lees_recht(pakket(regels=f"{KOP}    return 1\n"))
    ander = lees_recht(pakket(regels=f"{KOP}    return 2\n"))
    assert een.hash != ander.hash
    geval = {"peildatum": "2020-01-01", "gevraagd": ["proef"], "persoon": [{"id": "a"}]}
    assert lees_geval(geval, recht=een).gevraagd == ("proef",)
