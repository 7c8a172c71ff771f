"""Fetching a publisher's file over HTTP: resumable, checked, kept in a cache folder.

A cache folder holds the finished files, unfinished ones as `<name>.part`, and `downloads.lock.json`
with what is known of each: address, validators sent by the server, bytes and SHA-256. A part is
taken up again only when its bytes still have the recorded hash and the server still has the same
file; otherwise it starts over.
"""

from __future__ import annotations

import hashlib
import http.client
import socket
import ssl
import time
import urllib.error
import urllib.request
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit, urlunsplit

from careerlattice.errors import (
    BadRequest,
    CareerlatticeError,
    DataError,
    MissingFile,
    NoNetwork,
    ReleaseError,
)
from careerlattice.sources.addresses import Download
from careerlattice.sources.download_lock import Entry, read_lock, write_entry

AGENT = "careerlattice (data pull)"
ATTEMPTS = 5
"""How often an address is tried without any new byte before giving up."""
MOST_REQUESTS = 60
"""How often it is tried at all, however few bytes each request brings."""
MOST_UNPACKED = 512 * 1024 * 1024
"""The most the members of an archive may have together."""
_CHUNK = 1 << 16
_CHECKPOINT = 1 << 22
_TRANSIENT = frozenset({408, 425, 429, 500, 502, 503, 504})

