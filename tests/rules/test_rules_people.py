"""People and their numbers in texts: what is found, and what only looks like it."""

import datetime as dt
from dataclasses import replace

import pytest
from saying import entry, said

from conftest import DAY
from yaoan.corpus import Corpus
from yaoan.doors import Workshop
from yaoan.reference import Reference
from yaoan.rules import Context, check
from yaoan.rules.names import Names
from yaoan.rules.reading import Reading

FOUND = [
    ("身份证号110101 19900307 0011。", ["Y321"]),
    ("身份证号110101-19900307-0011。", ["Y321"]),
    ("身份证号一一〇一〇一一九九〇〇三〇七〇〇一一。", ["Y321"]),
    ("证件号110101900307001。", ["Y321"]),
    ("身份证号110101199003070012，校验位不对也是身份证号。", ["Y321"]),
    ("身份证1101011990********。", ["Y325"]),
    ("手机一三八一二三四五六七八。", ["Y322"]),
    ("手机138.1234.5678。", ["Y322"]),
    ("手机+86 138 1234 5678。", ["Y322"]),
    ("手机138****5678。", ["Y325"]),
    ("打入6222 0212 3456 7890 128。", ["Y326"]),
    ("账号0405010109221234567。", ["Y326"]),
    ("家里电话（0310）8222333。", ["Y327"]),
    ("其电话0310 822 2333。", ["Y327"]),
    ("驾驶冀D·12345送货。", ["Y324"]),
    ("驾驶冀AD12345送货。", ["Y324"]),
    ("加V信：yaofang2020。", ["Y324"]),
    ("扣扣12345678。", ["Y324"]),
    ("支付宝账号yao2020。", ["Y324"]),
    ("邮箱yao@qq.com。", ["Y324"]),
    ("快递单号SF1012345678123。", ["Y324"]),
    ("执法证号13040123456。", ["Y324"]),
    ("住王家庄村3组12号。", ["Y328"]),
    ("家住锦绣花园3栋501室。", ["Y328"]),
    ("户籍地某县东街12号。", ["Y328"]),
    ("住阳光小区三栋二单元五〇一室。", ["Y328"]),
    ("患者李某，16岁。", ["Y329"]),
    ("9岁女孩就读于县第二小学。", ["Y329"]),
    ("证人张三丰证明。", ["Y330"]),
    ("执法人员周涛、吴静到场。", ["Y330", "Y330"]),
    ("司马建国患有糖尿病。", ["Y330"]),
    ("当事人系王建国，男。", ["Y381"]),
    ("负责人：高明。", ["Y381"]),
    ("检查当天，王建国在店里。", ["Y383"]),
    # written so that a search for digits or names passes over it
    ("身份证号1101,0119,9003,0700,11。", ["Y321"]),
    ("号码110101/19900307/0011。", ["Y321"]),
    ("号码110101\n19900307\n0011。", ["Y321"]),
    ("①①⓪①⓪①①⑨⑨⓪⓪③⓪⑦⓪⓪①①", ["Y321"]),
    ("١١٠١٠١١٩٩٠٠٣٠٧٠٠١١", ["Y321"]),
    ("壹壹零壹零壹壹玖玖零零叁零柒零零壹壹", ["Y321"]),
    ("见[公告](https://www.example.gov.cn/a?id=110101199003070011)。", ["Y321"]),
    ("SFZ110101199003070011。", ["Y321"]),
    ("手机138/1234/5678。", ["Y322"]),
    ("手机138，1234，5678。", ["Y322"]),
    ("手机138*1234*5678。", ["Y322"]),
    ("手机**138**1234**5678**。", ["Y322"]),
    ("**重点**：手机１３８１２３４５６７８。", ["Y322"]),
    ("[打电话](tel:13812345678)给他。", ["Y322"]),
    ("tel13812345678。", ["Y322"]),
    ("手机008613812345678，家里013812345678。", ["Y322", "Y322"]),
    ("打入6222、0212、3456、7890、128。", ["Y326"]),
    ("驾驶冀d12345送货。", ["Y324"]),
    ("weixin：abc12345。", ["Y324"]),
    ("邮箱yao（at）qq.com。", ["Y324"]),
    ("邮箱yao @ qq.com。", ["Y324"]),
    ("中通快递73123456789012。", ["Y324"]),
    ("护照号码：EA1234567。", ["Y324"]),
    ("军官证号南字第12345678号。", ["Y324"]),
    ("王某的住院号0012345。", ["Y324"]),
    ("王某，男，1990年3月7日生，汉族。", ["Y324"]),
    ("王某出生于1990年3月7日。", ["Y324"]),
    ("在北纬36.3512°处交货。", ["Y324"]),
    ("抖音号：dy123456。", ["Y324"]),
    ("家在人民路12号。", ["Y328"]),
    ("住某县某乡大王庄大街18号。", ["Y328"]),
    ("收货地址：某市某路8号院2号楼301。", ["Y328"]),
    ("在其位于某小区3-2-501的家中。", ["Y328"]),
    ("住幸福小區3號樓2單元501室。", ["Y328"]),
    ("持130434198805121231身份证办理。", ["Y321"]),
    ("打款至建行6217000010001234567。", ["Y326"]),
    ("当事人之妻王秀芳在场。", ["Y381"]),
    ("李建军（系该店法定代表人）到场。", ["Y381", "Y383"]),
    ("购买者李建军称药无效。", ["Y330"]),
    ("王秀芳因糖尿病住院。", ["Y330", "Y383"]),
    ("當事人王建國承認。", ["Y381"]),
    ("当事人張建国承认。", ["Y381"]),
    ("当事人王 建 国承认。", ["Y381"]),
    ("当事人**王建国**承认。", ["Y381"]),
    ("当事人王**建国**承认。", ["Y381"]),
    ("当事人[王建国](https://www.example.gov.cn/a)承认。", ["Y381"]),
    ("当事人【王建国】承认。", ["Y381"]),
    ("当事人Wang Jianguo承认。", ["Y381"]),
    ("当事人买买提·艾力承认。", ["Y381"]),
    ("李秀英女士买了两盒。", ["Y381"]),
    ("群众王建国来电。", ["Y330"]),
    ("孕妇李秀英服用。", ["Y330"]),
    ("初一学生张某误服。", ["Y329"]),
]
CLEAR = [
    "批号13812345678，规格0.3g*10粒*2板。",
    "产品条码6901234567892，追溯码81234567890123456789。",
    "国械注准20183640123，国药准字H20013413。",
    "订单号202403151234567890，发票号码12345678。",
    "统一社会信用代码91110000600037341L。",
    "举报电话0310-3525315，热线400-123-4567，12315。",
    "当事人王某、张某甲和张某乙到场，负责人签字。",
    "听取当事人陈述、申辩，经营者应当进货查验。",
    "负责人高度重视，店主马上下架，当事人许可证过期。",
    "患者王建国（化名）服药后好转。",
    "6岁以下儿童禁用，14周岁以下减量，患者8~12岁遵医嘱。",
    "一名9岁儿童服用后呕吐。",
    "药店位于天安小区2号楼1单元101室。",
    "经营场所：天安大道88号天安小区2号楼1单元101室。",
    "小区药店、村卫生室12家，社区3个，第2小组5号文件。",
    "店里有石膏、何首乌、金银花、马齿苋、黄芪、白芍、张仲景牌六味地黄丸。",
    "王某卖金银花、王老吉凉茶和石家庄产的药。",
    "微信公众号、QQ群里不要转发。快递单号不公开。",
    "执法证件齐全。",
    "共检查药店1,234家、医院567家、诊所8,901家，罚款139万元、12345678.90元。",
    "各周的数是1 3 9 27 19 26 16 17 20，权数1-6-3-7-9-10-5-8-4-2。",
    "1、3、5、7、9、11、13、15日开门，9:00/12:00、13:00/17:30。",
    "国家在第12号公告中明确，记住国家药监局2026年第3号通告，抓住重点，守住底线。",
    "住院3天，住院部2号楼，宿舍区共3栋，出租房屋要登记。",
    "产品2024年3月7日生产，2026年3月7日生效的办法。",
    "群众高度关注，老人常买保健品，市民张贴海报，朋友圈转发，亲戚朋友许多人信了。",
    "王先生、李女士和张大妈都问过，群众王先生来电。患者程度不同，孕妇任何时候都要问医生。",
    "微信公众号和抖音号都叫“示例药安”。护照、社保卡、驾驶证都不收。门诊12人次，就诊3次。",
    "参考值③⑤⑦，脚注¹²，分成①②③④四步。",
    "中小学生用药要问家长，初三、高三学生要睡好，药价提高一倍，王某退款。小明（6岁）是课本里的名字。",
    "邮政编码056800，药店在邮政大楼旁，圆通速递拒收药品。",
    "规格为5*10*20，**重点**看批号**2401023**，见[公告](https://www.example.gov.cn/art/202603051234567890.html)。",
]


