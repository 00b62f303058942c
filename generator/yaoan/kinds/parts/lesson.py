"""What a case teaches: the law explained, and what readers can do."""

from yaoan.forms import Form, Prose, Text, field


class Lesson(Form):
    """以案说法: always written by staff and marked as theirs."""

    words: Prose = field("说法", "What the law teaches", "讲清这条法律保护谁、禁止什么、为什么")
    by: Text = field("撰写", "Written by", "写单位或科室，不写个人姓名", example="")
    public: tuple[Text, ...] = field("消费者怎么做", "What consumers can do", default=())
    business: tuple[Text, ...] = field("经营者怎么做", "What businesses should do", default=())
    recognise: tuple[Text, ...] = field("怎么辨认", "How to recognise it", default=())