Progress = Callable[[str, int, int | None], None]
"""Called with a file's name, the bytes there so far, and all its bytes where they are known."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A finished file: where it is, its SHA-256, and how it came to be there.

    `how` is "downloaded", "resumed", "unchanged" (the server said so) or "not checked" (the server
    could not be asked; the file has the recorded hash).
    """

    name: str
    path: Path
    url: str
    bytes: int
    sha256: str
    how: str


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait: seconds for an answer, attempts, and the first pause between them.

    A file has to be there after `whole_s`, and to arrive at `least_bytes_s` a second over each
    stretch of `timeout_s`.
    """

    timeout_s: float = 60.0
    whole_s: float = 1_800.0
    least_bytes_s: int = 1_000
    attempts: int = ATTEMPTS
    pause_s: float = 1.0
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic


USUAL = Patience()


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows a redirect to the same host, never from https to http, and no other."""

    def redirect_request(
        self, req: urllib.request.Request, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        asked, led = urlsplit(req.full_url), urlsplit(newurl)
        is_safe = led.scheme == "https" or led.scheme == asked.scheme == "http"
        if not is_safe or _bare(led.hostname) != _bare(asked.hostname):
            raise MissingFile(
                f"{req.full_url} leads to {newurl[:200]!r}, which is another host than the one "
                "asked, or not safe, and was not followed. Look where the publisher has it now."
            )
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _bare(host: str | None) -> str:
    return (host or "").removeprefix("www.")


_OPENER = urllib.request.build_opener(_SameHost)


def address_of(download: Download, base_urls: Mapping[str, str] | None) -> str:
    """The address to ask: the publisher's, or the same path below another base.

    `base_urls` maps a host, or `*` for all of them, to the base that replaces it. Raises
    `BadRequest` for a base that is not an http address.
    """
    parts = urlsplit(download.url)
    base = (base_urls or {}).get(parts.netloc) or (base_urls or {}).get("*")
    if base is None:
        return download.url
    other = urlsplit(base)
    if other.scheme not in {"http", "https"} or not other.netloc:
        raise BadRequest(
            f"{base!r} is not the address of a mirror. Write it like http://localhost:8000"
        )
    path = other.path.rstrip("/") + parts.path
    return urlunsplit((other.scheme, other.netloc, path, parts.query, ""))


def fetch(
    download: Download,
    cache: Path,
    *,
    base_urls: Mapping[str, str] | None = None,
    progress: Progress = lambda _name, _done, _total: None,
    patience: Patience = USUAL,
) -> Fetched:
    """The file in `cache`, downloaded, resumed, or found unchanged.

    Raises `NoNetwork` when the address cannot be reached, `MissingFile` when the server has no such
    file, `DataError` when what came is damaged or not the known file, `ReleaseError` when the cache
    cannot be written.
    """
    url = address_of(download, base_urls)
    try:
        cache.mkdir(parents=True, exist_ok=True)
        return _Fetch(download, url, cache, progress, patience).run()
    except CareerlatticeError:
        raise  # NoNetwork is an OSError too
    except OSError as error:
        raise ReleaseError(
            f"The cache folder {cache} cannot be used: {error.strerror or error}. Name another one "
            "with --cache."
        ) from error


class _Cut(Exception):
    """The connection ended early or the server asked to come again; `wait_s` is its wish."""

    def __init__(self, why: str, wait_s: float = 0.0, *, far: bool = False) -> None:
        self.why, self.wait_s, self.far = why, wait_s, far
        super().__init__(why)


class _Fetch:
    """One file on its way into the cache."""

    def __init__(
        self, download: Download, url: str, cache: Path, progress: Progress, patience: Patience
    ) -> None:
        self.download, self.url, self.cache = download, url, cache
        self.progress, self.patience = progress, patience
        self.until = patience.clock() + patience.whole_s
        self.path = cache / download.name
        self.part = cache / f"{download.name}.part"
        self.entry = read_lock(cache).get(download.name) or Entry(url)
        if self.entry.url != url:
            self.entry = Entry(url)  # what another mirror sent says nothing about this address

    def run(self) -> Fetched:
        finished = self._finished()
        tries = asked = 0
        most = 0
        while True:
            try:
                asked += 1
                how = self._ask(finished)
                break
            except _Cut as cut:
                # Once the server sends another file, what the cache held is out of date.
                finished = finished and self.entry.complete
                have = self.part.stat().st_size if self.part.is_file() else 0
                tries = 1 if have > most else tries + 1
                most = max(most, have)
                limit = min(2, self.patience.attempts) if cut.far else self.patience.attempts
                is_late = self.patience.clock() > self.until
                if tries >= limit or asked >= MOST_REQUESTS or is_late:
                    if finished:
                        how = "not checked"
                        break
                    raise self._no_network(cut.why, have) from cut
                pause = self.patience.pause_s * 2 ** (tries - 1)
                self.patience.sleep(min(max(pause, cut.wait_s), 60.0))
        if how in {"downloaded", "resumed"}:
            self._finish()
        return Fetched(
            self.download.name, self.path, self.url, self.entry.bytes, self.entry.sha256, how
        )

    def _finished(self) -> bool:
        """Whether the cache holds the whole file with the recorded hash."""
        if not self.entry.complete or not self.path.is_file():
            return False
        return _sha256(self.path).hexdigest() == self.entry.sha256

    def _ask(self, finished: bool) -> str:
        """One request; what it brought. Raises `_Cut` when it should be made again."""
        start, digest = (0, hashlib.sha256()) if finished else self._resumable()
        headers = {"User-Agent": AGENT, "Accept-Encoding": "identity"}
        validator = self.entry.validator
        if finished and self.entry.etag:
            headers["If-None-Match"] = self.entry.etag
        elif finished and self.entry.last_modified:
            headers["If-Modified-Since"] = self.entry.last_modified
        elif start and validator:
            headers["Range"] = f"bytes={start}-"
            headers["If-Range"] = validator
        else:
            start, digest = 0, hashlib.sha256()
        request = urllib.request.Request(self.url, headers=headers)
        try:
            with _OPENER.open(request, timeout=self.patience.timeout_s) as answer:
                return self._receive(answer, start, digest)
        except urllib.error.HTTPError as error:
            return self._answer_to(error, start)
        except urllib.error.URLError as error:
            reason = error.reason
            far = isinstance(reason, socket.gaierror | ConnectionRefusedError) or (
                isinstance(reason, OSError) and not isinstance(reason, TimeoutError)
            )
            raise _Cut(getattr(reason, "strerror", None) or str(reason), far=far) from error
        except (http.client.HTTPException, ConnectionError, TimeoutError, ssl.SSLError) as error:
            raise _Cut(str(error) or type(error).__name__) from error

    def _answer_to(self, error: urllib.error.HTTPError, start: int) -> str:
        code = error.code
        if code == http.client.NOT_MODIFIED:
            return "unchanged"
        if code == http.client.REQUESTED_RANGE_NOT_SATISFIABLE and start:
            self.part.unlink(missing_ok=True)
            self._save(Entry(self.url))
            raise _Cut("the part at hand does not fit the file on the server") from error
        if code in _TRANSIENT:
            wish = error.headers.get("Retry-After", "")
            raise _Cut(
                f"the server answered {code} {error.reason}", float(wish) if wish.isdigit() else 0.0
            ) from error
        raise MissingFile(
            f"{self.url} answered {code} {error.reason}. The publisher may have moved the file; "
            "look for a newer version of careerlattice, or download the file yourself and run "
            "'careerlattice data build --from'."
        ) from error

    def _resumable(self) -> tuple[int, hashlib._Hash]:
        """How many bytes of the part can be trusted, and their hash so far."""
        if self.part.is_file() and not self.entry.complete and self.entry.bytes:
            digest = _sha256(self.part, self.entry.bytes)
            whole = self.part.stat().st_size >= self.entry.bytes
            if whole and digest.hexdigest() == self.entry.sha256:
                return self.entry.bytes, digest
        return 0, hashlib.sha256()

    def _receive(self, answer: http.client.HTTPResponse, start: int, digest: hashlib._Hash) -> str:
        etag, modified = answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", "")
        length = answer.headers.get("Content-Length", "")
        total = int(length[:18]) if length.isdigit() else None
        if total is not None:
            self._refuse_large(total)
        how = "downloaded"
        if answer.status == http.client.PARTIAL_CONTENT:
            first, whole = _content_range(answer.headers.get("Content-Range", ""))
            known = self.entry
            whole = known.length if whole is None else whole
            etag, modified = etag or known.etag, modified or known.last_modified
            same = (etag, modified, whole) == (known.etag, known.last_modified, known.length)
            if first != start or not same:
                self.part.unlink(missing_ok=True)
                self._save(Entry(self.url))
                raise _Cut("the file on the server changed")
            total, how = whole, "resumed"
        else:
            start, digest = 0, hashlib.sha256()
        self._save(Entry(self.url, etag, modified, total, start, digest.hexdigest()))
        self._write(answer, start, digest, total)
        if total is not None and self.entry.bytes != total:
            raise _Cut(f"the connection ended after {self.entry.bytes:,} of {total:,} bytes")
        return how

    def _write(
        self, answer: IO[bytes], start: int, digest: hashlib._Hash, total: int | None
    ) -> None:
        done, saved = start, start
        stretch, arrived = self.patience.clock(), start
        with self.part.open("r+b" if start else "wb") as part:
            part.seek(start)
            part.truncate()
            try:
                while chunk := answer.read(_CHUNK):
                    part.write(chunk)
                    digest.update(chunk)
                    done += len(chunk)
                    self.progress(self.download.name, done, total)
                    self._refuse_large(done)
                    now = self.patience.clock()
                    if now - stretch >= self.patience.timeout_s:
                        self._refuse_slow(done - arrived, now - stretch)
                        stretch, arrived = now, done
                    if done - saved >= _CHECKPOINT:
                        part.flush()
                        self._note(done, digest)
                        saved = done
            finally:
                part.flush()
                self._note(done, digest)

    def _refuse_large(self, size: int) -> None:
        most = self.download.largest_bytes
        if size > most:
            self.part.unlink(missing_ok=True)
            self._save(Entry(self.url))
            raise DataError(
                f"{self.url} sends {size:,} bytes or more as {self.download.name!r}, which has at "
                f"most {most:,}. Nothing of it was kept; look whether the publisher moved the file."
            )

    def _refuse_slow(self, bytes_: int, seconds: float) -> None:
        """Raise `_Cut` for a server that sends next to nothing, or when all the time is used up."""
        if bytes_ < self.patience.least_bytes_s * seconds:
            raise _Cut(f"only {bytes_:,} bytes came in {seconds:.0f} seconds")
        if self.patience.clock() > self.until:
            raise _Cut("it takes too long", far=True)

    def _note(self, done: int, digest: hashlib._Hash) -> None:
        self._save(replace(self.entry, bytes=done, sha256=digest.hexdigest()))

    def _finish(self) -> None:
        """Give the part its final name once it is what it should be."""
        expected = self.download.sha256
        flaw = _flaw(self.part, self.download.name)
        if expected and self.entry.sha256 != expected:
            flaw = f"its SHA-256 is {self.entry.sha256}, the known one is {expected}"
        if flaw:
            self.part.unlink(missing_ok=True)
            self._save(Entry(self.url))
            raise DataError(
                f"What {self.url} sent as {self.download.name!r} cannot be used: {flaw}. It was "
                "deleted; try again later, or look whether the publisher moved the file."
            )
        self.part.replace(self.path)
        self._save(replace(self.entry, complete=True))

    def _save(self, entry: Entry) -> None:
        self.entry = entry
        write_entry(self.cache, self.download.name, entry)

    def _no_network(self, why: str, have: int) -> NoNetwork:
        kept = f" {have:,} bytes are kept; the next try goes on from there." if have else ""
        return NoNetwork(
            f"{self.url} could not be reached: {why}.{kept} Check the network (and HTTPS_PROXY, if "
            "one is needed) and run the command again. Everything else works offline with the "
            "release that is shipped."
        )


def _content_range(text: str) -> tuple[int | None, int | None]:
    """First byte and whole length of `bytes 100-199/200`; none where they are not stated."""
    span, _, whole = text.removeprefix("bytes").strip().partition("/")
    first = span.split("-")[0]
    return (
        int(first) if first.isdigit() else None,
        int(whole) if whole.isdigit() else None,
    )


def _sha256(path: Path, limit: int | None = None) -> hashlib._Hash:
    """The hash of a file, or of its first `limit` bytes."""
    digest = hashlib.sha256()
    left = limit
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK if left is None else min(_CHUNK, left)):
            digest.update(chunk)
            if left is not None:
                left -= len(chunk)
    return digest


def _flaw(path: Path, name: str) -> str:
    """Why this cannot be the file its name says; empty when nothing speaks against it."""
    with path.open("rb") as file:
        start = file.read(512).lstrip()
    if start[:1] == b"<" and not name.endswith((".xml", ".html")):
        return "it is a web page"
    if not start:
        return "it is empty"
    if start[:2] == b"\x1f\x8b":
        return "it is packed with gzip, which was not asked for"
    if name.endswith(".zip"):
        try:
            with zipfile.ZipFile(path) as archive:
                whole = sum(entry.file_size for entry in archive.infolist())
                if whole > MOST_UNPACKED:
                    return f"it unpacks to {whole:,} bytes"
                broken = archive.testzip()
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
            return f"the zip is damaged ({error})"
        if broken:
            return f"the zip is damaged at {broken!r}"
    return ""
