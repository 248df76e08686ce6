"""From Python's syntax tree to LLVM: the few things in Python that kernels use.

Every variable is a 64-bit number; an array parameter is its data and the length of its rows. Functions call each other
by name and may return several numbers. What is not known here raises NotImplementedError: kernels never meet it.
"""

import ast
import operator
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from llvmlite import binding, ir  # type: ignore[import-untyped]

from meedoen.recht.engine.layout import BYTE, GETAL, PLAATS, RIJEN, Blok, Indeling

BIT, NIETS = ir.IntType(1), ir.VoidType()
ZELDZAAM = frozenset(("WAARDE", "mist", "rijmist"))
"""The names in the tests for what has no value."""
BLOK = "*"
"""Where a function keeps its arrays: no name of a variable."""
VERGELIJKINGEN: dict[type[ast.cmpop], tuple[str, Callable[[int, int], bool]]] = {
    ast.Lt: ("<", operator.lt),
    ast.LtE: ("<=", operator.le),
    ast.Gt: (">", operator.gt),
    ast.GtE: (">=", operator.ge),
    ast.Eq: ("==", operator.eq),
    ast.NotEq: ("!=", operator.ne),
}
"""What LLVM calls a comparison, and what it gives of numbers that are known."""


@dataclass(frozen=True)
class Programma:
    """A module under construction. `knopen` are the functions of the source, of which those that are called somewhere
    are `te_doen`; `rijen` the arrays of its entry, which lie in the `blok` that functions hand each other; `geschreven`
    those arrays that something is written to.
    """

    module: Any
    knopen: Mapping[str, ast.FunctionDef]
    te_doen: list[ast.FunctionDef]
    indeling: Indeling
    constanten: Mapping[str, int]
    rijen: tuple[str, ...]
    blok: Blok
    geschreven: Collection[str]
    vast: Any


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
    """The LLVM module of the entry and of what it calls; constants are filled in where they are read."""
    module = ir.Module("kern", context=ir.Context())
    module.triple = binding.get_default_triple()
    constanten = {
        opdracht.targets[0].id: ast.literal_eval(opdracht.value)
        for opdracht in boom.body
        if isinstance(opdracht, ast.Assign) and isinstance(opdracht.targets[0], ast.Name)
    }
    knopen = {knoop.name: knoop for knoop in boom.body if isinstance(knoop, ast.FunctionDef)}
    rijen = tuple(naam for naam in parameters(knopen[ingang]) if naam in RIJEN)
    geschreven = {
        deel.value.id
        for deel in ast.walk(boom)
        if isinstance(deel, ast.Subscript) and isinstance(deel.ctx, ast.Store) and isinstance(deel.value, ast.Name)
    }
    blok, vast = Blok(module, indeling, rijen), module.add_metadata([])
    programma = Programma(module, knopen, [], indeling, constanten, rijen, blok, geschreven, vast)
    _kop(knopen[ingang], True, programma)
    while programma.te_doen:
        knoop = programma.te_doen.pop()
        _vul(knoop, knoop.name == ingang, programma)
    return module


def _kop(knoop: ast.FunctionDef, is_ingang: bool, programma: Programma) -> None:
    """Declares a function that is to be filled in. The entry gets every array with its length; others the block."""
    programma.te_doen.append(knoop)
    aantal = max((len(_delen(terug.value)) for terug in ast.walk(knoop) if isinstance(terug, ast.Return)), default=0)
    namen = parameters(knoop)
    if is_ingang:
        soorten = [
            soort
            for naam in namen
            for soort in ([programma.indeling.soort_van(naam), GETAL] if naam in RIJEN else [GETAL])
        ]
    else:
        soorten = [GETAL for naam in namen if naam not in RIJEN] + [programma.blok.soort.as_pointer()]
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
    """The block of memory that says where the arrays of the entry are, and the columns of those that are a table."""
    bouwer, indeling = bouw.bouwer, bouw.programma.indeling
    blok = bouwer.alloca(bouw.programma.blok.soort)
    for naam in bouw.programma.rijen:
        delen = [bouw.plekken[naam], bouw.lengtes[naam]]
        if naam in indeling.kolommen:
            tabel, soorten = bouw.plekken[naam], indeling.delen_van(naam)
            adressen = [bouwer.load(bouwer.gep(tabel, [ir.Constant(GETAL, nummer)])) for nummer in range(len(soorten))]
            delen = [bouwer.bitcast(adres, soort) for adres, soort in zip(adressen, soorten, strict=True)]
        for plaats, deel in enumerate(delen, bouw.programma.blok.plaatsen[naam]):
            bouwer.store(deel, _in_blok(blok, plaats, bouw))
    return blok


def _haal_op(namen: list[str], bouw: Functie) -> None:
    """Reads from the block where arrays are."""
    for naam in namen:
        if naam not in bouw.programma.indeling.kolommen:
            bouw.plekken[naam], bouw.lengtes[naam] = (_uit_blok(naam, deel, bouw) for deel in (0, 1))


def _uit_blok(naam: str, deel: int, bouw: Functie) -> Any:
    """What the block says of an array; that never changes while the entry runs."""
    gelezen = bouw.bouwer.load(_in_blok(bouw.plekken[BLOK], bouw.programma.blok.plaatsen[naam] + deel, bouw))
    gelezen.set_metadata("invariant.load", bouw.programma.vast)
    return gelezen