@pytest.fixture
def codes(sample: Workshop, national: Reference):
    def found(text: str, en: str = "") -> list[str]:
        record = entry("typical-cases", facts=text, en={"facts": en} if en else None)
        return [each.code for each in said(sample.corpus.office, national, DAY, record)]

    return found


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_a_personal_datum_is_found_once_under_its_rule(codes, text: str, expected: list) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize("text", CLEAR)
def test_what_only_looks_like_it_passes(codes, text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("The legal representative, Mr Wang Jianguo, said so.", ["Y381"]),
        ("Wang Jianguo, the owner, said so.", ["Y383"]),
        ("The patient Zhang Wei felt dizzy.", ["Y330", "Y383"]),
        ("He lives in Room 302, Unit 2, Building 5.", ["Y328"]),
        ("Call 138 1234 5678 or write to yao@qq.com.", ["Y322", "Y324"]),
        ("A boy, Li Hao, 9 years old, fell ill.", ["Y329", "Y383"]),
        ("Wang, an 8-year-old girl, fell ill.", ["Y329"]),
        ("He, an 8-year-old, fell ill.", []),
        ("The owner 王建国 said so.", ["Y381"]),
        ("The owner, Wang, Jianguo, said so.", ["Y381", "Y383"]),
        ("He was found in Dazu, Chongqing, Shu and two others fled.", []),
        ("Miss Zhang Wei bought two boxes.", ["Y381"]),
        ("It was reported by Zhang Wei.", ["Y330", "Y383"]),
        ("He, a resident of Room 501, Unit 2, left; his number plate is Ji D12345.", ["Y324", "Y328"]),
        ("The product “Huang Dao Yi Huoluo Oil” was sold in Ma'anshan, Jiangxi, by Xiong.", []),
        ("In Jin Shan District a shop, Tong Ren Tang, and a man surnamed Wang (Wang Mou).", []),
        ("Children under 6 years; officers checked 12 shops; call 12315.", []),
    ],
)
def test_english_texts_are_read_as_well(codes, english: str, expected: list) -> None:
    assert sorted(codes("检查了一家药店。", english)) == expected


