"""Whether a program swallows its own exceptions on the way to a result.

`watch` puts marks into the program's tree. Built a second time with `reraise`, what was swallowed is raised again,
so that a result which only comes by swallowing does not come. Swallowed is what an `except` block catches, what a
`return`, `break` or `continue` in a `finally` throws away, what a `with` keeps from its surroundings
(`contextlib.suppress`, an `__exit__` of one's own), and what ends a thread or rests in a future nobody asks.

A missing module and the end of an iterator are no mistakes of the shape: `try: import viewer / except ImportError`
stays as it is.
"""

import ast
import builtins
import concurrent.futures
import sys
import threading

_PROGRAM = "<program>"
_NO_MISTAKE = (ImportError, StopIteration, GeneratorExit)
# No identifiers, so that no program's names can be in the way.
_CAUGHT, _THROWN_AWAY, _ENTER, _RAISED, _LEFT = "<caught>", "<thrown away>", "<enter>", "<raised>", "<left>"


def _call(name, node, *arguments):
    call = ast.Call(ast.Name(name, ast.Load()), [ast.Name(a, ast.Load()) for a in arguments], [])
    return _placed(ast.Expr(call), node)


def _placed(new, node):
    return ast.fix_missing_locations(ast.copy_location(new, node))


class _Escapes(ast.NodeTransformer):
    """Marks the statements by which a finally block is left early."""

    def _keep(self, node):
        return node

    visit_FunctionDef = visit_AsyncFunctionDef = visit_ClassDef = visit_Lambda = _keep

    def visit_Return(self, node):
        return [_call(_THROWN_AWAY, node), node]

    visit_Break = visit_Continue = visit_Return

    def visit_For(self, node):
        # Its own break and continue stay within; a return does not.
        for child in ast.walk(node):
            for name in ("body", "orelse", "finalbody"):
                block = getattr(child, name, None)
                if isinstance(block, list):
                    setattr(child, name, [new for statement in block for new in (
                        [_call(_THROWN_AWAY, statement), statement]
                        if isinstance(statement, ast.Return) else [statement])])
        return node

    visit_While = visit_AsyncFor = visit_For


class _Marks(ast.NodeTransformer):
    def __init__(self):
        self._withs = 0

    def visit_ExceptHandler(self, node):
        self.generic_visit(node)
        node.body.insert(0, _call(_CAUGHT, node))
        return node

    def visit_Try(self, node):
        self.generic_visit(node)
        if node.finalbody:
            block = ast.Module(node.finalbody, [])
            node.finalbody = _Escapes().visit(block).body
        return node

    visit_TryStar = visit_Try

    def visit_With(self, node):
        self.generic_visit(node)
        self._withs += 1
        token = f"<with {self._withs}>"
        enter = ast.Assign([ast.Name(token, ast.Store())], ast.Call(ast.Name(_ENTER, ast.Load()), [], []))
        anything = ast.Attribute(ast.Name(_ENTER, ast.Load()), "anything", ast.Load())
        raised = ast.ExceptHandler(anything, None, [_call(_RAISED, node, token), _placed(ast.Raise(), node)])
        node.body = [_placed(ast.Try(node.body, [raised], [], []), node)]
        return [_placed(enter, node), node, _call(_LEFT, node, token)]


class Handlers:
    """Marks a program's tree and knows, after it ran, whether it swallowed an exception."""

    def __init__(self, reraise):
        self.ran = False
        self.left_over = None  # the exception that ended a thread or rests in a future
        self._reraise = reraise

    def watch(self, tree):
        self._define()
        self._watch_texts()
        self._watch_threads()
        _Marks().visit(tree)

    def settle(self):
        """After the program: raises what it left behind, where handlers raise."""
        if self._reraise and self.left_over is not None:
            raise self.left_over

    def _swallow(self, error):
        if error is None or isinstance(error, _NO_MISTAKE):
            return
        self.ran = True
        if self._reraise:
            raise error

    def _define(self):
        def enter():
            return []

        enter.anything = BaseException
        # In builtins, so that code which is run in a namespace of its own finds them too.
        names = vars(builtins)
        names[_CAUGHT] = names[_THROWN_AWAY] = lambda: self._swallow(sys.exc_info()[1])
        names[_ENTER] = enter
        names[_RAISED] = lambda token: token.append(sys.exc_info()[1])
        names[_LEFT] = lambda token: self._swallow(token[-1] if token else None)

    def _watch_texts(self):
        """Text that the program runs is the program's text."""
        plain_compile, plain_exec = builtins.compile, builtins.exec

        def marked(source, file, mode, *rest, **named):
            ours = sys._getframe(2).f_code.co_filename.startswith(_PROGRAM)
            if ours and mode == "exec" and not rest and not named:
                tree = source if isinstance(source, ast.AST) else ast.parse(source, file)
                source = _Marks().visit(tree)
                file = f"{_PROGRAM} {file}"
            return plain_compile(source, file, mode, *rest, **named)

        def compile(source, filename, mode, *rest, **named):
            return marked(source, filename, mode, *rest, **named)

        def exec(source, globals=None, locals=None, /, **named):
            if isinstance(source, (str, bytes)):
                source = marked(source, "<text>", "exec")
            frame = sys._getframe(1)
            if globals is None:
                globals = frame.f_globals
                locals = frame.f_locals if locals is None else locals
            plain_exec(source, globals, globals if locals is None else locals, **named)

        builtins.compile, builtins.exec = compile, exec

    def _watch_threads(self):
        def leave(error):
            if error is not None and not isinstance(error, (*_NO_MISTAKE, SystemExit)):
                self.ran = True
                self.left_over = error

        plain_hook, plain_set = threading.excepthook, concurrent.futures.Future.set_exception

        def hook(what):
            leave(what.exc_value)
            plain_hook(what)

        def set_exception(future, error):
            leave(error)
            plain_set(future, error)

        threading.excepthook = hook
        concurrent.futures.Future.set_exception = set_exception
