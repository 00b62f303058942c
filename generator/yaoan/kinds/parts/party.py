"""A party to a case. What must never be published has no field here.

Resident ID, phone, bank account and home address are left out on purpose (Personal Information
Protection Law, Art. 6 and 25; SAMR Order 45 of 2021, Art. 6).
"""

from typing import Annotated

from yaoan.forms import CreditCode, Form, MedicalLicence, Term, Text, Vocabulary, field


class Party(Form):
    """A firm, institution or person, named as far as the naming policy allows."""

    name: Text = field("名称", "Name", "不点名时写“某药店”；自然人写“张某”，同姓的写“张某甲”")
    also: tuple[Text, ...] = field(
        "简称", "Also called", "正文里用的简称、店招、网店名；不再点名时一起换掉", default=()
    )
    masked_as: Text | None = field(
        "隐名写法",
        "Named when masked",
        "不再点名时写成什么，如“某药店”；不填由网站按类型写",
        default=None,
        shown=False,
    )
    kind: Annotated[Term, Vocabulary("subject_kind")] | None = field(
        "主体类型", "Kind of party", default=None
    )
    type: Annotated[Term, Vocabulary("party_type")] | None = field(
        "相对人类别", "Legal type", default=None
    )
    naming: Annotated[Term, Vocabulary("naming")] = field(
        "公开方式", "How it is named", default=Term("anonymous")
    )
    code: CreditCode | None = field(
        "统一社会信用代码", "Unified social credit code", "公开名称时才填", default=None
    )
    licence: MedicalLicence | None = field(
        "执业许可证登记号", "Medical licence number", "22 位，不是信用代码", default=None
    )
    licence_held: Text | None = field(
        "许可情况", "Licence held", "如“未取得药品经营许可证”", default=None
    )
    legal_representative: Text | None = field(
        "法定代表人", "Legal representative", "只写姓氏加某", default=None
    )
    business_address: Text | None = field(
        "经营地址", "Business address", "只写经营场所，不写住址；自然人不填", default=None
    )
    role: Text | None = field("在案中的作用", "Part played", default=None)

    def unnamed(self) -> "Party":
        """The party without the codes by which it could be looked up, its policy anonymous."""
        bare = {"code": None, "licence": None, "also": (), "business_address": None}
        return self.model_copy(update={**bare, "naming": Term("anonymous")})
