"""Judges of what was read that do not use what read it.

`told` says, for a value, the text that its writer must have typed. `letters` counts the words of a
file as a person sees them, without knowing YAML. PyYAML's own pure Python reader is the third.
"""

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

import yaml

from yaoan.diagnostics import Source
from yaoan.forms import Amount, Citation, CreditCode, DecisionNumber, Prose, Quantity, Text, When
from yaoan.kinds import Entry
from yaoan.kinds.walk import walk
from yaoan.source import Branch, Leaf, Node, at, leaves

_NUMERALS = dict(zip("零一二三四五六七八九", range(10), strict=True))


def disagreements(entry: Entry, tree: Branch, english: Branch | None) -> Iterator[str]:
    """Values of *entry* that are not what was typed at their place."""
    for found in walk(entry):
        node = at(tree, found.path)
        value = found.value
        if isinstance(value, Text | Prose):
            other = at(english, found.path) if english else None
            if isinstance(other, Leaf) and value.en != other.text.strip():
                yield f"{found.path} (en): {value.en!r} from {other.text!r}"
        if isinstance(node, Leaf) and not told(value, node.text.strip()):
            yield f"{found.path}: {value!r} from {node.text!r}"
        if isinstance(value, Amount) and isinstance(node, Branch):
            parts = {key.text: leaf.text for key, leaf in node.entries}
            if not told(Amount(value.sum, unknown=value.unknown), parts.pop("sum")):
                yield f"{found.path}: {value!r} from {node}"
            if any(getattr(value, key) != text for key, text in parts.items() if text.strip()):
                yield f"{found.path}: {value!r} from {node}"


def told(value: object, typed: str) -> bool:
    """Whether *typed* says *value*, by rules written apart from the value types."""
    match value:
        case bool():
            return typed in (("是", "true") if value else ("否", "false"))
        case int():
            return str(value) == typed
        case dt.date():
            return value.isoformat() == typed
        case Text() | Prose():
            return value.zh == typed
        case DecisionNumber():
            return value.text == typed
        case CreditCode():
            return str(value) == unicodedata.normalize("NFKC", typed).upper()
        case Amount() | When() if value.unknown:
            return typed.casefold() in (value.unknown.value.zh, value.unknown.value.en.casefold())
        case Amount():
            return value.sum == Decimal(typed) and set(typed) <= set("0123456789.")
        case When():
            ends = [value.start, value.end] if value.end else [value.start]
            points = ["-".join(f"{n:02d}" for n in (p.year, p.month, p.day) if n) for p in ends if p]
            return "/".join([*points, *([".."] if value.open else [])]) == re.sub(r"\s*/\s*", "/", typed)
        case Quantity():
            plain = re.sub(r"[\s,]|\.0+(?=\D)", "", unicodedata.normalize("NFKC", typed))
            size = {"万": 10**4, "亿": 10**8}
            digits = re.search(r"[\d.]+", plain)
            many = re.search(r"[\d.]+余?([万亿]?)", plain)
            return digits is not None and many is not None and value.number == Decimal(digits[0]) * size.get(many[1], 1) and value.unit in plain
        case Citation():
            numbers = [n for n in (value.article, value.sub, value.paragraph, value.item, value.subitem) if n]
            rest = typed.removeprefix("《").replace("》", "", 1).removeprefix(value.law)
            return value.law in typed and numbers == _numbers(re.sub(r"[(（][^()（）]*\d{4}[^()（）]*[)）]", "", rest))
        case str():
            return str(value) == typed
        case _:
            return not isinstance(typed, str) or value is None


def _numbers(text: str) -> list[int]:
    """The numbers in a citation: 第一百四十二条之一 → [142, 1]."""
    found = []
    for run in re.findall(r"[零一二三四五六七八九十百千两]+|\d+", text):
        if run.isdigit():
            found.append(int(run))
            continue
        total = digit = 0
        for char in run.replace("两", "二"):
            if char in _NUMERALS:
                digit = _NUMERALS[char]
            else:
                total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[char]
                digit = 0
        found.append(total + digit)
    return found


def letters(source: Source) -> Counter[str]:
    """Every letter and digit that a person sees in the file, but for whole lines of comment."""
    lines = (line for line in source.text.split("\n") if not line.lstrip().startswith("#"))
    return Counter(c for line in lines for c in unicodedata.normalize("NFC", line) if c.isalnum())


def read_letters(tree: Node) -> Counter[str]:
    """The same of what was read: keys and values."""
    counted: Counter[str] = Counter()
    for key in _keys(tree):
        counted.update(c for c in key if c.isalnum())
    for _, leaf in leaves(tree):
        counted.update(c for c in leaf.text if c.isalnum())
    return counted


def _keys(node: Node) -> Iterator[str]:
    if isinstance(node, Branch):
        for name, value in node.entries:
            yield name.text
            yield from _keys(value)
    elif not isinstance(node, Leaf):
        for item in node.items:
            yield from _keys(item)


def escaped(source: Source) -> bool:
    """Whether a quoted text writes characters as something else, or a comment ends a line."""
    return bool(re.search(r'"[^"\n]*\\|["\'\]}]\s+#|[|>][+\-\d]{0,2}\s+#', source.text))


def as_yaml_says(source: Source) -> object:
    """The file by PyYAML's pure Python reader, every scalar as text; another parser than ours."""
    return _normal(yaml.load(source.text, Loader=yaml.BaseLoader))


def _normal(value: object) -> object:
    if isinstance(value, dict):
        return {_normal(key): _normal(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_normal(each) for each in value]
    return unicodedata.normalize("NFC", str(value))


def everything(node: Node) -> object:
    """What our reader read, empty texts too."""
    if isinstance(node, Leaf):
        return node.text
    if isinstance(node, Branch):
        return {name.text: everything(value) for name, value in node.entries}
    return [everything(item) for item in node.items]


def untouched(tree: Node, lines: range) -> list[tuple[tuple[str, ...], str]]:
    """Every value that stands neither in *lines* nor beside them, with the keys that lead to it."""
    found = []
    for path, leaf in leaves(tree):
        first, last = leaf.span.line, leaf.span.last[0]
        if last < lines.start - 1 or first > lines.stop:
            found.append((tuple(step for step in path if isinstance(step, str)), leaf.text))
    return found


_OPENS = re.compile(r"( *)(?:- )*\S+:\s*(?:[|>]\S*)?")
"""A line that opens a field whose value stands in the lines below."""


def changed(before: str, after: str) -> tuple[range, range]:
    """The lines in which two texts differ, counted from one in each; blank ones beside them too.

    Where a touched line opened a field, the lines of that field are touched as well.
    """
    one, two = before.split("\n"), after.split("\n")
    start = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    end = 0
    while end < min(len(one), len(two)) - start and one[-1 - end] == two[-1 - end]:
        end += 1
    for each in one[start : len(one) - end]:
        if opened := _OPENS.fullmatch(each):
            while end and (not one[-end].strip() or _below(one[-end], len(opened[1]))):
                end -= 1
    while end and not one[-end].strip():
        end -= 1
    while start and not one[start - 1].strip():
        start -= 1
    return range(start + 1, len(one) - end + 1), range(start + 1, len(two) - end + 1)


def _below(line: str, level: int) -> bool:
    own = len(line) - len(line.lstrip(" "))
    return own > level or (own == level and line.lstrip().startswith("- "))
