"""Facts about a program's text, computed before any of it runs."""

import ast
import collections
import io
import re
import tokenize

_SILENT = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT,
           tokenize.ENCODING, tokenize.ENDMARKER}

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_OWN_SCOPE = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def _number(node):
    """The value of a numeric literal, one minus sign included; None for anything else."""
    sign = 1
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        node, sign = node.operand, -1
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return sign * node.value
    return None


def _root(node):
    """The name that a chain of calls, attributes and subscripts begins with, or None."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call, ast.Starred)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else None


def _loaded(node):
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}


def _changed(statement, imported):
    """Top-level names that a statement binds, or changes by a call whose value is thrown away."""
    names, stack = set(), [statement]
    while stack:
        node = stack.pop()
        if isinstance(node, _FUNCTIONS):
            names.add(node.name)
            for inner in ast.walk(node):
                if isinstance(inner, ast.Global):
                    names.update(inner.names)
            continue
        if isinstance(node, _OWN_SCOPE):
            continue
        if isinstance(node, (ast.Name, ast.Attribute, ast.Subscript)) and not isinstance(node.ctx, ast.Load):
            names.add(_root(node))
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            call = node.value
            names.update(name for name in map(_root, [call.func, *call.args]) if name not in imported)
        stack.extend(ast.iter_child_nodes(node))
    names.discard(None)
    return names


def _live_statements(tree):
    """Top-level statements from which the result can be reached, by names used and changed."""
    imported = {(alias.asname or alias.name).split(".")[0] for node in ast.walk(tree)
                if isinstance(node, (ast.Import, ast.ImportFrom)) for alias in node.names}
    rows = [(statement, _loaded(statement), _changed(statement, imported)) for statement in tree.body]
    bound = set().union(*(changed for _, _, changed in rows)) if rows else set()
    chosen = next((name for name in ("fixture", "result") if name in bound), None)
    wanted = {chosen or "show_object"}
    live = set()
    grew = True
    while grew:
        grew = False
        for statement, loaded, changed in reversed(rows):
            if statement not in live and (changed & wanted or not chosen and "show_object" in loaded):
                live.add(statement)
                wanted |= loaded
                grew = True
    return live


def _literal_bindings(statement):
    """(name, node) of each plain name bound to a numeric literal: a = 1, a: float = 1, a, b = 1, 2."""
    if isinstance(statement, ast.AnnAssign):
        pairs = [(statement.target, statement.value)]
    elif isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target, value = statement.targets[0], statement.value
        both = isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple)
        pairs = zip(target.elts, value.elts) if both and len(target.elts) == len(value.elts) else [(target, value)]
    else:
        pairs = []
    return [(target.id, value) for target, value in pairs
            if isinstance(target, ast.Name) and _number(value) is not None]


def _magic_literals(statement):
    """Numeric literals within a call's arguments; 0, 1 and 2 are nobody's magic."""
    found = set()
    for call in ast.walk(statement):
        if isinstance(call, ast.Call):
            for argument in [*call.args, *(keyword.value for keyword in call.keywords)]:
                found.update(n for n in ast.walk(argument)
                             if isinstance(n, ast.Constant) and _number(n) not in (None, 0, 1, 2))
    return found


def _is_literal(text, value):
    try:
        return ast.literal_eval(text.decode()) == value
    except (SyntaxError, ValueError):
        return False


def _live_token_count(source):
    try:
        tokens = tokenize.generate_tokens(io.StringIO(source).readline)
        return sum(1 for token in tokens if token.type not in _SILENT)
    except (tokenize.TokenError, SyntaxError, ValueError):
        return 0


def source_facts(source, tree):
    facts = {"parsed": tree is not None, "live_tokens": _live_token_count(source), "magic_numbers": 0,
             "numeric_literals": 0, "live_parameters": []}
    if tree is None:
        return facts
    text = source.encode()
    # Lines as the parser counts them: a form feed or a Unicode separator ends no line.
    starts = [0, *(end.end() for end in re.finditer(rb"\r\n|\r|\n", text))]
    bindings = collections.Counter(node.id for node in ast.walk(tree)
                                   if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load))
    live = _live_statements(tree)
    parameters = facts["live_parameters"]
    for statement in tree.body:
        if statement not in live:
            continue
        for name, node in _literal_bindings(statement):
            value = _number(node)
            begin = starts[node.lineno - 1] + node.col_offset
            end = starts[node.end_lineno - 1] + node.end_col_offset
            if bindings[name] == 1 and abs(value) < 1e12 and _is_literal(text[begin:end], value):
                parameters.append({"name": name, "value": float(value), "integer": type(value) is int,
                                   "begin": begin, "end": end})
        facts["magic_numbers"] += len(_magic_literals(statement))
    facts["numeric_literals"] = facts["magic_numbers"] + len(parameters)
    return facts
