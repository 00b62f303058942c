"""A seeded office of any size, for measuring: the sample's entries taken apart and put together anew.

Every entry begins as one of the sample's. Its longer texts come from other entries of the kind,
paragraph by paragraph, in both languages alike; its firms, products, places, days, numbers and sums
are drawn anew; all of it is marked as demonstration data. Run it as
`python tests/bench/corpus.py COUNT FOLDER [SEED]`, or take `entries(count, seed)`.
"""

import copy
import datetime as dt
import random
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from json import dumps
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent.parent
SHARES = {
    "penalties": 55,
    "typical-cases": 12,
    "notices": 9,
    "popular-science": 8,
    "law-explainers": 4,
    "campaigns": 4,
    "results": 3,
    "serious-violations": 3,
    "practices": 2,
}
"""How many of a hundred entries are of each kind, as a county or a city publishes them."""

DRUGS = ["阿莫西林胶囊", "布洛芬缓释胶囊", "头孢克肟颗粒", "诺氟沙星胶囊", "复方甘草片", "盐酸二甲双胍片", "硝苯地平控释片", "阿托伐他汀钙片", "奥美拉唑肠溶胶囊", "氯雷他定片", "蒙脱石散", "板蓝根颗粒", "藿香正气水", "六味地黄丸", "安宫牛黄丸", "人胎盘脂多糖注射液", "注射用头孢曲松钠", "葡萄糖注射液", "破伤风抗毒素", "狂犬病疫苗", "流感疫苗", "重组人胰岛素注射液", "当归饮片", "黄芪饮片", "三七粉", "炒酸枣仁", "隐形眼镜", "隐形眼镜护理液", "一次性使用无菌注射器", "医用外科口罩", "血糖试纸", "电子血压计", "助听器", "玻尿酸填充剂", "肉毒毒素", "祛斑面霜", "染发膏", "儿童防晒霜"]
DRUGS_EN = ["amoxicillin capsules", "ibuprofen sustained-release capsules", "cefixime granules", "norfloxacin capsules", "compound liquorice tablets", "metformin tablets", "nifedipine controlled-release tablets", "atorvastatin tablets", "omeprazole enteric capsules", "loratadine tablets", "montmorillonite powder", "isatis root granules", "huoxiang zhengqi liquid", "liuwei dihuang pills", "angong niuhuang pills", "placenta polysaccharide injection", "ceftriaxone for injection", "glucose injection", "tetanus antitoxin", "rabies vaccine", "influenza vaccine", "recombinant insulin injection", "angelica slices", "astragalus slices", "notoginseng powder", "stir-fried jujube seed", "contact lenses", "contact lens solution", "sterile syringes", "surgical masks", "glucose test strips", "blood pressure monitors", "hearing aids", "hyaluronic acid filler", "botulinum toxin", "whitening cream", "hair dye", "children's sunscreen"]
TOWNS = ["青河", "白石", "云岭", "安平", "长桥", "柳泉", "东湖", "西山", "南浦", "北关", "新民", "永和", "大通", "龙潭", "凤台", "金沙", "玉泉", "石门", "清水", "双桥", "太和", "仁寿", "万安", "福田", "兴宁", "高阳", "平川", "文山", "武阳", "丰润"]
TOWNS_EN = ["Qinghe", "Baishi", "Yunling", "Anping", "Changqiao", "Liuquan", "Donghu", "Xishan", "Nanpu", "Beiguan", "Xinmin", "Yonghe", "Datong", "Longtan", "Fengtai", "Jinsha", "Yuquan", "Shimen", "Qingshui", "Shuangqiao", "Taihe", "Renshou", "Wan'an", "Futian", "Xingning", "Gaoyang", "Pingchuan", "Wenshan", "Wuyang", "Fengrun"]
SHOPS = ["某药店", "某大药房", "某连锁药店门店", "某诊所", "某门诊部", "某村卫生室", "某眼镜店", "某医疗美容机构", "某网店", "某批发企业", "某养生馆", "某美容院"]
SHOPS_EN = ["a pharmacy", "a drugstore", "a chain pharmacy", "a clinic", "an outpatient department", "a village clinic", "an optician", "an aesthetic clinic", "an online shop", "a wholesaler", "a wellness shop", "a beauty parlour"]
_DRUG = re.compile("|".join(sorted(["肌苷片", "猴头菌片", "银杏叶片", *DRUGS], key=len, reverse=True)))
_TOWN = re.compile(r"[\u4e00-\u9fff]{2}(?=[县区]市场监督管理局)")
_SHOP = re.compile("|".join(SHOPS))
_SUM = re.compile(r"(?<![\d.:/-])\d{3,6}(?:\.\d)?(?=余?[元盒片支瓶件份])")
_SUM_EN = re.compile(r"(?<=RMB )[\d,]+")
_DAY = re.compile(r"20\d\d年\d{1,2}月\d{1,2}日")
_LINK = re.compile(r"\[([^\]]*)\]\([a-z]+-\d{4}-\d{4,}\)")
_ISO = re.compile(r"\d{4}(-\d\d)?(-\d\d)?(/(\d{4}(-\d\d)?(-\d\d)?|\.\.))?")
_YEAR = re.compile(r'"(?:[\d-]+/)?(20\d\d)(?:-\d\d)*"')
_LEFT_OUT = ("related", "pictures", "supersedes", "penalty", "review", "corrections")
_PLAIN = re.compile(r"[A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff，。、；（）《》“” -]*\Z")
_WORDS = {"yes", "no", "true", "false", "null", "on", "off", "y", "n"}


