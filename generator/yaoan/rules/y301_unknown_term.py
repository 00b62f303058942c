"""用了词表里没有的词 | A term that is not in its vocabulary

产品、违法类型、处罚种类等都从固定的词表里选。写了词表以外的词，这条就进不了分类，
公众按类查找时会漏掉它。

Products, violations, penalties and the like are chosen from fixed vocabularies. A word outside
them keeps the entry out of its lists, where readers would look for it.

Source: this project; vocabularies from the policy documents (S1) and statutes (L)
Bad: typical-cases
    products: [drugs]
Good: typical-cases
    products: [drug.vaccine]
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Fix, nearest
from yaoan.forms import Term
from yaoan.reference import Vocabulary

from .rule import Context, Entry, Finding, Record, rule

_MESSAGE = Bilingual("“{name}”词表里没有“{term}”", "“{term}” is not in the vocabulary “{name}”")
_MEANT = Bilingual("是不是想写“{term}”（{name}）？", "did you mean “{term}” ({name})?")
_CHOOSE = Bilingual("可选：{terms}", "one of: {terms}")


@rule("Y301", looks_at="values")
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    for found in record.holding(Term):
        vocabulary = context.reference.vocabularies.get(found.note.shape.vocabulary or "")
        if vocabulary and found.value not in vocabulary.terms:
            span = record.at(*found.path)
            message = _MESSAGE.fill(name=vocabulary.name, term=found.value)
            yield Finding(span, message, *_help(found.value, vocabulary, span))


def _help(typed: str, vocabulary: Vocabulary, span: object) -> tuple[Bilingual, Fix | None]:
    names = {term.name.zh: term for term in vocabulary.terms.values()}
    close = vocabulary.terms.get(nearest(typed, vocabulary.terms, 0.6) or "")
    close = close or names.get(nearest(typed, names, 0.4) or "")
    if close is None:
        return _CHOOSE.fill(terms="、".join(vocabulary.terms)), None
    return _MEANT.fill(term=close.id, name=close.name), Fix(span, close.id)  # type: ignore[arg-type]


RULE = check
