"""From Python's syntax tree to LLVM: the few things in Python that kernels use.

Every variable is a 64-bit number; an array parameter is its data and the length of its rows. Functions call each other
by name and may return several numbers. What is not known here raises NotImplementedError: kernels never meet it.
"""

import ast
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from llvmlite import binding, ir  # type: ignore[import-untyped]

GETAL, PLAATS, BIT, NIETS = ir.IntType(64), ir.IntType(32), ir.IntType(1), ir.VoidType()
RIJEN = {
    "g": GETAL.as_pointer(),
    "f": GETAL.as_pointer(),
    "mist": ir.IntType(8).as_pointer(),
    "v": GETAL.as_pointer(),
    "b": GETAL.as_pointer(),
    "dagen": GETAL.as_pointer(),
    "lijst": GETAL.as_pointer(),
    "termen": GETAL.as_pointer(),
    "termdagen": GETAL.as_pointer(),
    "rijen": GETAL.as_pointer(),
    "rijmist": ir.IntType(8).as_pointer(),
    "uit": GETAL.as_pointer(),
    "code": GETAL.as_pointer(),
    **dict.fromkeys(("ids", "partners", "cvanaf", "cids", "ovanaf", "oids", "geboren", "gebrek"), GETAL.as_pointer()),
}
"""The names that are arrays, with what they hold. A function calls its own what its caller calls so too."""
KOLOMMEN = ir.IntType(8).as_pointer().as_pointer()
BLOK = "*"
"""Where a function keeps its arrays: no name of a variable."""
VERGELIJKINGEN: dict[type[ast.cmpop], str] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}


@dataclass(frozen=True)
class Indeling:
    """How arrays lie in memory.

    `breedtes` are lengths of rows that are known beforehand: what is known needs not be handed from rule to rule.
    `kolommen` names the arrays that are a table of columns (`arrays.Kolommen`): `f[row, 3]` in the source stands in the
    fourth column, whose numbers have as many bits as are said here.
    """

    breedtes: Mapping[str, int] = field(default_factory=dict)
    kolommen: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def soort_van(self, naam: str) -> Any:
        """The sort of an array in LLVM."""
        return KOLOMMEN if naam in self.kolommen else RIJEN[naam]


@dataclass(frozen=True)
class Programma:
    """A module under construction. `rijen` are the arrays of its entry: their places, by name, in the one block of
    memory that functions hand each other; `geschreven` those of them that something is written to.
    """

    module: Any
    indeling: Indeling
    constanten: Mapping[str, int]
    rijen: tuple[str, ...]
    geschreven: Collection[str]
    vast: Any

    @property
    def blok(self) -> Any:
        """The sort of that block: of every array where its data begin and how long its rows are."""
        return ir.LiteralStructType([soort for naam in self.rijen for soort in (self.indeling.soort_van(naam), GETAL)])


@dataclass(frozen=True)
class Functie:
    """One function under construction: where its variables live, and where `break` and `continue` go."""

    programma: Programma
    bouwer: Any
    plekken: dict[str, Any]
    lengtes: dict[str, Any]
    lussen: list[tuple[Any, Any]] = field(default_factory=list)

    def plek(self, naam: str) -> Any:
        """The memory of a variable; LLVM turns it into registers."""
        if naam not in self.plekken:
            with self.bouwer.goto_entry_block():
                self.plekken[naam] = self.bouwer.alloca(GETAL, name=naam)
        return self.plekken[naam]


def parameters(knoop: ast.FunctionDef) -> list[str]:
    """The names of what a function takes."""
    return [arg.arg for arg in knoop.args.args]


