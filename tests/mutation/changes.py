"""Small mistakes that could be in a module: each as the module's source with that mistake in it."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

_FLIPS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One mistake.

    Args:
        line: in the module as it stands.
        change: what stands there and what would instead.
        source: the whole module with it.
    """

    line: int
    change: str
    source: str


def mutants_of(source: str, functions: frozenset[str] = frozenset()) -> list[Mutant]:
    """All mistakes that we know how to make in a module.

    Args:
        functions: only inside functions and methods of these names; empty: everywhere.
    """
    tree = ast.parse(source)
    found = []
    for path, node in _paths(tree, (), not functions, functions):
        for changed in _changed(node):
            mutant = copy.deepcopy(tree)
            _put(mutant, path, changed)
            text = ast.unparse(ast.fix_missing_locations(mutant))
            line = getattr(node, "lineno", 0)
            found.append(Mutant(line, f"{_short(node)}  ->  {_short(changed)}", text))
    return found


_Step = tuple[str, int | None]  # a field, and the place in its list


def _paths(
    node: ast.AST, path: tuple[_Step, ...], inside: bool, functions: frozenset[str]
) -> Iterator[tuple[tuple[_Step, ...], ast.AST]]:
    """Every node that runs, with the way to it."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        inside = inside or node.name in functions
    if inside and path:
        yield path, node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list"):
            continue
        for place, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(child, ast.AST):
                yield from _paths(child, (*path, (name, place)), inside, functions)


def _changed(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(left=left, ops=ops, comparators=others):
            for place, op in enumerate(ops):
                flipped = [*ops[:place], _FLIPS[type(op)](), *ops[place + 1 :]]
                yield ast.Compare(left, flipped, others)
        case ast.BoolOp(op=op, values=values):
            yield ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield ast.Constant(value + 1)
            yield ast.Constant(value - 1)
        case ast.Return(value=ast.expr() as value) if not _is_none(value):
            yield ast.Return(ast.Constant(None))
        case ast.Expr(value=ast.Call()):
            yield ast.Pass()
        case ast.If(test=test, body=body, orelse=orelse) if not isinstance(test, ast.Compare):
            yield ast.If(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.IfExp(test=test, body=yes, orelse=no) if not isinstance(test, ast.Compare):
            yield ast.IfExp(ast.UnaryOp(ast.Not(), test), yes, no)


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def _put(tree: ast.AST, path: tuple[_Step, ...], changed: ast.AST) -> None:
    at = tree
    for name, place in path[:-1]:
        value = getattr(at, name)
        at = value if place is None else value[place]
    name, place = path[-1]
    if place is None:
        setattr(at, name, changed)
    else:
        getattr(at, name)[place] = changed


def _short(node: ast.AST) -> str:
    return ast.unparse(ast.fix_missing_locations(node)).partition("\n")[0][:60]
