"""What is mutated, and the tests that must notice: the loader, the escaper, the policy, the doors.

To watch over another module, add a line.
"""

_VALUES = "tests/test_rooms.py::test_a_value_never_changes"
_SOURCE = (
    "tests/source/test_source_golden.py", "tests/source/test_source_limits.py",
    "tests/source/test_source_decode.py", "tests/source/test_source_tree.py",
    "tests/source/test_source_corpora.py",
)  # fmt: skip
_PROSE = ("tests/forms/test_forms_prose.py", "tests/forms/test_forms_golden.py")
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
    "pages/escape.py": ("tests/pages/test_pages_corpora.py", "tests/pages/test_pages_hostile.py"),
    "pages/prose.py": ("tests/pages/test_pages_corpora.py", "tests/pages/test_pages_hostile.py"),
    "pages/page.py": ("tests/pages/test_pages_hostile.py", "tests/test_golden.py", _VALUES),
    "forms/markup.py": (*_PROSE, "tests/pages/test_pages_hostile.py"),
    "forms/stars.py": _PROSE,
    "forms/text.py": _PROSE,
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

EXCUSED: dict[str, str] = {}
"""Mutants that change nothing anyone could notice, by the line they leave: why not."""