def vertaal(boom: ast.Module, ingang: str, indeling: Indeling) -> Any:
    """The LLVM module of all functions; constants are filled in where they are read."""
    module = ir.Module("kern")
    module.triple = binding.get_default_triple()
    constanten = {
        opdracht.targets[0].id: ast.literal_eval(opdracht.value)
        for opdracht in boom.body
        if isinstance(opdracht, ast.Assign) and isinstance(opdracht.targets[0], ast.Name)
    }
    knopen = {knoop.name: knoop for knoop in boom.body if isinstance(knoop, ast.FunctionDef)}
    nodig = _bereikbaar(ingang, knopen)
    rijen = tuple(naam for naam in parameters(knopen[ingang]) if naam in RIJEN)
    geschreven = {
        deel.value.id
        for knoop in nodig
        for deel in ast.walk(knoop)
        if isinstance(deel, ast.Subscript) and isinstance(deel.ctx, ast.Store) and isinstance(deel.value, ast.Name)
    }
    programma = Programma(module, indeling, constanten, rijen, geschreven, module.add_metadata([]))
    for knoop in nodig:
        _kop(knoop, knoop.name == ingang, programma)
    for knoop in nodig:
        _vul(knoop, knoop.name == ingang, programma)
    return module


def _bereikbaar(ingang: str, knopen: Mapping[str, ast.FunctionDef]) -> list[ast.FunctionDef]:
    """The functions that the entry may call, however far on."""
    gevonden: dict[str, ast.FunctionDef] = {}
    te_doen = [ingang]
    while te_doen:
        naam = te_doen.pop()
        if naam in knopen and naam not in gevonden:
            gevonden[naam] = knopen[naam]
            te_doen += [
                deel.func.id
                for deel in ast.walk(knopen[naam])
                if isinstance(deel, ast.Call) and isinstance(deel.func, ast.Name)
            ]
    return list(gevonden.values())


def _kop(knoop: ast.FunctionDef, is_ingang: bool, programma: Programma) -> None:
    """Declares a function. The entry gets every array with its length; others one block that holds them all."""
    aantal = max((len(_delen(terug.value)) for terug in ast.walk(knoop) if isinstance(terug, ast.Return)), default=0)
    namen = parameters(knoop)
    if is_ingang:
        soorten = [
            soort
            for naam in namen
            for soort in ([programma.indeling.soort_van(naam), GETAL] if naam in RIJEN else [GETAL])
        ]
    else:
        soorten = [GETAL for naam in namen if naam not in RIJEN] + [programma.blok.as_pointer()]
    uitkomst = [NIETS, GETAL, ir.LiteralStructType([GETAL] * aantal)][min(aantal, 2)]
    functie = ir.Function(programma.module, ir.FunctionType(uitkomst, soorten), knoop.name)
    if not is_ingang:
        functie.linkage = "internal"
    for arg in functie.args:
        if arg.type != GETAL:
            arg.add_attribute("noalias")


def _delen(knoop: ast.expr | None) -> list[ast.expr]:
    return knoop.elts if isinstance(knoop, ast.Tuple) else [knoop] if knoop else []


def _vul(knoop: ast.FunctionDef, is_ingang: bool, programma: Programma) -> None:
    functie = programma.module.get_global(knoop.name)
    bouwer = ir.IRBuilder(functie.append_basic_block("begin"))
    plekken: dict[str, Any] = {naam: ir.Constant(GETAL, waarde) for naam, waarde in programma.constanten.items()}
    bouw = Functie(programma, bouwer, plekken, {})
    args = iter(functie.args)
    for naam in parameters(knoop):
        if naam not in RIJEN:
            bouwer.store(next(args), bouw.plek(naam))
        elif is_ingang:
            plekken[naam], bouw.lengtes[naam] = next(args), next(args)
    if is_ingang:
        plekken[BLOK] = _leg_vast(bouw)
    else:
        plekken[BLOK] = next(args)
        _haal_op([naam for naam in parameters(knoop) if naam in RIJEN], bouw)
    for naam in set(bouw.lengtes).intersection(programma.indeling.breedtes):
        bouw.lengtes[naam] = ir.Constant(GETAL, programma.indeling.breedtes[naam])
    _opdrachten(knoop.body, bouw)
    if not bouwer.block.is_terminated:
        bouwer.ret_void() if functie.function_type.return_type == NIETS else bouwer.unreachable()


