"""READ: when the files that lie here changed last: as the history says, or since then.

What has not been committed is newer than all that has. There is no clock for it but the day of
the build, which is an argument.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha1, sha256
from pathlib import Path
from zoneinfo import ZoneInfo

from site_generator.read.remembered import FileState, HouseHistory

_DENMARK = ZoneInfo("Europe/Copenhagen")


@dataclass(frozen=True)
class FileDates:
    """When files changed last, in seconds since 1970: a house's own by their names in its folder
    (`events.yml`), shared ones by their whole paths. Empty where there is no history."""

    known: tuple[tuple[str, int], ...] = ()

    @cached_property
    def _by_name(self) -> dict[str, int]:
        return dict(self.known)

    def newest(self, names: Iterable[str]) -> dt.datetime | None:
        """When one of some files changed last (UTC); None where the history tells of none."""
        times = [self._by_name[name] for name in names if name in self._by_name]
        return dt.datetime.fromtimestamp(max(times), dt.UTC) if times else None

    def newest_day(self, names: Iterable[str]) -> dt.date | None:
        """The same as a day in Denmark."""
        moment = self.newest(names)
        return moment.astimezone(_DENMARK).date() if moment else None


NO_DATES = FileDates()


def file_dates(root: Path, slug: str, history: HouseHistory, today: dt.date) -> FileDates:
    """When the files of a house, and those that all share, changed last."""
    own = history.files
    if not own:
        return NO_DATES
    folder = root / "municipalities" / slug
    # Later than all that has been committed, so that whatever an entry draws from, it rises.
    newest = max(file.changed for file in (*own, *history.shared))
    since = max(newest + 1, _begin(today))
    shared = _known(root, history.shared, since)
    return FileDates((*_known(folder, own, since), *_new(folder, own, since), *shared))


def _begin(today: dt.date) -> int:
    return int(dt.datetime.combine(today, dt.time(), _DENMARK).timestamp())


def _known(folder: Path, files: tuple[FileState, ...], since: int) -> Iterator[tuple[str, int]]:
    for file in files:
        same = _same(folder / file.name, file.blob)
        yield file.name, file.changed if same else since


def _new(folder: Path, files: tuple[FileState, ...], since: int) -> Iterator[tuple[str, int]]:
    """Files that have never been committed."""
    known = {file.name for file in files}
    for file in sorted(folder.glob("*.yml")):
        if file.name not in known:
            yield file.name, since


def _same(file: Path, blob: str) -> bool:
    """Whether a file is as it was committed; lines may end as the machine likes it."""
    try:
        content = file.read_bytes()
    except OSError:
        return not blob
    return blob in (_blob_id(content, blob), _blob_id(content.replace(b"\r\n", b"\n"), blob))


def _blob_id(content: bytes, like: str) -> str:
    """The id that git would give a content, in the repository that an id is from."""
    kind = sha256 if len(like) == 64 else sha1
    return kind(b"blob %d\0%s" % (len(content), content)).hexdigest()
