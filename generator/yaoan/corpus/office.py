"""The office that publishes: its name, level, hotline and the numbers a government site carries."""

from typing import Annotated, Literal, get_args

from yaoan.forms import (
    CreditCode,
    Form,
    IndexPattern,
    Term,
    Text,
    Vocabulary,
    WebAddress,
    YesNo,
    field,
)

SignOff = Literal["handler", "legal", "secrecy", "personal_data"]
SIGN_OFFS: tuple[SignOff, ...] = get_args(SignOff)
"""The four reviews, by the keys of their fields."""


class Office(Form):
    """The publishing office, as `cases/office.yml` gives it."""

    site_name: Text = field("网站名称", "Name of the site")
    tagline: Text | None = field("一句话介绍", "Tagline", default=None)
    name: Text = field("主办单位", "Published by")
    level: Annotated[Term, Vocabulary("level")] = field("层级", "Level")
    place: Annotated[Term, Vocabulary("place")] = field("地区", "Place")
    parent: Text | None = field("上级单位", "Higher authority", default=None)
    hotline: str = field("投诉举报电话", "Hotline", "全国统一热线 12315")
    report_address: WebAddress | None = field("网上举报地址", "Report online", default=None)
    contact: Text | None = field("更正联系方式", "Contact for corrections", default=None)
    site_url: WebAddress | None = field("网站地址", "Address of the site", default=None)
    code: CreditCode | None = field("统一社会信用代码", "Credit code", default=None)
    site_code: str | None = field("政府网站标识码", "Government site code", default=None)
    icp: str | None = field("ICP 备案号", "ICP number", default=None)
    police_record: str | None = field("公安备案号", "Public-security record", default=None)
    government_mark: WebAddress | None = field(
        "党政机关网站标识",
        "Mark of a government site",
        "标识链接的网址，由编制部门发给",
        default=None,
    )
    find_errors: WebAddress | None = field(
        "政府网站找错",
        "Report errors on government sites",
        "“我为政府网站找错”的网址",
        default=None,
    )
    index_pattern: IndexPattern | None = field(
        "索引号格式",
        "Pattern of index numbers",
        "如 示市监/{year}-{kind}{serial}，花括号里的取自条目编号",
        default=None,
    )
    official: YesNo = field("正式网站", "Official site", "演示和试用写“否”", default=False)
    sign_offs: tuple[SignOff, ...] | None = field(
        "须签署的审核",
        "Sign-offs needed",
        "缺一项，条目就不公开；正式网站默认四项都要，写 [] 表示不要",
        default=None,
    )
    demonstration: Text | None = field(
        "演示说明", "Demonstration note", "显示在每页顶部", default=None
    )

    @property
    def root(self) -> str | None:
        """The address of the site with a slash at its end; None while it has none."""
        return f"{self.site_url.rstrip('/')}/" if self.site_url else None

    @property
    def needs_signed(self) -> tuple[str, ...]:
        """The reviews that every entry needs, by the keys of their fields."""
        if self.sign_offs is not None:
            return self.sign_offs
        return SIGN_OFFS if self.official else ()