def _leg_vast(bouw: Functie) -> Any:
    """The block of memory with the arrays of the entry."""
    blok = bouw.bouwer.alloca(bouw.programma.blok)
    for nummer, naam in enumerate(bouw.programma.rijen):
        for plaats, waarde in enumerate((bouw.plekken[naam], bouw.lengtes[naam])):
            bouw.bouwer.store(waarde, _in_blok(blok, 2 * nummer + plaats, bouw))
    return blok


def _haal_op(namen: list[str], bouw: Functie) -> None:
    """Reads from the block where arrays are; that never changes while the entry runs."""
    for naam in namen:
        nummer = bouw.programma.rijen.index(naam)
        delen = [bouw.bouwer.load(_in_blok(bouw.plekken[BLOK], 2 * nummer + plaats, bouw)) for plaats in (0, 1)]
        for deel in delen:
            deel.set_metadata("invariant.load", bouw.programma.vast)
        bouw.plekken[naam], bouw.lengtes[naam] = delen


def _in_blok(blok: Any, plaats: int, bouw: Functie) -> Any:
    return bouw.bouwer.gep(blok, [ir.Constant(PLAATS, 0), ir.Constant(PLAATS, plaats)], inbounds=True)


def _opdrachten(knopen: list[ast.stmt], bouw: Functie) -> None:
    for knoop in knopen:
        if not bouw.bouwer.block.is_terminated:
            _opdracht(knoop, bouw)


def _opdracht(knoop: ast.stmt, bouw: Functie) -> None:
    bouwer = bouw.bouwer
    match knoop:
        case ast.Expr():
            return
        case ast.Assign(targets=[doel], value=waarde):
            _zet(doel, _waarde(waarde, bouw), bouw)
        case ast.AugAssign(target=ast.Name(id=naam), op=teken, value=waarde):
            som = ast.BinOp(ast.Name(naam, ast.Load()), teken, waarde)
            bouwer.store(_waarde(som, bouw), bouw.plek(naam))
        case ast.Return(value=waarde):
            delen = [_waarde(deel, bouw) for deel in _delen(waarde)]
            bouwer.ret(_samen(delen, bouw) if len(delen) > 1 else delen[0])
        case ast.If(test=toets, body=dan, orelse=anders):
            with bouwer.if_else(_bit(_waarde(toets, bouw), bouw)) as (dan_tak, anders_tak):
                with dan_tak:
                    _opdrachten(dan, bouw)
                with anders_tak:
                    _opdrachten(anders, bouw)
        case ast.While(test=toets, body=lijf):
            _lus(lambda: _bit(_waarde(toets, bouw), bouw), lijf, lambda: None, bouw)
        case ast.For(target=ast.Name(id=naam), iter=ast.Call(args=grenzen), body=lijf):
            _voor(naam, [_waarde(grens, bouw) for grens in grenzen], lijf, bouw)
        case ast.Break():
            bouwer.branch(bouw.lussen[-1][1])
        case ast.Continue():
            bouwer.branch(bouw.lussen[-1][0])
        case _:
            raise NotImplementedError(ast.dump(knoop))


def _samen(delen: list[Any], bouw: Functie) -> Any:
    geheel = ir.Constant(ir.LiteralStructType([GETAL] * len(delen)), ir.Undefined)
    for plaats, deel in enumerate(delen):
        geheel = bouw.bouwer.insert_value(geheel, deel, plaats)
    return geheel


def _zet(doel: ast.expr, waarde: Any, bouw: Functie) -> None:
    match doel:
        case ast.Name(id=naam):
            bouw.bouwer.store(waarde, bouw.plek(naam))
        case ast.Tuple(elts=delen):
            for plaats, deel in enumerate(delen):
                _zet(deel, bouw.bouwer.extract_value(waarde, plaats), bouw)
        case ast.Subscript():
            bouw.bouwer.store(waarde, _adres(doel, bouw))


