"""Seeded slips of the hand in an entry's file: by character, line, token, indent, type, key, encoding."""

import random
import re
from collections.abc import Callable

SIGNS = (
    "：，。；！？（）【】“”‘’《》、—…·￥ \t\u3000\u00a0\u200b\u202e\ufeff\u2028\u0085\x00\x07\ue000\ufffd"
    "#&*!|>%@`'\"[]{}:,-?~<>=^\\/_.()$0123456789abcxyzABCXYZ甲乙药品元年月日é\u0301😀𠮷"
)
TOKENS = (
    "no", "yes", "true", "null", "~", "0123", "1.10", "1e3", ".inf", "0x1F", "12:30", "2024-06-01", "2026-02-30",
    "2024", "-5", "+8", "1_000", "&a x", "*a", "!!int 3", "!x y", "<<", "[]", "{}", "[x]", "{a: b}", "''", '""', "|", ">",
    "- x", "? x", "# x", "x # y", "x: y", "x：y", "%YAML", "---", "...", "@x", "`x`", "\"\\u202e\"", "'x", "\"x", "[x", "{x",
    "未披露", "是", "50000元", "5万", "２０２４年", "第五条", "=1+1", "<b>", "9" * 40, "x" * 9_000,
)  # fmt: skip

Mutation = Callable[[random.Random, str], str]


def character(rng: random.Random, text: str) -> str:
    at, sign = rng.randrange(len(text)), rng.choice(SIGNS)
    after = text[at + 1 :]
    return text[:at] + rng.choice(
        [after, sign + after, sign + text[at:], text[at] * 2 + after, text[at + 1 : at + 2] + text[at] + text[at + 2 :]]
    )


def line(rng: random.Random, text: str) -> str:
    lines = text.split("\n")
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    match rng.randrange(6):
        case 0:
            del lines[one]
        case 1:
            lines.insert(one, lines[one])
        case 2:
            lines.insert(other, lines[one])
        case 3:
            lines[one], lines[other] = lines[other], lines[one]
        case 4:
            lines[one : one + 2] = ["".join(lines[one : one + 2])]
        case _:
            cut = rng.randrange(len(lines[one]) + 1)
            lines[one : one + 1] = [lines[one][:cut], lines[one][cut:]]
    return "\n".join(lines)


def _value(rng: random.Random, text: str, make: Callable[[str], str]) -> str:
    """The value of one `key: value` or `- value`, made into something else."""
    found = list(re.finditer(r"^( *(?:- )*(?:\w+: )?)(\S.*)$", text, re.MULTILINE))
    if not found:
        return text
    one = rng.choice(found)
    return text[: one.start(2)] + make(one[2]) + text[one.end(2) :]


def token(rng: random.Random, text: str) -> str:
    words = re.findall(r"[^\s:]+", text)
    return _value(rng, text, lambda _: rng.choice([rng.choice(TOKENS), rng.choice(words)]))


def indent(rng: random.Random, text: str) -> str:
    lines = text.split("\n")
    at, more = rng.randrange(len(lines)), rng.randint(1, 4)
    run = slice(at, at + rng.choice([1, 1, more]))
    change = rng.choice([" ", "  ", "    ", "\t", "\u3000", None, "- "])
    for number in range(*run.indices(len(lines))):
        each = lines[number]
        lines[number] = each[min(more, len(each) - len(each.lstrip(" "))) :] if change is None else change + each
    return "\n".join(lines)


def kind(rng: random.Random, text: str) -> str:
    """A text for a list, a list for a text, a group for either."""
    wrap = rng.choice(["[{}]", "{{a: {}}}", "\"{}\"", "'{}'", "\n  - {}", "\n  a: {}", "|\n  {}", ">\n  {}", "[{}, {}]", "- {}", "[[{}]]"])
    return _value(rng, text, lambda value: wrap.replace("{}", value.replace("{", "{{")).replace("{{", "{").replace("}}", "}"))


def key(rng: random.Random, text: str) -> str:
    found = list(re.finditer(r"^( *(?:- )*)(\w+)(?=:)", text, re.MULTILINE))
    if not found:
        return text
    one, other = rng.choice(found), rng.choice(found)
    name = one[2]
    at = rng.randrange(len(name))
    new = rng.choice([name[:at] + name[at + 1 :], name + name[at], other[2], name.upper(), f"'{name}'", f"{name} ", "标题", "<<", f"? {name}", f"&{name} {name}", f"!{name}"])
    return text[: one.start(2)] + new + text[one.end(2) :]


TEXTUAL: dict[str, Mutation] = {
    "character": character, "line": line, "token": token, "indent": indent, "type": kind, "key": key,
}  # fmt: skip


def encoding(rng: random.Random, text: str) -> bytes:
    data = text.encode()
    at = rng.randrange(len(data))
    match rng.randrange(8):
        case 0:
            return text.encode(rng.choice(["gbk", "gb18030", "big5", "utf-16", "utf-16-le", "utf-32"]), "replace")
        case 1:
            return data[:at]
        case 2:
            return data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]
        case 3:
            return data[:at] + bytes([data[at] ^ 1 << rng.randrange(8)]) + data[at + 1 :]
        case 4:
            return b"\xef\xbb\xbf" * rng.randint(1, 2) + data
        case 5:
            return data.replace(b"\n", rng.choice([b"\r\n", b"\r", b"\n\n", b"\x85", b"\xe2\x80\xa8"]))
        case 6:
            return data[at:] + data[:at]
        case _:
            return data.decode("latin-1").encode()


def mutate(seed: int, text: str) -> tuple[str, bytes]:
    """The level of the slip, and the file after it."""
    rng = random.Random(seed)
    level = rng.choice([*TEXTUAL, "encoding"])
    return (level, encoding(rng, text)) if level == "encoding" else (level, TEXTUAL[level](rng, text).encode("utf-8", "surrogatepass"))
