"""A calendar's address is fetched over https from the open internet, within a size and a time."""

from __future__ import annotations

import contextlib
import ipaddress
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from site_generator.making.imports.fetching import MOST_BYTES, Rules, fetched, is_public
from site_generator.making.imports.happening import SourceError


class _Answers(BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        where = {
            "/videre": f"https://localhost:{self.server.server_address[1]}/hus.ics",
            "/ring": "/ring",
            "/ud": "http://localhost/hus.ics",
            "/fil": "file:///etc/passwd",
        }.get(self.path)
        if self.path == "/hoved":
            self._slow_headers()
            return
        self.send_response(302 if where else 404 if self.path == "/vaek" else 200)
        if where:
            self.send_header("Location", where)
        self.end_headers()
        with contextlib.suppress(OSError):  # who asked has gone
            self._body()

    def _body(self) -> None:
        if self.path == "/stor":
            for _ in range(MOST_BYTES // 65536 + 2):
                self.wfile.write(b"x" * 65536)
        elif self.path == "/drypper":
            with contextlib.suppress(OSError):
                while True:  # for ever, unless somebody has had enough
                    self.wfile.write(b"x")
                    self.wfile.flush()
                    time.sleep(0.1)
        else:
            self.wfile.write(b"BEGIN:VCALENDAR")

    def _slow_headers(self) -> None:
        with contextlib.suppress(OSError):
            for number in range(90):
                self.wfile.write(b"HTTP/1.0 200 OK\r\n" if number == 0 else b"X-A: b\r\n")
                self.wfile.flush()
                time.sleep(0.1)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Rules]]:
    """A server for https with a certificate of its own, and rules by which it may be asked."""
    folder = tmp_path_factory.mktemp("tls")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    files = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*command, *names, *files], check=True, capture_output=True)
    answering = ThreadingHTTPServer(("localhost", 0), _Answers)
    answering.daemon_threads = True
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    answering.socket = context.wrap_socket(
        answering.socket, server_side=True, do_handshake_on_connect=False
    )
    threading.Thread(target=answering.serve_forever, daemon=True).start()
    known = ssl.create_default_context(cafile=str(certificate))
    allowed = Rules(lambda address: address.is_loopback, known, seconds=2.0)
    yield f"https://localhost:{answering.server_address[1]}", allowed
    answering.shutdown()
    answering.server_close()


def refused(address: str, rules: Rules | None = None) -> str:
    with pytest.raises(SourceError) as fault:
        fetched(address, rules)
    return " ".join(fault.value.args)


def test_a_calendar_is_fetched_also_by_its_own_scheme(server: tuple[str, Rules]) -> None:
    address, rules = server
    assert fetched(f"{address}/hus.ics", rules) == b"BEGIN:VCALENDAR"
    assert fetched(f"webcal{address[5:]}/hus.ics", rules) == b"BEGIN:VCALENDAR"
    assert fetched(f"{address}/videre", rules) == b"BEGIN:VCALENDAR"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/ring", "i en ring"),
        ("/ud", "begynder ikke med https"),
        ("/fil", "begynder ikke med https"),
        ("/vaek", "fejl 404"),
        ("/stor", "over 10 MB"),
        ("/drypper", "for lang tid"),
        ("/hoved", "for lang tid"),
    ],
)
def test_what_is_wrong_is_told(path: str, said: str, server: tuple[str, Rules]) -> None:
    address, rules = server
    assert said in refused(f"{address}{path}", rules)


def test_a_machine_behind_the_net_is_never_asked(server: tuple[str, Rules]) -> None:
    """Also where the certificate is right and only its address is one of our own."""
    address, rules = server
    _Answers.asked.clear()
    assert "lukket net" in refused(f"{address}/hus.ics", Rules(context=rules.context))
    assert _Answers.asked == []


def test_a_certificate_that_nobody_knows_is_not_trusted(server: tuple[str, Rules]) -> None:
    address, rules = server
    assert "intet svar" in refused(f"{address}/hus.ics", Rules(rules.allowed, seconds=2.0))


@pytest.mark.parametrize(
    "address",
    [
        *("http://eksempel.dk/a.ics", "ftp://eksempel.dk/a.ics", "file:///etc/passwd"),
        *("https://user:code@eksempel.dk/a.ics", "https:///a.ics", "https://[::1", "webcal://"),
        *("https://127.0.0.1/a.ics", "https://[::1]/a.ics", "https://169.254.169.254/latest"),
        *("https://[::ffff:10.0.0.1]/", "https://0.0.0.0/", "https://2130706433/", "https://10.1/"),
    ],
)
def test_addresses_that_are_none_of_the_open_internet(address: str) -> None:
    assert refused(address)


def test_only_public_addresses_are_public() -> None:
    closed = ["127.0.0.1", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "0.0.0.0"]
    closed += ["100.64.0.1", "224.0.0.1", "::1", "fe80::1", "fc00::1", "::ffff:192.168.1.1"]
    closed += ["2002:7f00:1::", "ff02::1", "::"]
    assert [one for one in closed if is_public(ipaddress.ip_address(one))] == []
    assert all(is_public(ipaddress.ip_address(one)) for one in ("1.1.1.1", "2606:4700::1111"))