@dataclass(frozen=True)
class Made:
    """An entry of the corpus: where it stands below `cases/`, its Chinese and its English."""

    path: str
    zh: dict[str, Any]
    en: dict[str, Any]

    def texts(self) -> tuple[str, str]:
        """The two files."""
        return "".join(_lines(self.zh, "")), "".join(_lines(self.en, ""))


def entries(count: int, seed: int = 1) -> Iterator[Made]:
    """*count* entries of all kinds in their shares; the same for the same numbers."""
    chance = random.Random(seed)
    kinds = sorted(SHARES)
    serial: dict[tuple[str, int], int] = {}
    for number in range(count):
        kind = chance.choices(kinds, [SHARES[each] for each in kinds])[0]
        day = dt.date(2017, 1, 2) + dt.timedelta(int(3600 * chance.random() ** 0.6))
        serial[kind, day.year] = serial.get((kind, day.year), 0) + 1
        yield _entry(kind, day, serial[kind, day.year], number, chance)


def _entry(kind: str, day: dt.date, serial: int, number: int, chance: random.Random) -> Made:
    samples = _samples(kind)
    prefix, zh, en = copy.deepcopy(chance.choice(samples))
    for key in _LEFT_OUT:
        zh.pop(key, None)
        en.pop(key, None)
    _mix(zh, en, samples, chance)
    town, shop, drug = (chance.randrange(len(each)) for each in (TOWNS, SHOPS, DRUGS))
    zh = _earlier(zh, day)
    words = _Words(chance, town, shop, drug, day)
    zh, en = words.zh(zh), words.en(en)
    zh["title"] = f"{TOWNS[town]}{zh['title']}（{DRUGS[drug]}，第{number + 1}号）"
    if "title" in en:
        en["title"] = f"{TOWNS_EN[town]}: {en['title']} ({DRUGS_EN[drug]}, no. {number + 1})"
    zh |= {"published": day.isoformat(), "demonstration": "是"}
    zh["places"] = [chance.choice(_terms("place"))]
    zh["products"] = [chance.choice(_terms("product_category"))]
    _terms_anew(zh, chance)
    return Made(f"{kind}/{day.year}/{prefix}-{day.year}-{serial:04d}.yml", zh, en)


@cache
def _samples(kind: str) -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    found = []
    for path in sorted((ROOT / "cases" / kind).glob("*/*.yml")):
        english = path.with_name(f"{path.stem}.en.yml")
        if english.exists():
            zh, en = (yaml.load(p.read_text("utf-8"), yaml.CBaseLoader) for p in (path, english))
            found.append((path.stem.partition("-")[0], zh, en))
    return found


@cache
def _terms(vocabulary: str) -> list[str]:
    path = ROOT / f"generator/yaoan/reference/data/terms/{vocabulary}.yml"
    return sorted(yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)["terms"])


def _terms_anew(node: Any, chance: random.Random) -> None:
    """Draw another violation and stage for every act below *node*, now and then."""
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        _terms_anew(each, chance)
    if isinstance(node, dict) and "violation" in node and chance.random() < 0.7:
        for key in ("violation", "stage") if "stage" in node else ("violation",):
            node[key] = chance.choice(_terms(key))


def _earlier(zh: Any, day: dt.date) -> Any:
    """All days of an entry moved back by whole years, to before it was published."""
    years = [int(year) for year in _YEAR.findall(dumps({**zh, "published": ""}))]
    back = max(0, max(years, default=0) - day.year + 1)

    def moved(node: Any) -> Any:
        if isinstance(node, dict):
            return {key: moved(each) for key, each in node.items()}
        if isinstance(node, list):
            return [moved(each) for each in node]
        if not _ISO.fullmatch(node):
            return node
        text = re.sub(r"\d{4}", lambda year: str(int(year[0]) - back), node)
        return text.replace("-02-29", "-02-28")

    return moved(zh)


