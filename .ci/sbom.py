"""Write which packages built the site: .ci/sbom.py LOCK OUT, as CycloneDX 1.6 in JSON.

The same lock and the same Python give the same bytes: the serial number is worked out from the
content and no moment is written. Says so and ends with 1 when what is installed is not what the
lock pins, because then the list would not be true.
"""

import hashlib
import json
import platform
import sys
import uuid
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from locked import Licences, Pin, pins

Json = dict[str, Any]


def bom(text: str, own: str, licences: Licences) -> Json:
    """The list of what a lock file pins, as CycloneDX wants it.

    `own` is the version of this project; licences are read from what is installed.
    """
    pinned = pins(text)
    digest = hashlib.sha256(text.encode()).hexdigest()
    project = {"type": "application", "bom-ref": "yaoan", "name": "yaoan", "version": own}
    python = {"type": "platform", "bom-ref": "python", "name": platform.python_implementation()}
    python |= {"version": platform.python_version()}
    body = {
        "metadata": {
            "component": project | _under("MIT"),
            "properties": [{"name": "yaoan:lock:sha256", "value": digest}],
        },
        "components": [python, *(_component(pin, licences.of(pin.name)) for pin in pinned)],
        "dependencies": _dependencies(pinned),
    }
    serial = uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(body, sort_keys=True))
    head = {"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": serial.urn}
    return head | {"version": 1} | body


def _component(pin: Pin, licence: str | None) -> Json:
    head = {"type": "library", "bom-ref": pin.name, "name": pin.name, "version": pin.version}
    return head | _under(licence) | {"purl": f"pkg:pypi/{pin.name}@{pin.version}"}


def _under(licence: str | None) -> Json:
    return {"licenses": [{"expression": licence}]} if licence else {}


def _dependencies(pinned: tuple[Pin, ...]) -> list[Json]:
    """Who needs whom: a lock tells of every package who asked for it."""
    names = {pin.name for pin in pinned}
    needs: dict[str, set[str]] = {name: set() for name in ("yaoan", *names)}
    needs["yaoan"].add("python")
    for pin in pinned:
        for asker in pin.via:
            needs[asker if asker in names else "yaoan"].add(pin.name)
    return [{"ref": name, "dependsOn": sorted(needs[name])} for name in sorted(needs)]


def untrue(pinned: tuple[Pin, ...]) -> list[str]:
    """A sentence for every package that is not installed as it is pinned."""
    told = []
    for pin in pinned:
        try:
            installed = version(pin.name)
        except PackageNotFoundError:
            installed = "nothing"
        if installed != pin.version:
            told.append(f"{pin.name}: {pin.version} is pinned, {installed} is installed")
    return told


def main(lock: Path, out: Path) -> int:
    """Write the list of what `lock` pins to `out`; the exit code."""
    text = lock.read_text("utf-8")
    if wrong := untrue(pins(text)):
        print(*wrong, sep="\n", file=sys.stderr)
        return 1
    made = bom(text, version("yaoan"), Licences.read())
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(made, indent=2, ensure_ascii=False) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
