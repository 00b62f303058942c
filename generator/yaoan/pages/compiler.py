"""How our templates are compiled: calls as they stand, phrases put in, nothing escaped twice.

Jinja asks of every call whether the callee wants its context, and escapes again what `finalize`
has written. None of our callees does, and a voice writes only what is escaped. Without both, a page
takes half the time and says the same.
"""

from keyword import iskeyword

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef

from .voice import Voice

_WHOLE = ("pen", "site", "addresses", "parts", "loop")
"""What has all that a template asks of it."""


class Compiler(CodeGenerator):
    """Writes the Python of a template.

    The environment has `voice`, which speaks the language of the template, and `macro`.
    """

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """`f(a, b=c)` as it stands, where it is as plain as that."""
        odd = node.dyn_args or node.dyn_kwargs or any(iskeyword(each.key) for each in node.kwargs)
        if odd or forward_caller:
            return super().visit_Call(node, frame, forward_caller)
        self.visit(node.node, frame)
        self.write("(")
        for each in (*node.args, *node.kwargs):
            self.visit(each, frame)
            self.write(", ")
        return self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """`pen.to` as it stands; of other things one may ask whether they have what is asked."""
        if not (isinstance(node.node, nodes.Name) and node.node.name in _WHOLE):
            return super().visit_Getattr(node, frame)
        self.visit(node.node, frame)
        return self.write(f".{node.attr}")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("environment.macro(")
        super().macro_def(macro_ref, frame)
        self.write(")")

    def _output_child_to_const(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> str:
        """What is known before any page is written: plain text, constants, phrases."""
        if isinstance(node, nodes.TemplateData):
            return node.data
        voice: Voice = self.environment.voice  # type: ignore[attr-defined] # ours, see `Templates`
        if key := _phrase(node):
            return str(voice.say(key))
        return str(voice.show(node.as_const(frame.eval_ctx)))

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write("environment.finalize(")

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(")")


def _phrase(node: nodes.Expr) -> str | None:
    """The key of the phrase that `pen.say` is asked for, where nothing is to be put into it."""
    match node:
        case nodes.Call(
            node=nodes.Getattr(node=nodes.Name(name="pen"), attr="say"),
            args=[nodes.Const(value=str(key))],
            kwargs=[],
            dyn_args=None,
            dyn_kwargs=None,
        ):
            return key
    return None
