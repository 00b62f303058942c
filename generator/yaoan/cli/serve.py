"""`yaoan serve`: preview the site while writing."""

import datetime as dt
import threading
import time
from pathlib import Path

import click

from yaoan.bilingual import Language
from yaoan.checked import Known
from yaoan.diagnostics import FORMATS
from yaoan.doors import Preview, Workshop, render, snapshot, watch
from yaoan.store import FOLDER
from yaoan.words import say

from .options import day_option, folder_option, language_option, opened, quiet_option
from .talk import Talk, sentence


@click.command("serve")
@click.option("--port", type=int, default=8000, show_default=True)
@quiet_option
@day_option
@folder_option
@language_option
def COMMAND(  # noqa: N802
    port: int, quiet: bool, day: dt.date, folder: Path, language: Language
) -> None:
    """边写边看 preview while writing."""
    talk = Talk(language, quiet)
    preview = Preview()
    read = Known()
    try:
        server = preview.server(("127.0.0.1", port))
    except OSError:
        raise click.UsageError(say("port_taken", port=port).in_(language)) from None
    seen = snapshot(folder)
    with talk.progress(say("building")):
        _renew(opened(folder, day, language), preview, talk)

    def changed() -> None:
        started = time.monotonic()
        try:
            _renew(Workshop.open(folder, day, read=read, cache=folder / FOLDER), preview, talk)
        except Exception as fault:  # the preview goes on after a fault
            talk.error(say("our_fault", what=sentence(fault)))
            return
        talk.note(say("rebuilt", seconds=f"{time.monotonic() - started:.1f}"))

    stop = threading.Event()
    threading.Thread(target=watch, args=(folder, seen, changed, stop), daemon=True).start()
    talk.note(say("serving", address=f"http://127.0.0.1:{server.server_port}/"))
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        talk.note(say("stopped"))
    finally:
        stop.set()
        preview.close()


def _renew(workshop: Workshop, preview: Preview, talk: Talk) -> None:
    """Show the site as it is now, or what is wrong with it."""
    if workshop.report.failed:
        talk.report(workshop.report)
        preview.refuse(FORMATS["html"](workshop.report, talk.language))
        return
    warnings: list[str] = []
    preview.show(lambda out: warnings.extend(render(workshop, out)))
    for warning in warnings:
        talk.error(say("warned", what=warning))