def test_a_name_in_a_wrong_field_is_found_though_the_entry_is_not_in_order(
    sample: Workshop, national: Reference
) -> None:
    record = entry("notices", published="某日", body="举报人王建国反映。")
    assert record.entry is None
    assert [each.code for each in said(sample.corpus.office, national, DAY, record)] == ["Y330"]


def test_the_office_s_own_numbers_may_stand_anywhere(sample: Workshop, national: Reference) -> None:
    contact = {"zh": "法制科0310-3525311，邮箱fzk@weicheng.gov.cn", "en": ""}
    ours = sample.corpus.office.model_copy(
        update={"contact": type(sample.corpus.office.name)(**contact)}
    )
    record = entry("typical-cases", facts="请当事人打0310-3525311，或者写信到fzk@weicheng.gov.cn。")
    assert not said(ours, national, DAY, record)
    assert {each.code for each in said(sample.corpus.office, national, DAY, record)} == {
        "Y324",
        "Y327",
    }


def test_a_named_party_may_be_named(codes, sample: Workshop, national: Reference) -> None:
    party = {"name": "王建国", "kind": "natural_person", "naming": "named"}
    named = entry("typical-cases", facts="当事人王建国卖劣药。", parties=[party])
    assert not said(sample.corpus.office, national, DAY, named)


@pytest.mark.parametrize("way", ["related", "penalty number"])
def test_a_name_given_by_a_linked_entry_may_not_stand_where_it_is_masked(
    sample: Workshop, national: Reference, way: str
) -> None:
    named = {"name": "示例健民大药房", "kind": "pharmacy", "naming": "named"}
    number = {"decisions": [{"status": "decided", "number": "示市监处罚〔2026〕7号"}]}
    linked = number if way == "penalty number" else {}
    one = entry("typical-cases", "case-2026-0001", parties=[named], **linked)
    text = {"facts": "示例健民大药房卖过期药。", **linked}
    if way == "related":
        text["related"] = ["case-2026-0001"]
    other = entry("typical-cases", "case-2026-0002", **text)
    problems = said(sample.corpus.office, national, DAY, one, other)
    found = [(each.code, each.span.text) for each in problems if each.code == "Y382"]
    assert found == [("Y382", "示例健民大药房")]
    alone = entry("typical-cases", "case-2026-0002", facts=text["facts"])
    assert "Y382" not in {
        each.code for each in said(sample.corpus.office, national, DAY, one, alone)
    }


