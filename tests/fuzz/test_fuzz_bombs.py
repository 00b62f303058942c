"""Files made to hurt: each is refused within one second of the processor and 200 MB of memory.

They are read in a process of their own whose limits the system enforces, so that a loaded machine
changes nothing: seconds are those of the processor, and memory is what the process may have.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import PIPE

import pytest

SECONDS, MEMORY = 1, 200 << 20
STACK = 512 << 10
"""A small stack: what calls itself for each level of nesting would not survive a deep one."""

LIMIT = 256 * 1024


def alias_bomb(width: int, depth: int) -> str:
    lines = ["a0: &a0 [" + ", ".join(["x"] * width) + "]"]
    lines += [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * width) + "]" for n in range(1, depth)]
    return "\n".join(lines) + "\n"


def merge_bomb(depth: int) -> str:
    lines = ["m0: &m0 {a: 1}"]
    return "\n".join([*lines, *(f"m{n}: &m{n}\n  <<: [*m{n - 1}, *m{n - 1}]\n  k{n}: 1" for n in range(1, depth))])


BOMBS: dict[str, bytes | str] = {
    "aliases of aliases": alias_bomb(9, 12),
    "a small file of aliases": alias_bomb(4, 6),
    "merge keys": merge_bomb(24),
    "brackets in one line": "[" * 100_000,
    "brackets a line each": "[\n" * 100_000,
    "brackets in lines as long as may be": ("[" * 7_999 + "\n") * 32,
    "braces": "{" * 100_000,
    "braces with keys": "{a: " * 60_000,
    "braces with keys, a line each": "{a:\n " * 50_000,
    "closed brackets": "a: " + "[" * 3_900 + "]" * 3_900,
    "open and closed in lines": "a:\n" + ("  " + "[" * 3_900 + "]" * 3_900 + "\n") * 30,
    "lists in lists": "- " * 100_000,
    "lists in lists, a line each": "".join(" " * n + "-\n" for n in range(700)),
    "mappings in mappings": "".join(" " * n + "a:\n" for n in range(700)),
    "complex keys": "? " * 100_000,
    "complex keys, a line each": "? \n " * 80_000,
    "keys without end": "".join(f"k{n}: v\n" for n in range(25_000)),
    "the same key": "k: v\n" * 50_000,
    "values without end": "a: [" + "x," * 3_900 + "\n" + ("x," * 3_900 + "\n") * 30 + "]",
    "an endless line": "a: " + "x" * (LIMIT - 4),
    "an endless text in quotes": 'a: "' + "x\\\n" * 80_000 + '"',
    "an endless text of blank lines": "a: |\n" + "\n" * 250_000 + "  x",
    "a text without end": "a: |\n" + ("  " + "药" * 2_500 + "\n") * 34,
    "a quote that never closes": "a: '" + "x\n" * 120_000,
    "folded lines": "a: b\n" + " c\n" * 80_000,
    "colons": ("a: " * 2_600 + "\n") * 30,
    "documents": "---\na: b\n" * 28_000,
    "directives": "%YAML 1.2\n" * 25_000,
    "tags": "a: !<" + "x" * 7_000 + "> b\n",
    "anchors": "".join(f"a{n}: &x{n} b\n" for n in range(15_000)),
    "comments": "# x\n" * 65_000,
    "invisible characters": "\u200b" * (LIMIT // 3),
    "nothing but zeros": "\0" * LIMIT,
    "tabs": "\t\n" * (LIMIT // 2),
    "escapes": 'a: "' + "\\x41" * 1_900 + '"\n' + 'b: "' + "\\U0001F600" * 780 + '\\ud800"\n',
    "broken characters": b"\xff\xfe\xfd" * (LIMIT // 3),
    "half a character": "药".encode() * 80_000 + b"\xe8",
    "4.8 MB": "a: b\n" * 960_000,
    "48 MB": b"x" * 48_000_000,
}

READ = """
import json, os, resource, sys
from pathlib import Path
from yaoan import source
from yaoan.diagnostics import FORMATS, Report

def look(path):
    report = Report()
    text, problem = source.decode("bomb.yml", source.take(Path(path)))
    report.extend([problem] if problem else [])
    tree = None if problem else source.read(text, report)
    FORMATS["text"](report, "zh")
    status = open("/proc/self/status").read()
    peak = int(status.partition("VmHWM:")[2].split()[0])  # ru_maxrss would be that of the parent too
    found = [[p.code, p.span.line, p.span.column] for p in report]
    seconds = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    return json.dumps([tree is None or report.failed, found[:3], seconds, peak])

for path in sys.stdin:
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
        print(look(path.strip()), flush=True)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(code, flush=True)
"""
"""Reads the files it is told of, each in a process of its own, and says how each of them ended."""


def small_stack() -> None:
    resource.setrlimit(resource.RLIMIT_STACK, (STACK, STACK))


@pytest.fixture(scope="module")
def reader() -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", READ], stdin=PIPE, stdout=PIPE, text=True, preexec_fn=small_stack
    ) as process:
        yield process
        process.stdin.close()


@pytest.mark.parametrize("name", list(BOMBS))
def test_a_bomb_is_refused_before_it_goes_off(reader, tmp_path: Path, name: str):
    data = BOMBS[name]
    path = tmp_path / "bomb.yml"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    print(path, file=reader.stdin, flush=True)
    said = reader.stdout.readline()
    assert said.startswith("["), f"ended with {said}"
    assert reader.stdout.readline() == "0\n"
    refused, found, seconds, kilobytes = json.loads(said)
    assert refused, name
    assert all(code.startswith("Y") and line > 0 and column > 0 for code, line, column in found)
    assert found
    assert seconds <= SECONDS
    assert kilobytes <= MEMORY >> 10
