"""Goods in a case: drugs, devices, cosmetics."""

from typing import Annotated

from yaoan.forms import Form, Quantity, Term, Text, Vocabulary, When, field


class Goods(Form):
    """One product, as it was found."""

    name: Text = field("产品名称", "Product", "用通用名；没有过错的厂家不写品牌")
    category: Annotated[Term, Vocabulary("product_category")] | None = field(
        "类别", "Category", default=None
    )
    approval: Text | None = field("批准文号或注册证号", "Approval number", default=None)
    batch: Text | None = field("批号", "Batch number", default=None)
    made: When | None = field("生产日期", "Made", default=None)
    expires: When | None = field("有效期至", "Expires", default=None)
    quantity: Quantity | None = field("数量", "Quantity", "如 4卷、3000余盒", default=None)
    state: Text | None = field("状态", "State", "如：已开封、在用", default=None)
