"""What is mutated, and the tests that must notice: the loader, the escaper, the policy, the doors.

To watch over another module, add a line.
"""

TARGETS: dict[str, tuple[str, ...]] = {
    "source/decode.py": ("tests/source",),
    "source/scan.py": ("tests/source",),
    "source/read.py": ("tests/source",),
    "source/syntax.py": ("tests/source",),
    "source/tree.py": ("tests/source", "tests/forms/test_forms_golden.py"),
    "source/mend.py": ("tests/source",),
    "source/trusted.py": ("tests/source", "tests/test_words.py"),
    "pages/escape.py": ("tests/pages/test_pages_corpora.py", "tests/pages/test_pages_hostile.py"),
    "pages/prose.py": ("tests/pages/test_pages_hostile.py", "tests/pages/test_pages_corpora.py"),
    "pages/page.py": ("tests/pages/test_pages_hostile.py", "tests/test_golden.py"),
    "forms/prose.py": ("tests/forms/test_forms_golden.py", "tests/forms/test_forms_prose.py", "tests/pages/test_pages_hostile.py"),
    "forms/stars.py": ("tests/forms/test_forms_golden.py", "tests/forms/test_forms_prose.py"),
    "forms/text.py": ("tests/forms/test_forms_golden.py",),
    "doors/policy.py": ("tests/doors/test_policy.py",),
    "doors/pictures.py": ("tests/doors/test_pictures.py",),
    "doors/grounds.py": ("tests/doors/test_doors_grounds.py",),
}
"""By module of the package; each with the quickest tests first, which need no built sample site."""

EXCUSED: dict[str, str] = {}
"""Mutants that change nothing anyone could notice, by the line they leave: why not."""
