"""正式网站还留着占位内容 | An official site that still has placeholders

正式网站（official: 是）的页脚要有真实的标识码、备案号和更正联系方式。示例内容带到正式网站上，
等于发布虚假信息。

The footer of an official site (`official`) carries its real site code, ICP number and contact for
corrections. Sample content on an official site is false information.

Source: this project; items of the footer after State Council office document 2017 no. 47 [S]
Bad: office
    official: 是
Good: office
    official: 否
"""

import re
from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Span
from yaoan.source import Branch, at

from .rule import Context, Finding, rule

_NEEDED = ("icp", "site_code", "contact", "site_url")
_SHOWN = (*_NEEDED, "site_name", "name", "police_record", "code")
_PLACEHOLDER = re.compile(
    r"示例|占位|待填|待定|某[省市县区局]|[xX×*]{2,}|0{5,}|1234567|TODO|example\.(?:com|org|(?:gov\.)?cn)|[Dd]emo|^$"
)
_MISSING = Bilingual("正式网站要有 {key}", "an official site needs `{key}`")
_LEFT = Bilingual("{key} 还是占位内容", "`{key}` still holds a placeholder")
_NOTE = Bilingual("正式网站不能有演示说明", "an official site has no demonstration note")
_HELP = Bilingual(
    "填上真实内容；还在试用的，写 official: 否", "fill it in; while on trial write `official: 否`"
)


@rule("Y391", looks_at="corpus")
def check(context: Context) -> Iterator[Finding]:
    office, tree = context.corpus.office, context.corpus.office_tree
    if office is None or tree is None or not office.official:
        return
    for key in _NEEDED:
        if getattr(office, key) is None:
            yield Finding(_place(tree, "official"), _MISSING.fill(key=key), _HELP)
    for key in _SHOWN:
        value = getattr(office, key)
        if value is not None and _PLACEHOLDER.search(getattr(value, "zh", value)):
            yield Finding(_place(tree, key), _LEFT.fill(key=key), _HELP)
    if office.demonstration is not None:
        yield Finding(_place(tree, "demonstration"), _NOTE, _HELP)


def _place(tree: Branch, key: str) -> Span:
    return at(tree, (key,)).span.head


RULE = check