def _lus(toets: Callable[[], Any], lijf: list[ast.stmt], verder: Callable[[], None], bouw: Functie) -> None:
    bouwer = bouw.bouwer
    hoofd, binnen, stap, na = (bouwer.append_basic_block(naam) for naam in ("hoofd", "binnen", "stap", "na"))
    bouwer.branch(hoofd)
    bouwer.position_at_end(hoofd)
    bouwer.cbranch(toets(), binnen, na)
    bouwer.position_at_end(binnen)
    bouw.lussen.append((stap, na))
    _opdrachten(lijf, bouw)
    bouw.lussen.pop()
    if not bouwer.block.is_terminated:
        bouwer.branch(stap)
    bouwer.position_at_end(stap)
    verder()
    bouwer.branch(hoofd)
    bouwer.position_at_end(na)


def _voor(naam: str, grenzen: list[Any], lijf: list[ast.stmt], bouw: Functie) -> None:
    begin, eind = grenzen if len(grenzen) == 2 else (ir.Constant(GETAL, 0), grenzen[0])
    plek, bouwer = bouw.plek(naam), bouw.bouwer
    bouwer.store(begin, plek)

    def verder() -> None:
        bouwer.store(bouwer.add(bouwer.load(plek), ir.Constant(GETAL, 1)), plek)

    _lus(lambda: bouwer.icmp_signed("<", bouwer.load(plek), eind), lijf, verder, bouw)


def _bit(waarde: Any, bouw: Functie) -> Any:
    return bouw.bouwer.icmp_signed("!=", waarde, ir.Constant(GETAL, 0))


def _adres(knoop: ast.Subscript, bouw: Functie) -> Any:
    naam = knoop.value.id if isinstance(knoop.value, ast.Name) else ""
    plaatsen = [_waarde(deel, bouw) for deel in _delen(knoop.slice)]
    if naam in bouw.programma.indeling.kolommen:
        rij, kolom = plaatsen
        return _adres_in_kolom(naam, rij, kolom, bouw)
    plaats = plaatsen[-1]
    if len(plaatsen) == 2:
        plaats = bouw.bouwer.add(bouw.bouwer.mul(plaatsen[0], bouw.lengtes[naam]), plaats)
    return bouw.bouwer.gep(bouw.plekken[naam], [plaats])


def _adres_in_kolom(naam: str, rij: Any, kolom: Any, bouw: Functie) -> Any:
    """The column is a constant, so that it is known how wide its numbers are."""
    bits = bouw.programma.indeling.kolommen[naam][kolom.constant]
    begin = bouw.bouwer.load(bouw.bouwer.gep(bouw.plekken[naam], [kolom]))
    begin.set_metadata("invariant.load", bouw.programma.vast)
    return bouw.bouwer.gep(bouw.bouwer.bitcast(begin, ir.IntType(bits).as_pointer()), [rij])


def _waarde(knoop: ast.expr, bouw: Functie) -> Any:
    """The number that an expression stands for; true is 1, false is 0."""
    bouwer = bouw.bouwer
    match knoop:
        case ast.Constant(value=int() as getal):
            return ir.Constant(GETAL, int(getal))
        case ast.Name(id=naam):
            plek = bouw.plek(naam)
            return plek if isinstance(plek, ir.Constant) else bouwer.load(plek)
        case ast.Subscript():
            waarde = bouwer.load(_adres(knoop, bouw))
            if isinstance(knoop.value, ast.Name) and knoop.value.id not in bouw.programma.geschreven:
                waarde.set_metadata("invariant.load", bouw.programma.vast)
            return waarde if waarde.type == GETAL else bouwer.zext(waarde, GETAL)
        case ast.BinOp(left=links, op=teken, right=rechts):
            return _reken(teken, _waarde(links, bouw), _waarde(rechts, bouw), bouw)
        case ast.UnaryOp(op=ast.USub(), operand=deel):
            return bouwer.sub(ir.Constant(GETAL, 0), _waarde(deel, bouw))
        case ast.UnaryOp(op=ast.Not(), operand=deel):
            return bouwer.zext(bouwer.icmp_signed("==", _waarde(deel, bouw), ir.Constant(GETAL, 0)), GETAL)
        case ast.Compare():
            return _vergelijk(knoop, bouw)
        case ast.BoolOp(op=teken, values=[een, *rest]):
            ander = rest[0] if len(rest) == 1 else ast.BoolOp(teken, rest)
            takken = (ander, een) if isinstance(teken, ast.And) else (een, ander)
            return _kies(een, *takken, bouw)
        case ast.IfExp(test=toets, body=dan, orelse=anders):
            return _kies(toets, dan, anders, bouw)
        case ast.Call(func=ast.Name(id="len"), args=[ast.Name(id=naam)]):
            return bouw.lengtes[naam]
        case ast.Call(func=ast.Name(id=naam), args=args):
            return _roep(naam, args, bouw)
    raise NotImplementedError(ast.dump(knoop))