def _in_blok(blok: Any, plaats: int, bouw: Functie) -> Any:
    return bouw.bouwer.gep(blok, [ir.Constant(PLAATS, 0), ir.Constant(PLAATS, plaats)], inbounds=True)


def _opdrachten(knopen: list[ast.stmt], bouw: Functie) -> None:
    for knoop in knopen:
        if not bouw.bouwer.block.is_terminated:
            _opdracht(knoop, bouw)


def _opdracht(knoop: ast.stmt, bouw: Functie) -> None:
    bouwer = bouw.bouwer
    match knoop:
        case ast.Expr(value=ast.Call(func=ast.Name(id="haal_alvast"), args=[ast.Name(id=naam), rij])):
            _haal_alvast(naam, _waarde(rij, bouw), bouw)
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
            waarde = _waarde(toets, bouw)
            if isinstance(waarde, ir.Constant):
                return _opdrachten(dan if waarde.constant else anders, bouw)
            with bouwer.if_else(_bit(waarde, bouw), likely=False if _is_uitweg(knoop) else None) as takken:
                dan_tak, anders_tak = takken
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


def _is_uitweg(knoop: ast.If) -> bool:
    """Whether this is where a rule stops because something has no value, which happens to few: LLVM puts it aside."""
    gelezen = {deel.id for deel in ast.walk(knoop.test) if isinstance(deel, ast.Name)}
    return isinstance(knoop.body[0], ast.Return) and not gelezen.isdisjoint(ZELDZAAM)


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
            adres = _adres(doel, bouw)
            smal = adres.type.pointee
            bouw.bouwer.store(waarde if smal == GETAL else bouw.bouwer.trunc(waarde, smal), adres)


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
        return bouw.bouwer.gep(_uit_blok(naam, kolom.constant, bouw), [rij])
    plaats = plaatsen[-1]
    if len(plaatsen) == 2:
        plaats = bouw.bouwer.add(bouw.bouwer.mul(plaatsen[0], bouw.lengtes[naam]), plaats)
    return bouw.bouwer.gep(bouw.plekken[naam], [plaats])


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
            return _lees(knoop, bouw)
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


def _lees(knoop: ast.Subscript, bouw: Functie) -> Any:
    """A number of an array, as 64 bits; only bytes have no sign."""
    naam = knoop.value.id if isinstance(knoop.value, ast.Name) else ""
    bekend = bouw.programma.indeling.bekend.get(naam, {})
    if bekend and (kolom := _waarde(_delen(knoop.slice)[-1], bouw).constant) in bekend:
        return ir.Constant(GETAL, bekend[kolom])
    waarde = bouw.bouwer.load(_adres(knoop, bouw))
    if naam not in bouw.programma.geschreven:
        waarde.set_metadata("invariant.load", bouw.programma.vast)
    if waarde.type == GETAL:
        return waarde
    return bouw.bouwer.zext(waarde, GETAL) if waarde.type == BYTE else bouw.bouwer.sext(waarde, GETAL)


def _haal_alvast(naam: str, rij: Any, bouw: Functie) -> None:
    """Brings a row of every column into the cache; past the end of a column it does nothing."""
    module, indeling = bouw.programma.module, bouw.programma.indeling
    haal = module.globals.get("llvm.prefetch") or ir.Function(
        module, ir.FunctionType(NIETS, [BYTE.as_pointer(), PLAATS, PLAATS, PLAATS]), "llvm.prefetch"
    )
    om_te_lezen, overal_dichtbij, gegevens = (ir.Constant(PLAATS, deel) for deel in (0, 3, 1))
    for kolom in range(len(indeling.kolommen[naam])):
        if kolom not in indeling.bekend.get(naam, {}):
            adres = bouw.bouwer.gep(_uit_blok(naam, kolom, bouw), [rij])
            plek = bouw.bouwer.bitcast(adres, BYTE.as_pointer())
            bouw.bouwer.call(haal, [plek, om_te_lezen, overal_dichtbij, gegevens])


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
    paren = list(zip(knoop.ops, waarden, waarden[1:], strict=False))
    if all(isinstance(waarde, ir.Constant) for waarde in waarden):
        getallen = (VERGELIJKINGEN[type(teken)][1](een.constant, ander.constant) for teken, een, ander in paren)
        return ir.Constant(GETAL, int(all(getallen)))
    uitslag = None
    for teken, links, rechts in paren:
        bit = bouw.bouwer.icmp_signed(VERGELIJKINGEN[type(teken)][0], links, rechts)
        uitslag = bit if uitslag is None else bouw.bouwer.and_(uitslag, bit)
    return bouw.bouwer.zext(uitslag, GETAL)


def _kies(toets: ast.expr, dan: ast.expr, anders: ast.expr, bouw: Functie) -> Any:
    """Reads only the branch that is taken; a branch that is the test itself is not read twice."""
    bouwer = bouw.bouwer
    gelezen = _waarde(toets, bouw)
    if isinstance(gelezen, ir.Constant):
        tak = dan if gelezen.constant else anders
        return gelezen if tak is toets else _waarde(tak, bouw)
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
    if naam not in bouw.programma.module.globals:
        _kop(bouw.programma.knopen[naam], False, bouw.programma)
    return bouw.bouwer.call(bouw.programma.module.get_global(naam), [*delen, bouw.plekken[BLOK]])
