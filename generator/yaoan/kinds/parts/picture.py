"""A picture with the words for those who cannot see it."""

from yaoan.forms import Form, Text, field


class Picture(Form):
    """A picture file that lies beside the entry."""

    file: str = field(
        "文件名", "File", "和条目放在同一个文件夹，.jpg、.png 或 .webp；公开时改成序号"
    )
    alt: Text = field("替代文字", "Alternative text", "写给看不到图片的人：图上有什么")
    credit: Text | None = field("图片来源", "Credit", default=None)
