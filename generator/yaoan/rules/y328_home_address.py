"""出现了住址 | A home address

自然人的住址是个人信息，写到县（区）为止。经营场所与住所一致的，只在当事人的“经营地址”一栏写。

A person's home address is personal data; places are given down to the county. A business address
stands in the party's own field for it and nowhere else.

Source: Personal Information Protection Law (2021), Art. 4, 25 [V]; common practice of disclosure,
after the list in SAIC Order 71 of 2014, Art. 8 [M]
Bad: typical-cases
    facts: 当事人住幸福小区3号楼2单元501室，把药品藏在家中。
Good: typical-cases
    facts: 当事人把药品藏在家中。
    parties:
      - {name: 某药店, kind: pharmacy, business_address: 示例路幸福小区3号楼2单元101室}
"""

import re
from collections.abc import Iterator

from yaoan.bilingual import Bilingual

from .rule import Context, Finding, Record, rule
from .typed import Typed

_N = "[0-9〇零一二三四五六七八九十百]+"
_TEXT = r"[^，。；、,;\0\s]"
_DIGIT = "[0-9〇零一二三四五六七八九十A-Z]"
_ROOM = rf"{_TEXT}{{0,8}}?(?:{_N}\s*(?:室|户|房(?!间)|单元)|[0-9]{{3,4}})"
_NOT_LIVING = "记抓守保堵稳止停盖挡遮护卡站把控封拦捂按顶困锁兜管留靠不入"
_CUES: tuple[tuple[str, str], ...] = (
    (
        "住址|家庭地址|家庭住址|家住|现住|暂住|收货地址|户籍地|户籍所在地|户口所在地|居住地|居住于|居住在|住处|租住",
        rf"[址为是在于:：]*(?:(?=[^。；\0]{{0,30}}{_N}\s*[号组室栋幢楼弄])|(?={_TEXT}{{0,20}}[村屯寨]))"
        rf"{_TEXT}{{2,30}}",
    ),
    (
        "住|家在",
        rf"(?<![{_NOT_LIVING}]住)(?<![国专大商厂]家在)[在于]?(?![院宿房所建处户进])"
        rf"{_TEXT}{{2,24}}?(?:[0-9]{{1,4}}\s*(?:[室栋幢]|号(?!公告|令|文|通|公报|线))|[0-9]+-[0-9]+-[0-9]+)",
    ),
    ("宿舍|家属院|家属楼", rf"{_TEXT}{{0,6}}?(?:[0-9]{{1,4}}\s*[号室]|楼[0-9]{{3,4}})"),
    ("出租屋|出租房", rf"[在位于]*{_TEXT}{{2,20}}?{_N}\s*[号室]"),
    ("单元|号楼", rf"(?<={_DIGIT}..){_ROOM}"),
    ("栋|幢|座", rf"(?<={_DIGIT}.){_ROOM}"),
    (
        "村|屯|社区",
        rf"(?!卫生|医|药|诊|委)[^，。；、,;\0\s路街位]{{0,6}}?{_N}\s*(?:组|队|社|号)"
        rf"(?![字药令文决线]){_TEXT}{{0,4}}?(?:{_N}\s*号)?",
    ),
    (
        "小区|花园|家园|公寓|新村|苑|里弄|弄",
        rf"{_TEXT}{{0,6}}?(?:{_N}\s*(?:号楼|栋|幢|座|号)|[0-9]{{1,3}}-[0-9]{{1,2}}-[0-9]{{3,4}}(?![0-9-]))",
    ),
)
_CUE = re.compile("|".join(cue for cue, _ in _CUES))
_AFTER = {word: re.compile(after) for cue, after in _CUES for word in cue.split("|")}
_EN = re.compile(
    r"[HhlrRFAUNG](?:(?<=[Hh])ome address(?: is|:| at)"
    r"|(?:(?<=l)(?:ives|ived|iving)|(?<=r)(?:esides|esiding|esident)) (?:at|in|of) [^.\0]{0,40}\d"
    r"|(?:(?<=R)oom|(?<=F)lat|(?<=A)(?:partment|pt)) \w{1,5},? (?:Unit|Building|Block|No\.)"
    r"|(?<=U)nit \d{1,2},? (?:Building|Block|Room|No\.)|(?<=N)o\. ?\d+,? Group \d+"
    r"|(?<=G)roup \d+,? [A-Z][a-z]+ Village)"
)
_EN_SIGNS = ("address", "liv", "resid", "Room", "Flat", "Apartment", "Apt", "Unit", "Group")
_BUSINESS = re.compile(
    "(?:经营场所|经营地址|营业地址|营业场所|注册地址|回收点|(?:店|所|院|室|部|司|仓库)(?:位于|设在|开在|地址))"
    "[^。；住家]{0,30}$"
)
_NEAR = 6
"""So many signs apart, two finds are parts of one address."""
_MESSAGE = Bilingual("这里有一个住址", "a home address stands here")
_HELP = Bilingual(
    "删掉，写到县（区）为止；经营场所写到当事人的 business_address",
    "delete it, naming the county at most; a business address goes into `business_address`",
)


@rule("Y328", looks_at="file", anywhere=True)
def check(record: Record, context: Context) -> Iterator[Finding]:
    typed = record.seen
    told = -_NEAR
    for start, end in _addresses(typed):
        if start < told + _NEAR:
            told = max(told, end)
            continue
        own_field = "business_address" in typed.path(start)
        if not own_field and not _BUSINESS.search(typed.before(start, 40)):
            told = end
            yield Finding(typed.span(start, end), _MESSAGE, _HELP)


def _addresses(typed: Typed) -> Iterator[tuple[int, int]]:
    for cue in _CUE.finditer(typed.text):
        if match := _AFTER[cue[0]].match(typed.text, cue.end()):
            yield cue.start(), match.end()
    if typed.english_at is not None and any(each in typed.text for each in _EN_SIGNS):
        for match in _EN.finditer(typed.text, typed.english_at):
            yield match.span()


RULE = check
