"""What a machine refuses, in Danish: a full disk, a file that one may not write, a file that is
where a folder should be. Everything else is a fault of the program and stays one."""

from __future__ import annotations

import errno
import os

from site_generator.problems import in_one_line

_FULL = (
    "Der er ikke plads på disken.",
    "Slet noget, fx mappen «.cache», som altid kan laves igen, og prøv igen.",
)
_TOO_LARGE = (
    "Maskinen tillader ikke så stor en fil{here}.",
    "Sæt grænsen op (ulimit -f unlimited), og prøv igen.",
)
_FORBIDDEN = (
    "Du har ikke lov til at læse eller skrive{here}.",
    "Få lov til mappen, eller vælg en anden.",
)
_IN_THE_WAY = (
    "En fil er, hvor der skal være en mappe, eller omvendt{here}.",
    "Flyt det, der er i vejen, eller vælg en anden mappe.",
)
_TOO_LONG = (
    "Navnet er for langt til denne disk{here}.",
    "Giv mappen eller filen et kortere navn.",
)
_BROKEN = (
    "Disken kan ikke læses eller skrives{here}.",
    "Se efter, om den er tilsluttet og hel, og prøv igen.",
)
_TOO_MANY = (
    "Maskinen har for mange filer åbne{here}.",
    "Luk nogle programmer, eller prøv med --jobs 1.",
)
_NO_MEMORY = ("Maskinen mangler hukommelse.", "Luk nogle programmer, eller prøv med --jobs 1.")

_NOWHERE = (
    "Der er ingen mappe til midlertidige filer, som der kan skrives i.",
    "Få plads på disken, eller sæt TMPDIR til en mappe, du må skrive i.",
)

_TOLD = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), _FULL),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), _FORBIDDEN),
    **dict.fromkeys((errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.ELOOP), _IN_THE_WAY),
    **dict.fromkeys((errno.EMFILE, errno.ENFILE, errno.EAGAIN), _TOO_MANY),
    errno.EFBIG: _TOO_LARGE,
    errno.ENAMETOOLONG: _TOO_LONG,
    errno.EIO: _BROKEN,
    errno.ENOMEM: _NO_MEMORY,
}


def in_danish(fault: OSError | MemoryError) -> tuple[str, str] | None:
    """What is wrong, and what to do about it; None where it is no matter of the machine."""
    if isinstance(fault, MemoryError):
        return _NO_MEMORY
    told = _TOLD.get(fault.errno or 0)
    if fault.errno == errno.ENOENT and fault.filename is None:  # Python's own, of all it has tried
        told = _NOWHERE
    if told is None:
        return None
    name = fault.filename
    here = f": «{in_one_line(os.fsdecode(name))}»" if isinstance(name, (str, bytes)) else ""
    return told[0].replace("{here}", here), told[1]
