"""Vendor the look: NL Design System CSS, its example tokens and the typeface, taken from their npm packages.

Run `python scripts/vendor.py` with npm on the machine; it rewrites huisstijl/static/huisstijl/vendor, .../fonts and
huisstijl/fonts. Versions are fixed here, so the result is the same every time; nothing is fetched at run time.
"""

import re
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

HUISSTIJL = Path(__file__).resolve().parents[1] / "src/meedoen/uitvoering/huisstijl"
VENDOR = HUISSTIJL / "static/huisstijl/vendor"
WEBFONTS = HUISSTIJL / "static/huisstijl/fonts"
PRINTFONTS = HUISSTIJL / "fonts"

COMPONENTEN = ("@utrecht/component-library-css", "9.0.4")
TOKENS = ("@nl-design-system-unstable/voorbeeld-design-tokens", "7.4.1")
WEBFONT = ("@fontsource/source-sans-3", "5.3.1")
PRINTFONT = ("@expo-google-fonts/source-sans-3", "0.4.1")

# The components whose class names our templates use; bare HTML elements come from html.css.
GEBRUIKT = (
    *("alert", "breadcrumb-nav", "button", "button-group", "button-link", "link", "link-button", "skip-link"),
    *("form-field", "form-field-description", "form-field-error-message", "form-label", "status-badge"),
    "table-container",
)
WEB_SNEDEN = ("400-normal", "400-italic", "600-normal")
PRINT_SNEDEN = ("400Regular", "400Regular_Italic", "600SemiBold")
Pakket = tuple[str, str]


def pak_uit(pakket: Pakket, doel: Path) -> Path:
    """Fetch one package through the ordinary npm client and unpack it; returns its folder."""
    naam, versie = pakket
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is not on this machine; it is needed only to refresh the vendored files.")
    map_ = doel / naam.replace("/", "_")
    map_.mkdir()
    subprocess.run([npm, "pack", "--silent", f"{naam}@{versie}"], cwd=map_, check=True, capture_output=True)
    with tarfile.open(next(map_.glob("*.tgz"))) as archief:
        archief.extractall(map_, filter="data")
    return map_ / "package"


def blokken(css: str) -> Iterator[tuple[str, str]]:
    """The top-level (prelude, body) pairs of a stylesheet; comments and at-statements without a body are left out."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    css = re.sub(r'@charset\s+"[^"]*";', "", css)
    css = re.sub(r"[^{},]*:invalid\s*,\s*", "", css)  # an empty required field is not wrong until it was sent
    begin = diepte = 0
    kop = ""
    for plaats, teken in enumerate(css):
        if teken == "{":
            if diepte == 0:
                kop, begin = css[begin:plaats].strip(), plaats + 1
            diepte += 1
        elif teken == "}":
            diepte -= 1
            if diepte == 0:
                yield kop, css[begin:plaats]
                begin = plaats + 1


def kies(css: str) -> str:
    """The rules of the components that we use, in their own order."""
    naam = re.compile(rf"\.utrecht-(?:{'|'.join(sorted(GEBRUIKT, key=len, reverse=True))})(?![a-z0-9]|-(?!-))")
    deel: list[str] = []
    for kop, inhoud in blokken(css):
        if kop.startswith("@media"):
            binnen = kies(inhoud)
            if binnen:
                deel.append(f"{kop} {{\n{binnen}\n}}")
        elif naam.search(kop) and "rich-text" not in kop:
            deel.append(f"{kop} {{{inhoud}}}")
    return "\n".join(deel)


def zonder_commentaar(css: str) -> str:
    """Every rule of a stylesheet, without comments."""
    return "\n".join(f"{kop} {{{inhoud}}}" for kop, inhoud in blokken(css))


def kies_tokens(theme: str, css: str) -> str:
    """The tokens that the chosen CSS reads, directly or through other tokens, and every basic token."""
    tokens = dict(re.findall(r"(--[\w-]+):\s*([^;]+);", theme))
    te_doen = [naam for naam in tokens if naam.startswith(("--basis-", "--voorbeeld-")) and "-inverse-" not in naam]
    te_doen += re.findall(r"var\((--[\w-]+)", css)
    nodig: set[str] = set()
    while te_doen:
        naam = te_doen.pop()
        if naam in tokens and naam not in nodig:
            nodig.add(naam)
            te_doen += re.findall(r"var\((--[\w-]+)", tokens[naam])
    regels = "\n".join(f"  {naam}: {waarde};" for naam, waarde in tokens.items() if naam in nodig)
    return f".voorbeeld-theme {{\n{regels}\n}}"


def schrijf_css(bestand: Path, pakketten: list[Pakket], houder: str, css: str) -> None:
    """Write one vendored stylesheet in the cascade layer `nlds`, so that our own CSS always has the last word."""
    bron = ", ".join(f"{naam} {versie}" for naam, versie in pakketten)
    kop = (
        f"/* Vendored by scripts/vendor.py from {bron}; a selection, do not edit.\n   {houder} EUPL-1.2: LICENSE.md. */"
    )
    bestand.write_text(f"{kop}\n@layer nlds {{\n{css}\n}}\n", encoding="utf-8")


def main() -> None:
    """Rewrite every vendored file."""
    for map_ in (VENDOR, WEBFONTS, PRINTFONTS):
        map_.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as tijdelijk:
        werk = Path(tijdelijk)
        componenten, tokens = pak_uit(COMPONENTEN, werk), pak_uit(TOKENS, werk)
        css = zonder_commentaar((componenten / "dist/html.css").read_text("utf-8"))
        css += "\n" + kies((componenten / "dist/index.css").read_text("utf-8"))
        houder = "Copyright Gemeente Utrecht, Frameless B.V. and contributors."
        schrijf_css(VENDOR / "nlds.css", [COMPONENTEN], houder, css)
        theme = kies_tokens((tokens / "dist/theme.css").read_text("utf-8"), css)
        schrijf_css(VENDOR / "tokens.css", [TOKENS], "Copyright NL Design System Community.", theme)
        shutil.copyfile(componenten / "LICENSE.md", VENDOR / "LICENSE.md")
        web, druk = pak_uit(WEBFONT, werk), pak_uit(PRINTFONT, werk)
        for snede in WEB_SNEDEN:
            for tekens in ("latin", "latin-ext"):
                naam = f"source-sans-3-{tekens}-{snede}.woff2"
                shutil.copyfile(web / "files" / naam, WEBFONTS / naam)
        shutil.copyfile(web / "LICENSE", WEBFONTS / "OFL.txt")
        for snede in PRINT_SNEDEN:
            naam = f"SourceSans3_{snede}.ttf"
            shutil.copyfile(druk / snede / naam, PRINTFONTS / naam)
        shutil.copyfile(druk / "LICENSE_FONT", PRINTFONTS / "OFL.txt")


if __name__ == "__main__":
    main()
