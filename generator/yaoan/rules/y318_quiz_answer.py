"""测验题没有答案 | A quiz question without its answer

一道题至少两个选项，`right` 写对的是第几个，从 1 数起。写了不存在的序号，读者就对不上答案。

A question has two options or more, and `right` says which of them is right, counted from 1. With a
number out of range readers have no answer to check against.

Source: this project
Bad: notices
    quiz:
      - {question: 便利店能卖药吗, options: [有证才行, 随便卖], right: 3, why: 要有药品经营许可证。}
Bad: notices
    quiz:
      - {question: 便利店能卖药吗, options: [有证才行], right: 1, why: 要有药品经营许可证。}
Good: notices
    quiz:
      - {question: 便利店能卖药吗, options: [有证才行, 随便卖], right: 1, why: 要有药品经营许可证。}
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual

from .rule import Context, Entry, Finding, Record, rule

_MESSAGE = Bilingual(
    "没有第 {number} 个选项，一共 {count} 个", "there is no option {number}; there are {count}"
)
_HELP = Bilingual("从 1 数起，写对的是第几个", "count from 1, and say which one is right")
_ALONE = Bilingual("只有一个选项，不成题", "one option makes no question")
_MORE = Bilingual("再写一个到三个不对的选项", "add one to three options that are not right")


@rule("Y318", looks_at="entry")
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    for index, one in enumerate(entry.quiz):
        count = len(one.options)
        if count < 2:
            yield Finding(record.at("quiz", index, "options"), _ALONE, _MORE)
        elif not 1 <= one.right <= count:
            message = _MESSAGE.fill(number=one.right, count=count)
            yield Finding(record.at("quiz", index, "right"), message, _HELP)


RULE = check
