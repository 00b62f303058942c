"""Every phrase that the site or a command says: complete, in both languages, and really said."""

import re
import string
from pathlib import Path

import pytest

import yaoan
from yaoan.bilingual import Bilingual
from yaoan.kinds import all_kinds
from yaoan.words import say, words

ROOT = Path(__file__).parent.parent
CODE = Path(yaoan.__file__).parent
FILES = [
    *CODE.rglob("*.py"),
    *CODE.rglob("*.j2"),
    *(ROOT / "overrides").rglob("*.html"),
    *(ROOT / "overrides").rglob("*.js"),
]
TEXTS = [path.read_text("utf-8") for path in FILES]
ENGLISH_ONLY = {"not_translated"}
"""What is only ever said on English pages."""


def places(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def asked():
    """Every key in a call of `say(…)`, in code or template; those that end in `_` are beginnings."""
    for text in TEXTS:
        for first in re.findall(r"\bsay\(\s*([^),]*)", text):
            yield from re.findall(r'"(\w+)"', first)


def used():
    """The keys asked for, those named where `say` is given a name, those of the page shell."""
    yield from asked()
    for text in TEXTS:
        if re.search(r"\bsay\(\w+[,)]", text):
            yield from re.findall(r'"(\w+)"', text)
        yield from re.findall(r"\bwords\.(\w+)", text)


USED = set(used())
BEGUN = tuple(key for key in asked() if key.endswith("_"))


@pytest.mark.parametrize("key", list(words()))
class TestPhrase:
    def test_is_said_in_both_languages(self, key):
        assert words()[key].en.strip()
        assert words()[key].zh.strip() or key in ENGLISH_ONLY

    def test_has_the_same_places_in_both_languages(self, key):
        phrase = words()[key]
        assert key in ENGLISH_ONLY or places(phrase.zh) == places(phrase.en)

    def test_is_used_somewhere(self, key):
        assert key in USED or key.startswith(BEGUN)


def test_every_phrase_asked_for_is_there():
    keys = {key for key in asked() if not key.endswith("_")}
    assert len(keys) > 80
    assert keys <= set(words())


def test_the_page_shell_is_given_every_phrase_it_says():
    from yaoan.pages.frame import _PHRASES

    shell = "\n".join(path.read_text("utf-8") for path in (ROOT / "overrides").rglob("*.html"))
    assert set(_PHRASES) <= set(words())
    assert set(re.findall(r"\b(?:w|words)\.(\w+)", shell)) <= set(_PHRASES)


def test_every_rank_role_and_severity_has_its_phrase(national):
    from yaoan.diagnostics import Severity
    from yaoan.site.item import _ROLES

    wanted = {f"rank_{law.rank}" for law in national.laws.values()}
    wanted |= {f"severity_{each.name.lower()}" for each in Severity}
    wanted |= {f"role_{role}" for role in _ROLES.values()} | {"role_basis"}
    assert wanted <= set(words())


def test_a_phrase_is_filled():
    assert say("count", count=3) == Bilingual("3 条", "3 listed")


def test_a_phrase_filled_with_a_name_speaks_each_language():
    kind = next(iter(all_kinds().values())).kind
    assert say("all_of", name=kind.name).en.endswith(kind.name.en)


def test_a_phrase_that_is_not_there_is_our_fault():
    with pytest.raises(KeyError):
        say("no_such_phrase")
