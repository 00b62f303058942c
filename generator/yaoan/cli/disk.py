"""What the disk refused, said so that a person knows what to do."""

import errno

from yaoan.bilingual import Bilingual
from yaoan.words import say

_CAUSES = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "quota",
    errno.EROFS: "read_only",
    errno.EACCES: "forbidden",
    errno.EPERM: "forbidden",
    errno.EIO: "broken",
    errno.EBUSY: "busy",
    errno.EMFILE: "too_many",
    errno.ENFILE: "too_many",
    errno.EFBIG: "large",
    errno.ENAMETOOLONG: "name",
}
"""How each refusal of the disk is called in `words.yml`."""


def disk(fault: OSError) -> Bilingual:
    """What was refused, for which file, and what a person can do about it."""
    cause = _CAUSES.get(fault.errno or 0, "other")
    return say(
        "disk",
        cause=say("disk_" + cause, what=fault.strerror or fault),
        file=fault.filename or "?",
        advice=say("disk_do_" + cause),
    )
