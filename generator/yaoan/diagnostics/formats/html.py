"""Problems as one HTML page, shown in the browser while previewing."""

from html import escape

from yaoan.bilingual import Bilingual, Language

from ..problem import Problem, Report

_TITLE = Bilingual("条目有 {count} 处需要修改", "{count} problems in the entries")
_HELP = Bilingual("怎么改：", "Help: ")
_STYLE = (
    "body{font:16px/1.7 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;"
    "color:#1f2328;background:#fff}pre{background:#f6f8fa;padding:.6rem 1rem;overflow:auto}"
    "article{border-left:4px solid #b42318;padding-left:1rem;margin:1.5rem 0}"
    "mark{background:#ffd8a8}"
)


def html(report: Report, language: Language) -> str:
    """A page of its own, with the mistyped stretch of each line marked."""
    title = _TITLE.fill(count=len(report)).in_(language)
    body = "".join(_article(problem, language) for problem in report)
    return (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title>'
        f"<style>{_STYLE}</style><h1>{title}</h1>{body}</html>"
    )


def _article(problem: Problem, language: Language) -> str:
    span = problem.span.head
    line, start = span.source.line(span.line), span.column - 1
    end = start + len(span.text)
    shown = (
        f"{escape(line[:start])}<mark>{escape(line[start:end]) or ' '}</mark>{escape(line[end:])}"
    )
    return (
        f"<article><h2>{problem.code} {escape(problem.message.in_(language))}</h2>"
        f"<p>{escape(span.source.name)}:{span.line}:{span.column}</p><pre>{shown}</pre>"
        f"<p><b>{_HELP.in_(language)}</b>{escape(problem.help.in_(language))}</p></article>"
    )