def _reken(teken: ast.operator, links: Any, rechts: Any, bouw: Functie) -> Any:
    bouwer = bouw.bouwer
    if isinstance(teken, ast.Add) and isinstance(links, ir.Constant) and isinstance(rechts, ir.Constant):
        return ir.Constant(GETAL, links.constant + rechts.constant)
    match teken:
        case ast.Add():
            return bouwer.add(links, rechts)
        case ast.Sub():
            return bouwer.sub(links, rechts)
        case ast.Mult():
            return bouwer.mul(links, rechts)
        case ast.FloorDiv():
            if isinstance(rechts, ir.Constant) and rechts.constant > 0:
                return _deel_omlaag(links, rechts, bouwer)
            heel, nul = bouwer.sdiv(links, rechts), ir.Constant(GETAL, 0)
            rest = bouwer.sub(links, bouwer.mul(heel, rechts))
            is_te_hoog = bouwer.and_(
                bouwer.icmp_signed("!=", rest, nul),
                bouwer.icmp_signed("<", bouwer.xor(rest, rechts), nul),
            )
            return bouwer.sub(heel, bouwer.zext(is_te_hoog, GETAL))
    raise NotImplementedError(ast.dump(teken))


def _deel_omlaag(links: Any, rechts: Any, bouwer: Any) -> Any:
    """Floor division by a known positive number: one less where the remainder is below zero; a shift by a power."""
    deler = rechts.constant
    if deler & (deler - 1) == 0:
        return bouwer.ashr(links, ir.Constant(GETAL, deler.bit_length() - 1))
    heel = bouwer.sdiv(links, rechts)
    rest = bouwer.sub(links, bouwer.mul(heel, rechts))
    return bouwer.add(heel, bouwer.ashr(rest, ir.Constant(GETAL, 63)))


def _vergelijk(knoop: ast.Compare, bouw: Functie) -> Any:
    waarden = [_waarde(deel, bouw) for deel in (knoop.left, *knoop.comparators)]
    uitslag = None
    for teken, links, rechts in zip(knoop.ops, waarden, waarden[1:], strict=False):
        bit = bouw.bouwer.icmp_signed(VERGELIJKINGEN[type(teken)], links, rechts)
        uitslag = bit if uitslag is None else bouw.bouwer.and_(uitslag, bit)
    return bouw.bouwer.zext(uitslag, GETAL)


def _kies(toets: ast.expr, dan: ast.expr, anders: ast.expr, bouw: Functie) -> Any:
    """Reads only the branch that is taken; a branch that is the test itself is not read twice."""
    bouwer = bouw.bouwer
    gelezen = _waarde(toets, bouw)
    waarden = []
    with bouwer.if_else(_bit(gelezen, bouw)) as takken:
        for tak, knoop in zip(takken, (dan, anders), strict=True):
            with tak:
                waarde = gelezen if knoop is toets else _waarde(knoop, bouw)
                waarden.append((waarde, bouwer.block))
    uitkomst = bouwer.phi(GETAL)
    for waarde, blok in waarden:
        uitkomst.add_incoming(waarde, blok)
    return uitkomst


def _roep(naam: str, args: list[ast.expr], bouw: Functie) -> Any:
    delen = [_waarde(arg, bouw) for arg in args if not (isinstance(arg, ast.Name) and arg.id in RIJEN)]
    return bouw.bouwer.call(bouw.programma.module.get_global(naam), [*delen, bouw.plekken[BLOK]])
