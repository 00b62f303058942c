"""Where an entry's facts come from."""

from yaoan.forms import Form, Text, WebAddress, When, field


class Source(Form):
    """A publication: who published it, its title, address and date."""

    publisher: Text = field("发布机构", "Publisher")
    title: Text = field("标题", "Title", "原标题点名当事人而本站不点名的，改写成不点名的标题")
    address: WebAddress | None = field("网址", "Address", "没有网址就不写", default=None)
    on: When | None = field("日期", "Date", default=None)
    via: Text | None = field("转载媒体", "Carried by", "看到的是转载时写明", default=None)
    note: Text | None = field("说明", "Note", default=None)
