"""IMPORTS: a calendar's public address is fetched: https only, from the open internet only.

The address may come from a stranger's pull request and is fetched by a machine that stands inside
somebody's network. So the name is looked up once, all it leads to must be public, and the
connection goes to exactly what was looked at (a second look-up could lead elsewhere). Each
redirection is judged anew. Size and time are bounded, and no proxy, cookie or password goes along.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from site_generator.making.imports.happening import SourceError

MOST_BYTES = 10 * 1024 * 1024
_MOST_HOPS = 5
_SECONDS = 30.0
_REDIRECTIONS = (301, 302, 303, 307, 308)

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def is_public(address: Address) -> bool:
    """Whether an address is one of the open internet, and not of a closed network."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast


@dataclass(frozen=True)
class Rules:
    """What may be fetched, and how. Only tests have others."""

    allowed: Callable[[Address], bool] = is_public
    context: ssl.SSLContext | None = None
    seconds: float = _SECONDS


def is_address(source: str) -> bool:
    """Whether a source is an address and not a file."""
    return "://" in source or source.lower().startswith("webcal:")


def fetched(source: str, rules: Rules | None = None) -> bytes:
    """What stands at an address (https: or webcal:). Raises SourceError, in Danish."""
    rules = rules or Rules()
    deadline = time.monotonic() + rules.seconds
    url = source
    for _ in range(_MOST_HOPS):
        answer = _asked(_parts(url), rules, deadline)
        if isinstance(answer, bytes):
            return answer
        url = urljoin(_as_https(url), answer)
    raise SourceError(
        "Adressen fører videre i en ring.", "Find kalenderens offentlige adresse igen."
    )


def _as_https(url: str) -> str:
    scheme, _, rest = url.partition(":")
    return f"https:{rest}" if scheme.lower() in ("webcal", "webcals") else url


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(_as_https(url))
        port = parts.port
    except ValueError:
        raise SourceError("Adressen kan ikke læses.", "Kopiér den fra kalenderen igen.") from None
    if parts.scheme != "https":
        raise SourceError(
            "Adressen begynder ikke med https://, så andre kan læse med eller ændre den.",
            "Brug adressen med https:// eller webcal://.",
        )
    if not parts.hostname or parts.username or parts.password or port == 0:
        raise SourceError("Adressen kan ikke bruges.", "Kopiér den fra kalenderen igen.")
    return parts


def _asked(parts: SplitResult, rules: Rules, deadline: float) -> bytes | str:
    """The answer, or where it leads on to."""
    host, port = str(parts.hostname), parts.port or 443
    connection = _Connection(host, port, _looked_up(host, port, rules), rules, deadline)
    # Each small bite of an answer comes in time; all of them together may take for ever.
    watch = threading.Timer(max(0.1, deadline - time.monotonic()), connection.cut)
    watch.daemon = True
    watch.start()
    try:
        return _answer(connection, parts)
    except (OSError, http.client.HTTPException, ValueError):
        if time.monotonic() >= deadline:
            raise SourceError("Svaret tog for lang tid.", "Prøv igen senere.") from None
        raise SourceError(
            f"Der kom intet svar fra {host}.", "Prøv igen senere, eller gem kalenderen som en fil."
        ) from None
    finally:
        watch.cancel()
        connection.close()


def _answer(connection: _Connection, parts: SplitResult) -> bytes | str:
    path = parts.path or "/"
    connection.request(
        "GET",
        f"{path}?{parts.query}" if parts.query else path,
        headers={"Accept": "text/calendar, text/csv, */*", "User-Agent": "familiehus"},
    )
    with closing(connection.getresponse()) as answer:
        if answer.status in _REDIRECTIONS and (location := answer.getheader("Location")):
            return location
        if answer.status != 200:
            raise SourceError(
                f"Adressen svarer med fejl {answer.status}.",
                "Se efter, om kalenderen stadig er delt offentligt.",
            )
        data = answer.read(MOST_BYTES + 1)
    if connection.was_cut:
        raise TimeoutError
    if len(data) > MOST_BYTES:
        raise SourceError("Kalenderen er over 10 MB.", "Del en kalender, der er mindre.")
    return data


def _looked_up(host: str, port: int, rules: Rules) -> str:
    """The address of a name; all of them must be such that may be asked."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = [ipaddress.ip_address(str(one[4][0]).split("%")[0]) for one in found]
    except (OSError, ValueError, UnicodeError):
        raise SourceError(
            f"Ingen kender {host[:100]}.", "Se efter, om adressen er rigtig."
        ) from None
    if not addresses or not all(map(rules.allowed, addresses)):
        raise SourceError(
            "Adressen fører til et lukket net.",
            "Brug kalenderens offentlige adresse, som alle kan åbne.",
        )
    return str(addresses[0])


class _Connection(http.client.HTTPSConnection):
    """One to an address that has been looked up, proved to be the one with the name."""

    def __init__(self, host: str, port: int, address: str, rules: Rules, deadline: float) -> None:
        left = max(0.1, min(10.0, deadline - time.monotonic()))
        context = rules.context or ssl.create_default_context()
        super().__init__(host, port, timeout=left, context=context)
        self.address, self.own_context, self.was_cut = address, context, False
        self._wire: ssl.SSLSocket | None = None

    def connect(self) -> None:
        plain = socket.create_connection((self.address, self.port), self.timeout)
        try:
            self._wire = self.own_context.wrap_socket(plain, server_hostname=self.host)
            self.sock = self._wire
        except OSError:
            plain.close()
            raise

    def cut(self) -> None:
        """End it from outside, whatever is waited for.

        `self.sock` is gone as soon as an answer has begun that closes the connection behind it.
        """
        self.was_cut = True
        with suppress(OSError):
            if self._wire is not None:
                self._wire.shutdown(socket.SHUT_RDWR)
