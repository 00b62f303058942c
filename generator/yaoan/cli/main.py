"""The command `yaoan`: its commands gathered, its exit codes kept.

0 good, 1 entries or a built site refused, 2 wrong usage or not now, 3 the disk's fault or our own
(said in a sentence, not a traceback).
"""

import sys
from importlib import import_module
from pkgutil import iter_modules

import click

from yaoan import __version__
from yaoan.words import say

from .disk import disk
from .talk import Talk, sentence


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="yaoan")
def yaoan() -> None:
    """药安：把 YAML 条目变成双语的药品安全网站。 YAML entries in, a bilingual site out."""


def _gather() -> None:
    import yaoan.cli as room

    for module in iter_modules(room.__path__):
        found = getattr(import_module(f"{room.__name__}.{module.name}"), "COMMAND", None)
        if isinstance(found, click.Command):
            yaoan.add_command(found)


def main() -> None:
    """Run the command line and leave with its exit code."""
    _gather()
    try:
        code = yaoan(standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except click.Abort:
        sys.exit(2)
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(2)
    except OSError as fault:
        Talk("zh").error(disk(fault))
        sys.exit(3)
    except Exception as fault:  # the last line of defence: a sentence, no traceback
        Talk("zh").error(say("our_fault", what=sentence(fault)))
        sys.exit(3)
