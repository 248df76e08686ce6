"""Where in the text of a municipality's file something stands. A parser of TOML gives values, not lines."""

import re
from collections.abc import Iterator

SLEUTEL = re.compile(r"""\s*["']?([\w-]+)["']?(?:\s*\.\s*["']?([\w-]+)["']?)?\s*=""")


class Plaatsen:
    """The line of each decision, each of its keys and each of its values; decisions are counted from 1."""

    def __init__(self, tekst: str) -> None:
        self._regels = tekst.splitlines()
        self._kop: dict[int, int] = {}
        self._sleutel: dict[tuple[int, str, bool], int] = {}
        for nummer, besluit, naam, is_waarde in _sleutels(self._regels):
            if naam:
                self._sleutel.setdefault((besluit, naam, is_waarde), nummer)
            else:
                self._kop[besluit] = nummer

    def van_besluit(self, besluit: int) -> int:
        """The line of the head of a decision, or 1."""
        return self._kop.get(besluit, 1)

    def van(self, besluit: int, naam: str, *, is_waarde: bool = False) -> int:
        """The line of a key of a decision (0: of the file itself), or of a value of it; else the nearest line known."""
        if (besluit, naam, is_waarde) in self._sleutel:
            return self._sleutel[(besluit, naam, is_waarde)]
        begin = self._kop.get(besluit, 0)
        eind = self._kop.get(besluit + 1, len(self._regels) + 1)
        zoek = re.compile(rf"(?<![\w-]){re.escape(naam)}(?![\w-])")
        gevonden = (nummer for nummer in range(max(begin, 1), eind) if zoek.search(self._regels[nummer - 1]))
        return next(gevonden, self.van_besluit(besluit))


def _sleutels(regels: list[str]) -> Iterator[tuple[int, int, str, bool]]:
    """Line, decision, key ("" for the head of a decision), and whether the key is a value of the decision."""
    besluit, in_waarden = 0, False
    for nummer, regel in enumerate(regels, 1):
        kop = re.sub(r"\s+", "", regel.split("#")[0])
        if kop == "[[besluit]]":
            besluit, in_waarden = besluit + 1, False
            yield nummer, besluit, "", False
        elif kop.startswith("["):
            in_waarden = kop == "[besluit.waarden]"
        elif sleutel := SLEUTEL.match(regel):
            eerste, tweede = sleutel.groups()
            if tweede and eerste == "waarden":
                yield nummer, besluit, tweede, True
            else:
                yield nummer, besluit, eerste, in_waarden
