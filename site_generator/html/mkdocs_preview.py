"""RENDER: the live preview, through the server that MkDocs has for it."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

# Not that somebody opened a file: we do so ourselves, each time.
_CHANGES: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
_BODY = re.compile(rb"<body\b[^>]*>")
# A page from elsewhere whose name is made to lead to this machine asks by that name (DNS
# rebinding), and must not read what is not published yet.
_OUR_NAME = re.compile(r"(?:localhost|127\.0\.0\.1)(?::[0-9]+)?", re.IGNORECASE)
_NOT_OUR_NAME = "Siden vises kun på http://127.0.0.1 og http://localhost på denne maskine."
# An editor saves in several steps, a few thousandths of a second from one to the next.
_SETTLED = 0.02


class _Handler(FileSystemEventHandler):
    def __init__(self, changed: Callable[[], None]) -> None:
        self._on_change = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        self._on_change()


# Takes the address of the page that somebody looked at last, and what to do with the notice once
# all the rest is made too; gives back the notice that holds until then.
Rebuild = Callable[[str, Callable[[str], None]], str]


class _Preview(LiveReloadServer):  # type: ignore[misc]
    """Hears of changes from the system, and lays what is wrong over the last good page."""

    _visible_epoch: int
    _wanted_epoch: int

    def __init__(self, rebuild: Rebuild, site: Path, port: int) -> None:
        super().__init__(
            builder=self._build, host="127.0.0.1", port=port, root=str(site), mount_path="/"
        )
        self.build_delay = _SETTLED
        self.observer = Observer()
        self._rebuild, self.notice = rebuild, ""
        self._looked_at = ""

    def watch_folder(self, folder: Path) -> None:
        handler = _Handler(self._changed)
        self._watched_paths[str(folder)] = 1
        self.observer.schedule(handler, str(folder), recursive=True, event_filter=_CHANGES)

    def _changed(self) -> None:
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def _build(self) -> None:
        self.notice = self._rebuild(self._looked_at, self._show_the_rest)

    def _show_the_rest(self, notice: str) -> None:
        """Let browsers load again what they show; unless a newer build is on its way to them."""
        with self._epoch_cond:
            self.notice = notice
            if self._visible_epoch == self._wanted_epoch:
                self._visible_epoch = self._wanted_epoch = self._visible_epoch + 1
                self._epoch_cond.notify_all()

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answers only who asks for this machine by its own name."""
        if not _OUR_NAME.fullmatch(environ.get("HTTP_HOST", "")):
            start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
            return [_NOT_OUR_NAME.encode()]
        address = environ["PATH_INFO"]
        if address.endswith(("/", ".html")):
            self._looked_at = address
        answer: Iterable[bytes] = super().serve_request(environ, start_response)
        return answer

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """Reloading is an inline script, which our policy forbids: a preview goes without it."""
        open_to_it = _POLICY.sub(b"", content)
        notice = self.notice.encode()
        noticed = _BODY.sub(lambda body: body[0] + notice, open_to_it, count=1)
        injected: bytes = super()._inject_js_into_html(noticed, epoch)
        return injected


def preview(site: Path, rebuild: Rebuild, watched: Sequence[Path], slug: str, port: int) -> None:
    """Show `site` in a browser at localhost, and build it anew when something watched changes.

    A notice is HTML to lay over every page, or nothing where all is well.
    """
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    server = _Preview(rebuild, site, port)
    server.url = f"http://127.0.0.1:{port}/{slug}/"
    server.builder()
    for folder in watched:
        server.watch_folder(folder.resolve())
    try:
        server.serve()
    except KeyboardInterrupt:
        server.shutdown()