def _mix(zh: Any, en: Any, samples: list[Any], chance: random.Random) -> None:
    """Exchange the paragraphs of the longer texts with those of other entries of the kind."""
    for path in (("facts",), ("body",), ("answer",), ("reason",), ("lesson", "words")):
        donors = [each for each in samples if _at(each[1], path) and _at(each[2], path)]
        if not donors or not _at(zh, path) or not _at(en, path):
            continue
        parts = []
        for _ in range(max(2, _at(zh, path).count("\n\n") + 1)):
            donor = chance.choice(donors)
            texts = [_at(donor[n], path).strip().split("\n\n") for n in (1, 2)]
            where = chance.random()
            parts.append([text[int(where * len(text))] for text in texts])
        _put(zh, path, "\n\n".join(part[0] for part in parts) + "\n")
        _put(en, path, "\n\n".join(part[1] for part in parts) + "\n")


def _at(node: Any, path: tuple[str, ...]) -> Any:
    for step in path:
        node = node.get(step) if isinstance(node, dict) else None
    return node if isinstance(node, str) else None


def _put(node: Any, path: tuple[str, ...], text: str) -> None:
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = text


@dataclass
class _Words:
    """The names, days and numbers of one entry, put in place of those that its texts have."""

    chance: random.Random
    town: int
    shop: int
    drug: int
    day: dt.date

    def zh(self, node: Any) -> Any:
        return self._each(node, self._zh, "")

    def en(self, node: Any) -> Any:
        return self._each(node, self._en, "")

    def _each(self, node: Any, change: Any, key: str) -> Any:
        if isinstance(node, dict):
            return {name: self._each(each, change, name) for name, each in node.items()}
        if isinstance(node, list):
            return [self._each(each, change, key) for each in node]
        return change(_LINK.sub(r"\1", node), key)

    def _zh(self, text: str, key: str) -> str:
        if key == "address":
            return text
        if key == "number" and re.search(r"\d+号$", text):
            year, serial = self.day.year, self.chance.randrange(1, 2000)
            return f"示{TOWNS[self.town][0]}市监处罚〔{year}〕{serial}号"
        if key in ("sum", "amount") and text.isdigit() and len(text) > 2:
            return str(self.chance.randrange(1, 900) * 100)
        text = _DRUG.sub(lambda _: self._drug(), text)
        text = _TOWN.sub(TOWNS[self.town], _SHOP.sub(SHOPS[self.shop], text))
        text = _SUM.sub(lambda _: str(self.chance.randrange(2, 9000) * 10), text)
        return _DAY.sub(lambda _: f"{self.day.year}年{self.day.month}月{self.day.day}日", text)

    def _en(self, text: str, key: str) -> str:
        for name in ("inosine tablets", "norfloxacin capsules"):
            text = text.replace(name, DRUGS_EN[self.drug])
        text = re.sub(r"\b[Aa] pharmacy\b", SHOPS_EN[self.shop], text)
        return _SUM_EN.sub(lambda _: f"{self.chance.randrange(2, 9000) * 10:,}", text)

    def _drug(self) -> str:
        return DRUGS[self.drug] if self.chance.random() < 0.6 else self.chance.choice(DRUGS)


def _lines(node: dict[str, Any], indent: str) -> Iterator[str]:
    """*node* as the kind of YAML that an office writes."""
    for key, value in node.items():
        if isinstance(value, dict) and value:
            yield f"{indent}{key}:\n"
            yield from _lines(value, indent + "  ")
        elif isinstance(value, list) and value and not isinstance(value[0], str):
            yield f"{indent}{key}:\n"
            for each in value:
                if not each:
                    yield f"{indent}  - {{}}\n"
                    continue
                first, *rest = _lines(each, indent + "    ")
                yield f"{indent}  - {first.lstrip()}"
                yield from rest
        elif isinstance(value, list) and value:
            yield f"{indent}{key}:\n"
            yield from (f"{indent}  - {_scalar(each)}\n" for each in value)
        elif isinstance(value, str) and "\n" in value.strip():
            body = "".join(f"{indent}  {x}\n" if x else "\n" for x in value.strip().split("\n"))
            yield f"{indent}{key}: |\n{body}"
        elif isinstance(value, str):
            yield f"{indent}{key}: {_scalar(value.strip())}\n"
        else:
            yield f"{indent}{key}: {'{}' if isinstance(value, dict) else '[]'}\n"


def _scalar(text: str) -> str:
    good = _PLAIN.match(text) and text.lower() not in _WORDS and not text.endswith(" ")
    number = re.fullmatch(r"\d[\d.]*|\d{4}(-\d\d)*", text)
    return text if good or number else dumps(text, ensure_ascii=False)


def write(folder: Path, count: int, seed: int = 1) -> None:
    """An office with *count* such entries in *folder*, with the sample's shell and pages."""
    cases = folder / "cases"
    cases.mkdir(parents=True)
    for name in ("office.yml", "office.en.yml"):
        shutil.copy(ROOT / "cases" / name, cases / name)
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    for made in entries(count, seed):
        path = cases / made.path
        path.parent.mkdir(parents=True, exist_ok=True)
        for text, name in zip(made.texts(), (path.name, f"{path.stem}.en.yml"), strict=True):
            path.with_name(name).write_text(text, "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]), int((*sys.argv, "1")[3]))
