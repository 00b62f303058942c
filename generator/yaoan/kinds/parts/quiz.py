"""A question that an entry asks its readers, with the answer and the reason."""

from yaoan.forms import Form, Number, Text, field


class Quiz(Form):
    """One question with two options or more, one of them right; the quiz page asks it too."""

    question: Text = field("题目", "Question", "不看条目也能看懂；只问条目里写明的事")
    options: tuple[Text, ...] = field("选项", "Options", "两个到四个，只有一个对")
    right: Number = field("答案", "Right option", "对的是第几个选项，从 1 数起")
    why: Text = field("解释", "Explanation", "一两句，说明为什么")
