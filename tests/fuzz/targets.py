"""What is mutated, and the tests that must notice: the loader, the escaper, the policy, the doors.

To watch over another module, add a line.
"""

_VALUES = "tests/test_values.py"
_SOURCE = (
    "tests/source/test_source_golden.py", "tests/source/test_source_limits.py",
    "tests/source/test_source_decode.py", "tests/source/test_source_scan.py",
    "tests/source/test_source_syntax.py", "tests/source/test_source_read.py",
    "tests/source/test_source_tree.py",
)  # fmt: skip
_PROSE = (
    "tests/forms/test_forms_markup.py", "tests/forms/test_forms_prose.py",
    "tests/forms/test_forms_golden.py",
)  # fmt: skip
_ESCAPE = ("tests/pages/test_pages_escape.py", "tests/pages/test_pages_corpora.py")
_PUBLISH = ("tests/doors/test_doors_publish.py", _VALUES)
_VERIFY = ("tests/doors/test_doors_verify.py", _VALUES)

TARGETS: dict[str, tuple[str, ...]] = {
    "source/decode.py": _SOURCE,
    "source/scan.py": _SOURCE,
    "source/read.py": _SOURCE,
    "source/syntax.py": _SOURCE,
    "source/tree.py": (*_SOURCE, "tests/forms/test_forms_golden.py", _VALUES),
    "source/mend.py": _SOURCE,
    "source/trusted.py": ("tests/source/test_source_tree.py", "tests/test_words.py"),
    "pages/escape.py": _ESCAPE,
    "pages/prose.py": _ESCAPE,
    "pages/page.py": (*_ESCAPE, _VALUES),
    "forms/markup.py": _PROSE,
    "forms/stars.py": _PROSE,
    "forms/text.py": ("tests/forms/test_forms_text.py", "tests/forms/test_forms_golden.py"),
    "doors/publish.py": _PUBLISH,
    "doors/shelf.py": _PUBLISH,
    "doors/disk.py": _PUBLISH,
    "doors/lock.py": _PUBLISH,
    "doors/mark.py": _PUBLISH,
    "doors/verify.py": _VERIFY,
    "doors/staged.py": _VERIFY,
    "doors/policy.py": ("tests/doors/test_policy.py",),
    "doors/pictures.py": ("tests/doors/test_pictures.py",),
    "doors/grounds.py": ("tests/doors/test_doors_leaks.py", "tests/doors/test_doors_grounds.py"),
}
"""By module of the package; each with the quickest tests first, which need no built sample site."""

_SPEED = "saves time and does nothing else"
_MEMORY = "slots save memory and do nothing else"
_NAMES = "the name of a file that lives for an instant, or the length of a random one"
_POSIX = "where publishing works, lines end so anyway"

EXCUSED: dict[str, str] = {
    "source/tree.py: @dataclass(frozen=True, slots=False)": _MEMORY,
    "source/scan.py: span = Span(source, match.start(1), match.end(0))": "the group ends where the match ends",
    "source/scan.py: fault = FAULTS['tab' if '\\t' in match[0] else 'wide_indent']": "before the group stand only spaces",
    "source/scan.py: indent = '' if deeper else '  ' * len(match[0].replace(' ', ''))": "the spaces before the group are not counted either",
    "source/decode.py: return (source, FAULTS['too_large'].at(Span(source, 0, 1), limit=LARGEST // 1023))": "256 all the same",
    "source/scan.py: _PLANES = ''.join((f'{chr(plane + 65534)}{chr(plane + 65535)}' for plane in range(0, 983041, 1 << 16)))": "the fifteenth plane is private, and refused as that",
    "source/scan.py: _PLANES = ''.join((f'{chr(plane + 65534)}{chr(plane + 65535)}' for plane in range(0, 983039, 1 << 16)))": "the same planes",
    "pages/escape.py: @lru_cache(maxsize=50001)": _SPEED,
    "pages/escape.py: @lru_cache(maxsize=49999)": _SPEED,
    "forms/stars.py: _WIDE = re.compile('[\\\\u2e80-\\\\u9fff\\\\uf900-\\\\ufaff\\\\ufe30\\\\ufe4f\\\\uff00-\\\\uffef\\\\u2014-\\\\u2026]')": "a block of punctuation, beside which CommonMark opens anyway",
    "forms/stars.py: before, after = (state.src[max(state.pos - 1, -1):state.pos], state.src[end:end + 1])": "nothing stands before the first sign either way",
    "doors/staged.py: value = html.unescape(value) if '' in value else value": _SPEED,
    "doors/staged.py: return file if file in self.sizes and page not in self.sizes else page": "neither is there, and the flaw names the link as it was written",
    "doors/disk.py: fresh = path.with_name(f'{path.name}new')": _NAMES,
    "doors/disk.py: fresh = path.with_name(f'{path.name}.nw')": _NAMES,
    "doors/disk.py: fresh.write_text(text, 'utf-8', newline='')": _POSIX,
    "doors/mark.py: (folder / MARK).write_text(json.dumps(said) + '\\n', 'utf-8', newline='')": _POSIX,
    "doors/shelf.py: name = f'{max(serials, default=0) + 1:04d}-{secrets.token_hex(5)}'": _NAMES,
    "doors/shelf.py: name = f'{max(serials, default=0) + 1:04d}-{secrets.token_hex(3)}'": _NAMES,
    "doors/shelf.py: aside = link.rename(self.folder / f'{link.name}link')": _NAMES,
    "doors/shelf.py: aside = link.rename(self.folder / f'{link.name}.lnk')": _NAMES,
    "doors/shelf.py: link = self.folder / f'{secrets.token_hex(4)}'": _NAMES,
    "doors/shelf.py: link = self.folder / f'000-{secrets.token_hex(4)}'": _NAMES,
    "doors/shelf.py: link = self.folder / f'0000-{secrets.token_hex(5)}'": _NAMES,
    "doors/shelf.py: link = self.folder / f'0000-{secrets.token_hex(3)}'": _NAMES,
    "source/syntax.py: _WIDE_COLON = re.compile('\\\\s*(?:- +)*[^\\\\s:：#\\\\\"\\'|>\\\\[{-][^\\\\s:：\\\\\"\\']*(：[ \\\\u3000]*)')": "`match` begins at the beginning anyway",
    "source/syntax.py: _ASCII_WIDE_COLON = re.compile('\\\\s*(?:- +)*[A-Za-z_][\\\\w-]*(：[ \\\\u3000]*)')": "`match` begins at the beginning anyway",
}  # fmt: skip
"""Mutants that change nothing anyone could notice, by the line they leave: why not."""
