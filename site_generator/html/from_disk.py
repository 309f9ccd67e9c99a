"""RENDER: a built site so that it works when its files are opened from a disk, without a server.

A browser then shows a folder as a list of files, gives scripts that are modules no way in, and
fetches nothing. So links lead to files, the one script is a plain one, and what the search would
have fetched stands in its page.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable
from html import escape, unescape
from typing import Any
from urllib.parse import urlsplit

Read = Callable[[str], bytes]

_LINK = re.compile(r'(\s(?:href|data-everything)="|content="0; url=)([^"]*)(?=")')
_FETCHED = re.compile(r'(?<=\sdata-(index|words)=")[^"]*\.json(?:\?[^"]*)?(?=")')
_POLICY = re.compile(r'(?<=http-equiv="Content-Security-Policy" content=")[^"]*(?=")')
_SCRIPT = re.compile(r'<script type="module" (src="[^"]*")[^>]*>')


def page_from_disk(html: str, read: Read) -> str:
    """A page of a built site; `read` gives the content of a file that the page names, by the
    relative address it is called by."""
    html = _LINK.sub(lambda found: found[1] + escape(_as_file(unescape(found[2]))), html)
    html = _FETCHED.sub(lambda found: _in_the_page(read(urlsplit(found[0]).path)), html)
    html = _POLICY.sub(lambda found: _let_files_in(found[0]), html)
    return _SCRIPT.sub(r"<script defer \1>", html)


def script_from_disk(script: str) -> str:
    """The script of a house, a module, as a plain one. It has no address of its own there."""
    without_address = script.replace("import.meta.url", "document.baseURI")
    return f'(async()=>{{"use strict";\n{without_address}}})();\n'


def _as_file(link: str) -> str:
    """Where a link leads to a folder of the site, to the page in it."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return link
    last = parts.path.rpartition("/")[2]
    if last in ("", ".", ".."):
        path = parts.path + ("/" if last else "") + "index.html"
        return parts._replace(path=path).geturl()
    return link


def _in_the_page(content: bytes) -> str:
    """What was fetched, as an address that holds it."""
    found = json.dumps(_links_as_files(json.loads(content)), ensure_ascii=False).encode()
    return f"data:application/json;base64,{base64.b64encode(found).decode()}"


def _links_as_files(value: Any) -> Any:
    if isinstance(value, list):
        return [_links_as_files(inner) for inner in value]
    if isinstance(value, dict):
        return {
            key: _as_file(inner) if key == "href" else _links_as_files(inner)
            for key, inner in value.items()
        }
    return value


def _let_files_in(policy: str) -> str:
    """A file has no origin that it could be the same as, in most browsers."""
    own = policy.replace("'self'", "'self' file:")
    return own.replace("connect-src ", "connect-src data: ")
