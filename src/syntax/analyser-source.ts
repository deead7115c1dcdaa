/**
 * Python that says of a source what Python itself makes of it, as JSON; it runs none of it. Any
 * version from 3.9. The source is data: what its parser cannot hold is invalid, and nothing is
 * kept between two sources. `_ast` is built in and costs no import.
 */
export const ANALYSER_SOURCE = String.raw`
import json, sys, warnings
import _ast as tree

warnings.simplefilter("ignore")
VERSION = "%d.%d.%d" % sys.version_info[:3]


def analyse(source):
    return json.dumps({"version": VERSION, **facts_of(source)})


def facts_of(source):
    try:
        module = parse(source)
        return {"kind": "valid", "length": length_of(module), "functions": functions_of(module)}
    except SyntaxError as error:
        message = "%s (line %s)" % (error.msg, error.lineno) if error.lineno else str(error.msg)
        place = stuck_at(source, error)
    except Exception as error:
        # Too deep, a lone surrogate: Python could not run it either.
        message, place = "%s: %s" % (type(error).__name__, error), place_of_fault(source, error)
    units = place + sum(letter > "\uffff" for letter in source[:place])
    return {"kind": "invalid", "message": message[:200], "stuckAt": units}


def parse(source):
    return compile(source, "program.py", "exec", tree.PyCF_ONLY_AST, dont_inherit=True)


def stuck_at(source, error):
    """Where nothing longer can parse: a flaw behind the first one is often what Python tells."""
    place = place_of(source, error)
    for _ in range(8):
        start = source.rfind("\n", 0, place) + 1
        try:
            parse(source[:start])
            return place
        except SyntaxError as earlier:
            found = place_of(source[:start], earlier)
        except Exception:
            return place
        if found >= place:
            return place
        place = found
    return place


def place_of(source, error):
    """The offset of an error; the end of the source where Python's word cannot be relied on."""
    if not error.lineno or str(error.msg).startswith("f-string"):
        found = source.find("\0")
        return len(source) if found < 0 else found
    start = 0
    for _ in range(error.lineno - 1):
        start = source.find("\n", start) + 1
        if start == 0:
            return len(source)
    return min(len(source), start + max(0, (error.offset or 1) - 1))


def place_of_fault(source, error):
    return error.start if isinstance(error, UnicodeEncodeError) else max(0, source.find("\0"))


# Functions at the top level.

def functions_of(module):
    found = [pair for pair in map(named_function, module.body) if pair]
    names = {name for name, _ in found}
    return [{"name": name, **arguments_of(function.args), "mentions": sorted(names & mentioned(function))}
            for name, function in found]


def named_function(statement):
    """A coroutine gives no value when it is called."""
    if isinstance(statement, tree.FunctionDef):
        return statement.name, statement
    targets = getattr(statement, "targets", None) or [getattr(statement, "target", None)]
    is_bound = isinstance(statement, (tree.Assign, tree.AnnAssign)) and isinstance(targets[0], tree.Name)
    if is_bound and isinstance(statement.value, tree.Lambda):
        return targets[0].id, statement.value


def arguments_of(args):
    """The fewest and the most arguments by position; null where there is no bound."""
    if any(default is None for default in args.kw_defaults):
        return {"fewest": None, "most": None}
    most = len(args.posonlyargs) + len(args.args)
    return {"fewest": most - len(args.defaults), "most": None if args.vararg else most}


def mentioned(function):
    names, stack = set(), [function]
    while stack:
        node = stack.pop()
        for field in node._fields:
            value = getattr(node, field, None)
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, tree.AST):
                    stack.append(item)
                elif isinstance(item, str) and field in ("id", "arg", "name", "names", "rest"):
                    names.add(item)
    return names


# Length: names, constants, operators and keywords, as docs/scoring.md has it.

CHARACTERS = 24
UNCOUNTED = (tree.Import, tree.ImportFrom)
OPERATOR_WORDS = {"NotIn": 2, "IsNot": 2}

# Words of a node beside its names and its parts: a number, or a function of the node.
WORDS = {
    "AnnAssign": lambda node: node.value is not None,
    "Assert": 1,
    "Assign": lambda node: len(node.targets),
    "AsyncFor": lambda node: 3 + bool(node.orelse),
    "AsyncFunctionDef": 2,
    "AsyncWith": 2,
    "AugAssign": 1,
    "Await": 1,
    "BinOp": 1,
    "BoolOp": lambda node: len(node.values) - 1,
    "Break": 1,
    "ClassDef": 1,
    "Compare": lambda node: sum(OPERATOR_WORDS.get(type(one).__name__, 1) for one in node.ops),
    "Constant": lambda node: size_of_value(node.value),
    "Continue": 1,
    "Delete": 1,
    "Dict": lambda node: node.keys.count(None),
    "ExceptHandler": lambda node: 1 + (node.name is not None),
    "For": lambda node: 2 + bool(node.orelse),
    "FormattedValue": lambda node: node.conversion != -1,
    "FunctionDef": 1,
    "Global": 1,
    "If": lambda node: 1 + bool(node.orelse),
    "IfExp": 2,
    "Interpolation": lambda node: node.conversion != -1,
    "JoinedStr": lambda node: size(3 + literal_letters(node)),
    "Lambda": 1,
    "Match": 1,
    "MatchAs": lambda node: node.name is None or node.pattern is not None,
    "MatchMapping": lambda node: node.rest is not None,
    "MatchOr": lambda node: len(node.patterns) - 1,
    "MatchSingleton": 1,
    "MatchStar": lambda node: 1 + (node.name is None),
    "NamedExpr": 1,
    "Nonlocal": 1,
    "ParamSpec": lambda node: 1 + (getattr(node, "default_value", None) is not None),
    "Pass": 1,
    "Raise": lambda node: 1 + (node.cause is not None),
    "Return": 1,
    "Starred": 1,
    "TemplateStr": lambda node: size(3 + literal_letters(node)),
    "Try": lambda node: 1 + bool(node.orelse) + bool(node.finalbody),
    "TryStar": lambda node: 1 + bool(node.orelse) + bool(node.finalbody) + len(node.handlers),
    "TypeAlias": 1,
    "TypeVar": lambda node: getattr(node, "default_value", None) is not None,
    "TypeVarTuple": lambda node: 1 + (getattr(node, "default_value", None) is not None),
    "UnaryOp": 1,
    "While": lambda node: 1 + bool(node.orelse),
    "With": 1,
    "Yield": 1,
    "YieldFrom": 2,
    "arguments": lambda node: words_of_arguments(node),
    "comprehension": lambda node: 2 + node.is_async + len(node.ifs),
    "keyword": 1,
    "match_case": lambda node: 1 + (node.guard is not None),
    "withitem": lambda node: node.optional_vars is not None,
}
TEXTS = ("JoinedStr", "TemplateStr")
INSERTIONS = ("FormattedValue", "Interpolation")
NO_NAMES = ("Constant", "Interpolation")


def length_of(module):
    total, stack = 0, [module]
    while stack:
        node = stack.pop()
        if isinstance(node, UNCOUNTED) or is_lone_text(node):
            continue
        words = WORDS.get(type(node).__name__, 0)
        total += words if type(words) is int else words(node)
        total += size_of_names(node)
        stack.extend(parts_of(node))
    return total


def is_lone_text(node):
    return isinstance(node, tree.Expr) and type(getattr(node.value, "value", None)) is str and (
        isinstance(node.value, tree.Constant))


def size(letters):
    return -(-letters // CHARACTERS)


def size_of_value(value):
    if isinstance(value, (str, bytes)):
        return size(2 + len(value))
    # Decimal digits, which Python refuses to write out where they are many.
    return size(1 + value.bit_length() * 30103 // 100000) if type(value) is int else 1


def size_of_names(node):
    if type(node).__name__ in NO_NAMES:
        return 0
    total = 0
    for field in node._fields:
        value = getattr(node, field, None)
        if isinstance(value, str) and field != "type_comment":
            total += size(len(value))
        elif isinstance(value, list):
            total += sum(size(len(item)) for item in value if isinstance(item, str))
    return total


def parts_of(node):
    """The nodes below a node; what is literal in a text that has insertions is part of the text."""
    kind = type(node).__name__
    if kind in TEXTS:
        return [part for part in node.values if not isinstance(part, tree.Constant)]
    if kind in INSERTIONS:
        return [node.value] + (parts_of(node.format_spec) if node.format_spec else [])
    values = [getattr(node, field, None) for field in node._fields]
    below = [item for value in values for item in (value if isinstance(value, list) else [value])]
    return [item for item in below if isinstance(item, tree.AST)]


def literal_letters(text):
    specs = [getattr(part, "format_spec", None) for part in text.values]
    own = sum(len(part.value) for part in text.values if isinstance(part, tree.Constant))
    return own + sum(literal_letters(spec) for spec in specs if spec)


def words_of_arguments(args):
    defaults = len(args.defaults) + sum(default is not None for default in args.kw_defaults)
    stars = bool(args.vararg or args.kwonlyargs) + bool(args.kwarg)
    return defaults + stars
`;