@pytest.mark.parametrize("field", ["alt", "file", "title of a source", "the English"])
def test_a_name_masked_once_is_in_clear_nowhere(
    sample: Workshop, national: Reference, field: str
) -> None:
    lines: dict = {"parties": [{"name": "李某", "kind": "natural_person"}]}
    picture = {"file": "check.jpg", "alt": "检查现场"}
    english = {}
    match field:
        case "alt":
            lines["pictures"] = [picture | {"alt": "李建国在签字"}]
        case "file":
            lines["pictures"] = [picture | {"file": "2026_lijianguo.jpg"}]
        case "title of a source":
            lines["sources"] = [{"publisher": "某局", "title": "李建国等人案"}]
        case _:
            english = {"facts": "On that day Li Jianguo sold them."}
    record = entry("typical-cases", en=english, **lines)
    codes = {each.code for each in said(sample.corpus.office, national, DAY, record)}
    assert "Y382" in codes


def test_without_the_data_on_names_nobody_is_found(
    sample: Workshop, national: Reference
) -> None:
    """The names come from the reference data, not from the program."""
    fewer = {key: each for key, each in national.vocabularies.items() if key != "name_part"}
    bare = replace(national, vocabularies=fewer)
    record = entry("typical-cases", facts="举报人王建国反映，李某的店卖劣药，李建国承认。")
    context = Context(Corpus(sample.corpus.office, (record,)), bare, DAY)
    assert not {each.code for each in check(context)} & {"Y330", "Y381", "Y382", "Y383"}


def test_a_place_in_the_folded_text_is_a_place_in_what_was_typed(national: Reference) -> None:
    record = entry("notices", body="电话１３８１２３４５６７８。")
    typed = Reading.of(record, Names.of(national)).typed
    at = typed.text.index("13812345678")
    assert typed.span(at, at + 11).text == "１３８１２３４５６７８"
    assert typed.path(at) == ("body",)


@pytest.mark.parametrize("day", [dt.date(2020, 1, 1), dt.date(2030, 1, 1)])
def test_personal_data_is_found_on_any_day(
    sample: Workshop, national: Reference, day: dt.date
) -> None:
    record = entry("notices", body="电话13812345678。")
    assert "Y322" in {each.code for each in said(sample.corpus.office, national, day, record)}


HIDDEN = {"name": "某药店", "kind": "pharmacy", "legal_representative": "陈某"}
SOURCE = {"publisher": "某局", "title": "劣药案"}


@pytest.mark.parametrize(
    "lines",
    [
        {"facts": "店主陈某，即陈建华，在场。"},
        {"facts": "陈 建 华在店里。"},
        {"facts": "陈**建华**在店里。"},
        {"facts": "陳建華在店里。"},
        {"facts": "由陈伟签字。"},
        {"facts": "陈伟在店里卖药。"},
        {"facts": "见[公告](https://www.example.gov.cn/陈建华)。"},
        {"facts": "见[公告](https://www.example.gov.cn/%E9%99%88%E5%BB%BA%E5%8D%8E)。"},
        {"sources": [SOURCE | {"address": "https://www.example.gov.cn/chenjianhua.html"}]},
        {"quiz": [{"question": "陈建华错在哪里？", "choices": ["甲", "乙"], "answer": 1, "why": "因为"}]},
        {"corrections": [{"on": "2026-03-01", "what": "把陈建华改成陈某", "why": "录入有误"}]},
        {"replies": [{"kind": "paid", "on": "2026-03-01", "words": "陈建华已缴清。"}]},
        {"pictures": [{"file": "a.jpg", "alt": "陈建华在店里"}]},
        {"en": {"facts": "Chen, Jianhua sold it."}},
    ],
)
def test_a_masked_name_is_found_in_clear_however_and_wherever_it_stands(
    sample: Workshop, national: Reference, lines: dict
) -> None:
    record = entry("typical-cases", parties=[HIDDEN], **lines)
    found = {each.code for each in said(sample.corpus.office, national, DAY, record)}
    assert "Y382" in found


@pytest.mark.parametrize(
    "text",
    ["药店里有陈皮、陈醋，陈列整齐，陈某说明情况。", "见https://www.chenzhou.gov.cn/art/2026.html。", "陈年旧药，陈旧柜台。"],
)
def test_words_that_begin_with_a_masked_surname_are_no_names(
    sample: Workshop, national: Reference, text: str
) -> None:
    record = entry("typical-cases", parties=[HIDDEN], facts=text)
    assert not said(sample.corpus.office, national, DAY, record)
