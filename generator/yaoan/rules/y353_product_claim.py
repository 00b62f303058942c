"""科普里推荐产品、保证疗效 | A science item that recommends or promises

监管部门不得推荐药品，健康知识不得变相做广告。不写商品名和商标，不写“首选”“根治”“有效率百分之几”。
引用误区要澄清的，写在 myths 里。

Regulators recommend no drugs, and health knowledge is no disguised advertisement. No brand names,
no “best choice”, “cure” or rate of success. A claim to be refuted belongs in `myths`.

Source: Drug Administration Law (2019), Art. 90, 111 [V]; Advertising Law (2021), Art. 16, 19 [V];
found by words, which may stand for something else
Bad: popular-science
    points: [感冒首选某牌冲剂，三天根治。]
Good: popular-science
    points: [感冒多能自己好，用药前先问药师。]
"""

import re
from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Severity

from .rule import Context, Entry, Finding, Record, rule

_CLAIM = re.compile(
    r"首选|疗效最[好佳]|疗效显著|根治|根除|包治|治愈率|有效率|药到病除|无效退款|无毒副作用|无副作用|百分之百有效"
    r"|安全无毒|推荐(?:大家|您|你|市民|购买|选购|使用)|[®™]|某牌|知名品牌|best choice|[Gg]uaranteed"
    r"|no side effects|cure rate|success rate|[Ww]e recommend"
)
_DENIED = re.compile(
    r"(?:不|没有?|别|勿|无法|禁止|谨防|警惕|不得|声称|宣称|号称|所谓|“|not|never|no|claims?)[^。；]{0,10}$"
)
_DENIED_AFTER = re.compile(
    r"^[^。；]{0,12}(?:都是假|是假|不可信|别信|不要信|骗|违法|虚假|的说法|”)"
)
_MESSAGE = Bilingual(
    "“{words}”像是推荐产品或者保证疗效", "“{words}” sounds like a recommendation or promise"
)
_HELP = Bilingual(
    "改成客观的说法，用通用名；要澄清的说法写进 myths",
    "say it neutrally, with generic names; put a claim to be refuted into `myths`",
)


@rule("Y353", looks_at="entry", severity=Severity.WARNING)
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    if not record.asks("myths"):
        return
    typed = record.typed
    for match in _CLAIM.finditer(typed.text):
        start, end = match.span()
        refuted = "myths" in typed.path(start) or _DENIED.search(typed.before(start, 14))
        if not refuted and not _DENIED_AFTER.match(typed.text[end : end + 20]):
            yield Finding(typed.span(start, end), _MESSAGE.fill(words=match[0]), _HELP)


RULE = check
