"""Entries made by a seed: clean ones of every kind, and ones with one personal datum planted."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from stdnum import luhn
from stdnum.cn import ric, uscc

from yaoan.corpus import Record, record_of
from yaoan.diagnostics import Report, Source
from yaoan.forms import Form, Prose, Text, notes
from yaoan.kinds import all_kinds, example_of

KINDS = list(all_kinds())

# ── What clean entries are made of ────────────────────────────────────────────────────────────

DRUGS = ["阿莫西林胶囊", "布洛芬缓释胶囊", "复方甘草片", "金银花颗粒", "黄连上清片", "板蓝根颗粒", "盐酸二甲双胍片", "头孢克肟分散片", "硝苯地平缓释片", "六味地黄丸", "石膏", "何首乌", "白芍", "杜仲", "麻黄", "沙参", "马钱子", "牛黄解毒片", "云南白药", "一次性使用无菌注射器", "医用外科口罩", "血糖仪", "隐形眼镜", "面膜", "染发膏"]
FIRMS = ["某大药房", "某药店", "某诊所", "某卫生室", "某医药连锁有限公司", "某医疗器械经营部", "某美容院", "某化妆品店", "某村卫生室", "某中医诊所"]
MASKED = ["王某", "李某某", "张某甲", "张某乙", "陈某", "黄某霖", "高某", "马某某", "于某", "白某"]
ADDRESSES = ["滨河北路28号", "人民路156号", "建设大街12号", "解放路南段", "工业园区纬二路9号", "中心市场东门", "县城府前街6号"]
UNITS = ["盒", "瓶", "支", "袋", "片", "粒"]


def _batch(r: random.Random) -> str:
    forms = ("{:08d}", "A{:06d}", "2401{:03d}", "B{:05d}-2", "{:06d}", "H{:04d}X", "20240{:03d}", "1389{:07d}")
    return r.choice(forms).format(r.randrange(10**3))


def _code(r: random.Random) -> str:
    body = "91" + "".join(r.choice("0123456789") for _ in range(6))
    body += "".join(r.choice("0123456789ABCDEFGHJKLMNPQRTUWXY") for _ in range(9))
    return body + uscc.calc_check_digit(body)


SENTENCES = (
    "{day}，执法人员检查{firm}，在货架上发现{drug}{n}{unit}，批号{batch}，已超过有效期。",
    "{drug}的批准文号为国药准字{letter}{eight}，有效期至{year}年{month}月。",
    "当事人从无资质的个人手中购进{drug}{n}{unit}，每{unit}{price}元，货值{money}元。",
    "经查，当事人{masked}在网上销售{drug}，违法所得{money}元。",
    "{masked}承认从2023年3月起陆续销售，共获利{money}元；{masked}未提供进货票据。",
    "法定代表人{masked}到场说明情况，负责人对检查结果无异议。",
    "听取当事人陈述和申辩后，市场监督管理局依法作出处罚决定。",
    "{firm}位于{address}，持有药品经营许可证，许可证编号冀DA310{eight}。",
    "依据《药品管理法》第一百一十七条第一款，没收药品{n}{unit}，罚款{money}元。",
    "执法人员当场制作笔录，执法人员和当事人签字确认。",
    "投诉举报请拨打12315，也可以拨打12345。",
    "如有疑问，请拨打服务热线400-{three}-{four}或者全国统一电话12315。",
    "储存温度为2-8℃，检查时为{price}℃，偏离{n}小时。",
    "抽检{n}批次，合格{n}批次，合格率{price}%。",
    "产品条码为69{ten}3，医疗器械注册证号为国械注准20183{six}，规格0.3g*10粒*2板。",
    "追溯码为8{ten}{nine}，订单号{ten}{four}，发票号码{eight}。",
    "患者服药前应当看说明书，6岁以下儿童禁用，65岁以上老人减量。",
    "孕妇、儿童和老人用药要先问医生；患者不要自己加量。",
    "一名{old}岁的老人听信宣传，花{money}元买了保健食品。",
    "顾客反映药品包装破损，药店当场退款；消费者可以凭票要求赔偿。",
    "检查药店{n}家次，立案{n}件，罚没款{money}元，移送公安机关{n}件。",
    "在案件办理中，对举报人的信息严格保密，不得泄露。",
    "当事人许可证过期后仍从事经营活动，程序合法，证据充分。",
    "经营者应当建立进货查验记录制度，如实记录名称、规格、批号和有效期。",
    "本公告自2026年{month}月{n}日起施行，索引号000014348/2023-{five}。",
    "详见 https://www.example.gov.cn/col/2026/{eight}/art_{ten}.html 的公告。",
    "货值金额：{money}元；裁量：减轻处罚。依据：行政处罚法第三十二条。",
    "处方由执业药师审核，电子处方流转编号为RX{eight}{four}。",
    "这家店的小区门店和社区店都已停售，涉案产品已全部下架。",
    "当事人购进该产品20{unit}，销售{n}{unit}，剩余{n}{unit}，每{unit}售价{price}元。",
    "全市共有三千一百二十家药店参加，覆盖一百零八个乡镇、九百四十二个村。",
    "（一）购进渠道合法；（二）票据齐全；（三）储存符合要求。",
    "药师提醒：1）看批准文号；2）看有效期；3）看说明书。",
    "据参加活动的居民介绍，活动现场发放资料{n}份，咨询{n}人次。",
)
ENGLISH = (
    "On {day_en} officers inspected a pharmacy and found {n} boxes of an expired drug, batch {batch}.",
    "The approval number is printed on the pack; call 12315 with any question.",
    "The goods were worth RMB {money}; the illegal gains were RMB {price}.",
    "Patients should read the leaflet; children under 6 years should not take it.",
    "A buyer aged {old} paid RMB {money} for a food sold as a drug.",
    "The party, surnamed Wang, admitted the sales. Wang Mou had no licence.",
    "See https://www.example.gov.cn/art/{eight}/{ten}.html for the notice.",
    "Store at 2-8 °C; the reading was {price} °C for {n} hours.",
    "The clinic stands at 28 Binhe North Road and holds a licence.",
    "Reporters of breaches are kept secret; officers checked {n} shops.",
    "Under Article 117 of the Drug Administration Law the drugs were confiscated and RMB {money} fined.",
)


def _values(r: random.Random) -> dict[str, object]:
    def digits(count: int) -> str:
        return "".join(r.choice("0123456789") for _ in range(count))

    year, month, day = r.randint(2020, 2026), r.randint(1, 9), r.randint(1, 28)
    return {
        "day": f"{year}年{month}月{day}日", "day_en": f"{day} March {year}", "year": year,
        "month": month, "firm": r.choice(FIRMS), "drug": r.choice(DRUGS), "n": r.randint(2, 28),
        "unit": r.choice(UNITS), "batch": _batch(r), "letter": r.choice("HZSB"),
        "price": f"{r.randint(1, 90)}.{r.randint(1, 9)}", "old": r.randint(58, 93),
        "money": r.choice((f"{r.randint(100, 9999)}", f"{r.randint(1, 99)}万", f"{r.randint(1, 9)},{digits(3)},{digits(3)}.5")),
        "masked": r.choice(MASKED), "address": r.choice(ADDRESSES), "eight": digits(8),
        "three": digits(3), "four": digits(4), "five": digits(5), "six": digits(6),
        "nine": digits(9), "ten": digits(10),
    }  # fmt: skip


def _prose(r: random.Random, sentences: tuple[str, ...], count: int) -> str:
    return "".join(each.format(**_values(r)) for each in r.sample(sentences, count))


# ── The entries ───────────────────────────────────────────────────────────────────────────────

Tree = dict[str, Any]


def _plain(text: bytes) -> Tree:
    tree = yaml.load(text, yaml.BaseLoader)
    assert isinstance(tree, dict)
    return tree


def _texts(form: type[Form], tree: Tree, path: tuple = ()) -> Iterator[tuple[tuple, bool]]:
    """The paths of the texts in *tree* that a form reads as words; whether they may be long."""
    for note in notes(form):
        value = tree.get(note.key)
        for index, each in enumerate(value) if isinstance(value, list) else [(None, value)]:
            here = (*path, note.key) if index is None else (*path, note.key, index)
            if note.shape.form and isinstance(each, dict):
                yield from _texts(note.shape.form, each, here)
            elif note.shape.base in (Text, Prose) and isinstance(each, str) and each:
                yield here, note.shape.base is Prose


_KEPT = ("name", "publisher", "authority", "fictional_number", "by", "number", "asked_by", "version")
"""Texts that are names of offices and numbers, which no sentence is put into."""


def _set(tree: Tree, path: tuple, value: str) -> None:
    for step in path[:-1]:
        tree = tree[step]
    tree[path[-1]] = value


def _get(tree: Tree, path: tuple) -> str:
    for step in path:
        tree = tree[step]
    return str(tree)


def _made(r: random.Random, folder: str, serial: int) -> tuple[Tree, Tree, str]:
    form = all_kinds()[folder]
    zh, en = _plain(example_of(form.kind)), _plain(example_of(form.kind, ".en"))
    for tree, sentences, long in ((zh, SENTENCES, 7), (en, ENGLISH, 4)):
        for path, prose in list(_texts(form, tree)):
            if path[-1] not in _KEPT and path[0] not in ("sources", "batch"):
                count = r.randint(2, long) if prose else 1
                _set(tree, path, _prose(r, sentences, count))
    zh["title"] = f"{r.choice(FIRMS)}销售过期{r.choice(DRUGS)}案（{serial}）"
    for decision in zh.get("decisions", []):
        if decision.get("number"):
            decision["number"] = r.choice(("示市监处罚〔2025〕{}号", "示市监罚字【2024】第{:03d}号", "（示）药监药罚[2023]{}-2号")).format(serial + 1)
    if "parties" in zh:
        zh["parties"][0]["business_address"] = "示例县幸福小区3号楼1单元101室"
        zh["parties"][0]["legal_representative"] = r.choice(MASKED)
        if r.random() < 0.3:
            zh["parties"][0] |= {"name": "示例大药房有限公司", "naming": "named", "code": _code(r)}
    return zh, en, f"{form.kind.prefix}-2026-{serial + 1:04d}"


def _record(folder: str, ident: str, zh: Tree, en: Tree, in_order: bool = True) -> Record:
    form, report = all_kinds()[folder], Report()
    file = f"cases/{folder}/2026/{ident}"
    texts = (
        yaml.safe_dump(each, allow_unicode=True, sort_keys=False, width=10**6) for each in (zh, en)
    )
    sources = [Source(f"{file}{end}", text) for end, text in zip((".yml", ".en.yml"), texts, strict=True)]
    record = record_of(form, ident, *sources, report)
    assert record, ident
    assert not in_order or not report.problems, [(each.message.zh, each.span.text) for each in report]
    return record


def clean(seed: int) -> Record:
    """An entry with nothing personal in it, its kind by turns."""
    r = random.Random(seed)
    folder = KINDS[seed % len(KINDS)]
    zh, en, ident = _made(r, folder, seed)
    return _record(folder, ident, zh, en)


# ── Personal data ─────────────────────────────────────────────────────────────────────────────

SURNAMES = ["王Wang", "李Li", "张Zhang", "刘Liu", "陈Chen", "杨Yang", "赵Zhao", "周Zhou", "吴Wu", "徐Xu", "孙Sun", "胡Hu", "朱Zhu", "林Lin", "郭Guo", "罗Luo", "梁Liang", "宋Song", "郑Zheng", "谢Xie", "韩Han", "唐Tang", "冯Feng", "董Dong", "欧阳Ouyang", "司马Sima"]
GIVEN = ["建华Jianhua", "秀兰Xiulan", "志强Zhiqiang", "丽娟Lijuan", "海燕Haiyan", "子涵Zihan", "浩然Haoran", "雨桐Yutong", "欣怡Xinyi", "俊杰Junjie", "思源Siyuan", "桂芳Guifang", "国庆Guoqing", "小红Xiaohong", "伟Wei", "敏Min", "静Jing", "军Jun", "涛Tao", "梓萱Zixuan", "奕辰Yichen", "一诺Yinuo", "德福Defu", "春梅Chunmei", "振东Zhendong", "玉珍Yuzhen"]
_WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
_OLD = str.maketrans("张刘陈杨赵吴孙罗郑谢韩冯马华丽国红军杰静涛东", "張劉陳楊趙吳孫羅鄭謝韓馮馬華麗國紅軍傑靜濤東")
_NUMERALS = str.maketrans("0123456789", "〇一二三四五六七八九")


@dataclass(frozen=True)
class Datum:
    """One personal datum, said in Chinese and in English, and the rules that may find it."""

    kind: str
    zh: str
    en: str
    codes: frozenset[str]


def _split(word: str) -> tuple[str, str]:
    zh = "".join(each for each in word if ord(each) > 255)
    return zh, word[len(zh) :]


def _name(r: random.Random) -> tuple[str, str]:
    (surname, one), (given, other) = _split(r.choice(SURNAMES)), _split(r.choice(GIVEN))
    return surname + given, f"{one} {other}"


def _id(r: random.Random, old: bool = False) -> str:
    place = r.choice(["110101", "130434", "320583", "440103", "510703", "610112"])
    day = f"{r.randint(1, 12):02d}{r.randint(1, 28):02d}{r.randint(1, 999):03d}"
    if old:
        return f"{place}{r.randint(40, 85)}{day}"
    body = f"{place}{r.randint(1945, 2004)}{day}"
    return body + ric.calc_check_digit(body + "0")


def _mobile(r: random.Random) -> str:
    return "1" + r.choice(("38", "39", "50", "86", "77", "99")) + "".join(r.choice("0123456789") for _ in range(8))


def _card(r: random.Random) -> str:
    body = r.choice(("622202", "621226", "622848", "436742")) + "".join(r.choice("0123456789") for _ in range(r.choice((9, 12))))
    body = body[:15] if body.startswith("4") else body[:18]
    return body + luhn.calc_check_digit(body)


def _grouped(r: random.Random, digits: str, *sizes: int) -> str:
    mark, parts, at = r.choice(" -"), [], 0
    for size in sizes:
        parts.append(digits[at : at + size])
        at += size
    return mark.join([*parts, *([digits[at:]] if digits[at:] else [])])


def _parted(r: random.Random, digits: str, *sizes: int) -> str:
    """The digits in groups with marks between them that no number is written with."""
    return _grouped(random.Random(0), digits, *sizes).replace(" ", "-").replace("-", r.choice("，、/_*"))


def _of(codes: str) -> frozenset[str]:
    return frozenset(codes.split())


def _identity(r: random.Random) -> Datum:
    number = _id(r)
    shown = r.choice((number, number.translate(_WIDE), _grouped(r, number, 6, 8), number.translate(_NUMERALS), number.lower(), _parted(r, number, 6, 8)))
    zh = r.choice(("身份证号{}", "身份证号码：{}", "公民身份号码为{}", "（{}）", "其证件号是{}"))
    return Datum("resident ID, 18", zh.format(shown), f"ID number {shown}", _of("Y321"))


def _identity_15(r: random.Random) -> Datum:
    number = _id(r, old=True)
    shown = r.choice((number, number.translate(_WIDE), _grouped(r, number, 6, 6)))
    return Datum("resident ID, 15", f"身份证号：{shown}", f"identity card {shown}", _of("Y321"))


def _identity_masked(r: random.Random) -> Datum:
    number, mark = _id(r), r.choice("X*x＊")
    shown = number[:6] + mark * r.choice((8, 10)) + number[-4:]
    return Datum("ID masked by half", f"身份证{shown}", f"ID {shown}", _of("Y325 Y321"))


def _phone(r: random.Random) -> Datum:
    number = _mobile(r)
    shown = r.choice((number, number.translate(_WIDE), _grouped(r, number, 3, 4), "+86 " + number, number.translate(_NUMERALS), "86-" + number, f"{number[:3]}.{number[3:7]}.{number[7:]}", f"{number[:3]}—{number[3:7]}—{number[7:]}", number.translate(_WIDE)[:3] + number[3:], f"{number}（微信同号）", _parted(r, number, 3, 4), f"**{number[:3]}**{number[3:7]}**{number[7:]}**", f"0{number}"))
    zh = r.choice(("电话{}", "手机号：{}", "联系方式为{}", "，{}，", "请打{}"))
    return Datum("mobile", zh.format(shown), f"phone {shown}", _of("Y322"))


def _phone_masked(r: random.Random) -> Datum:
    number, mark = _mobile(r), r.choice("X*x")
    shown = r.choice((number[:3] + mark * 4 + number[-4:], number[:3] + mark * 3 + number[-3:]))
    return Datum("mobile masked by half", f"电话{shown}", f"phone {shown}", _of("Y325"))


def _landline(r: random.Random) -> Datum:
    area, number = r.choice(("0310", "021", "0755")), "".join(r.choice("0123456789") for _ in range(6))
    shown = r.choice((f"{area}-82{number}", f"({area})82{number}", f"{area} 82{number}", f"{area}82{number}"))
    return Datum("landline", f"其家中电话{shown}", f"his home phone {shown}", _of("Y327"))


def _account(r: random.Random) -> Datum:
    number = _card(r)
    shown = r.choice((number, _grouped(r, number, 4, 4, 4, 4), number.translate(_WIDE)))
    zh = r.choice(("银行卡号{}", "汇到{}", "收款账号：{}", "工商银行卡{}"))
    return Datum("bank card", zh.format(shown), f"card {shown}", _of("Y326"))


def _plate(r: random.Random) -> Datum:
    tail = "".join(r.choice("0123456789") for _ in range(4))
    shown = r.choice((f"冀D{tail}{r.choice('A1B2')}", f"晋J·A{tail}", f"粤B{tail}5D", f"京AD{tail}1", f"川A{tail}8"))
    return Datum("plate", f"驾驶{shown}小型轿车", f"a car, {shown}", _of("Y324"))


def _address(r: random.Random) -> Datum:
    n, m, k = r.randint(1, 30), r.randint(1, 6), r.randint(101, 2604)
    zh = r.choice((
        f"住幸福小区{n}号楼{m}单元{k}室", f"家住锦绣花园{n}栋{k}室", f"住址：王家庄村{m}组{n}号",
        f"现住南关村{n}号", f"住在阳光家园{n}幢{m}单元{k}", f"家庭住址为人民路{n}号院{m}号楼{k}室",
        f"李家屯{m}组{n}号的家中", f"户籍地某县东街{n}号", f"幸福里社区三栋二单元{k}室", f"住县城北关{n}号楼{m}单元",
        f"现居住在和谐家园小区{n}号楼", f"住址为东风镇李村{n}号", f"租住在阳光公寓{k}号",
        f"家在人民路{n}号", f"住某县某乡大王庄大街{n}号", f"收货地址：人民路{n}号院{m}号楼{k}",
        f"在其位于锦绣花园{n}-{m}-{k}的家中", f"住幸福小區{n}號樓{m}單元{k}室",
    ))  # fmt: skip
    en = r.choice((f"lives at {n} Renmin Road", f"Room {k}, Unit {m}, Building {n}", f"home address: No. {n}, Group {m}", f"No. {n}, Group {m}, Wangjia Village"))
    return Datum("home address", zh, en, _of("Y328"))


def _identifier(kind: str):
    def make(r: random.Random) -> Datum:
        return Datum(kind, *_said(kind, r), _of("Y324"))

    return make


IDENTIFIERS = ("WeChat", "QQ", "Alipay", "e-mail", "waybill", "badge", "papers", "medical record", "position")


def _said(kind: str, r: random.Random) -> tuple[str, str]:
    tail = r.choice("123456789") + "".join(r.choice("0123456789") for _ in range(7))
    every = {
        "WeChat": (r.choice((f"微信号：drug_{tail}", f"VX：abc_{tail}", f"微信号为yao-{tail}", f"微信（abc{tail}）", f"微信drug{tail}", f"加薇信yao{tail}", f"wxid_{tail}abc")), f"WeChat drug_{tail}"),
        "QQ": (r.choice((f"QQ号{tail}", f"QQ：{tail}", f"扣扣{tail}")), f"QQ {tail}"),
        "Alipay": (f"支付宝账号yao{tail}", f"Alipay account yao{tail}"),
        "e-mail": (f"邮箱yao{tail}@qq.com", f"e-mail yao{tail}@163.com"),
        "waybill": (r.choice((f"快递单号SF10{tail}123", f"运单号：{tail}12345", f"顺丰SF1{tail}1234")), f"waybill number SF10{tail}123"),
        "papers": (r.choice((f"护照号码：E{tail}", f"持有护照EA{tail[1:]}", f"港澳居民来往内地通行证号H{tail}", f"军官证号南字第{tail}号")), f"passport number E{tail}"),
        "medical record": (r.choice((f"住院号{tail}", f"病历号：{tail[2:]}", f"门诊编号为{tail}")), f"病历号{tail}"),
        "position": (f"在北纬3{tail[:1]}.{tail[1:5]}°、东经11{tail[:1]}.{tail[1:5]}°交货", f"GPS 3{tail[:1]}.{tail[1:7]}"),
        "badge": (r.choice((f"执法证号{tail}", f"执法证编号：冀D{tail}", f"执法证号为13{tail}")), f"badge number {tail}"),
    }  # fmt: skip
    return every[kind]


def _person(kind: str, zh: str, en: str, codes: str):
    def make(r: random.Random) -> Datum:
        name, english = _name(r)
        name = r.choice((name, name, name, name.translate(_OLD), " ".join(name), f"**{name}**"))
        roles, says = zh.split("|"), en.split("|")
        return Datum(kind, r.choice(roles).format(name), r.choice(says).format(english), _of(codes))

    return make


def _minor(r: random.Random) -> Datum:
    name, english = _name(r)
    age, masked = r.randint(2, 17), name[: 2 if name[:2] in ("欧阳", "司马") else 1] + "某"
    zh = r.choice((f"患者{masked}，{age}岁", f"{masked}某（{age}岁）服用后呕吐", f"学生{name}今年{age}周岁", f"{age}岁的{masked}就读于县第二小学"))
    return Datum("minor", zh, f"{english}, a {age}-year-old", _of("Y329"))


def _masked_clear(r: random.Random) -> Datum:
    return Datum("masked, then clear", "", "", _of("Y382"))


DATA = (
    _identity, _identity_15, _identity_masked, _phone, _phone_masked, _landline, _account, _plate,
    _address, *map(_identifier, IDENTIFIERS), _minor, _masked_clear,
    _person("patient", "患者{}|病人{}到场|{}患有糖尿病|{}确诊乙肝|患者：{}，女|患者{}因头晕就诊|受害人{}服药后死亡", "patient {}|a patient, {}", "Y330"),
    _person("witness", "证人{}|证人：{}|村民{}说|证人{}的证言|见证人（{}）|居民{}看到", "witness {}|a villager named {}", "Y330"),
    _person("officer", "执法人员{}|执法人员：{}|检查人员{}、李明|办案人员为{}|执法人员周涛、{}到场", "officer {}|inspector {}", "Y330"),
    _person("reporter", "举报人{}|投诉人{}反映|举报人为{}", "informant {}|the complainant {}", "Y330"),
    _person("party in text", "当事人{}|法定代表人：{}|店主{}说|经营者{}于当日到场|当事人名叫{}|当事人（{}）|法定代表人{}（男）|当事人{}、李明|经营者：{}，男|老板{}被问话|嫌疑人{}已到案|姓名：{}", "owner {}|the party {}|Mr {}", "Y381"),
)  # fmt: skip


def _clear_name(r: random.Random, zh: Tree, en: Tree) -> tuple[str, str]:
    """A name whose surname the entry masks: in its parties, or else in its first words."""
    name, english = _name(r)
    surname = name[: 2 if name[:2] in ("欧阳", "司马") else 1]
    if len(name) - len(surname) < 2:
        name, english = surname + "建华", english.split()[0] + " Jianhua"
    zh["summary"] = f"{surname}某销售过期药品。"
    return r.choice((f"{name}在店里", f"，{name}，", f"由{name}签字")), english


def planted(seed: int) -> tuple[Record, Datum]:
    """An entry with one personal datum in one of its texts, in one of its languages."""
    r = random.Random(f"planted {seed}")
    folder = KINDS[seed % len(KINDS)]
    zh, en, ident = _made(r, folder, seed)
    datum = DATA[seed % len(DATA)](r)
    if datum.kind.startswith("masked"):
        datum = Datum(datum.kind, *_clear_name(r, zh, en), datum.codes)
    tree, words = (en, datum.en) if r.random() < 0.3 else (zh, datum.zh)
    places = [path for path, _ in _texts(all_kinds()[folder], tree) if path[-1] not in _KEPT]
    if datum.kind.startswith("masked"):
        places = [path for path in places if path != ("summary",)] or places
    path = r.choice(places)
    old = _get(tree, path).rstrip("\n")
    zh_form, en_form = (("{old}{words}。", "{words}。{old}", "{old}（{words}）"), ("{old} {words}.", "{words}. {old}", "{old} ({words})"))
    _set(tree, path, r.choice(en_form if tree is en else zh_form).format(old=old, words=words))
    # A number masked with stars may also be a fault of emphasis; it must be found all the same.
    return _record(folder, ident, zh, en, in_order=False), datum
