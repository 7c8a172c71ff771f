"""Downloads that are cut, refused, changed or damaged."""

from __future__ import annotations

import hashlib
import http.server
import json
import socket
import threading
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerlattice.errors import BadRequest, DataError, MissingFile, NoNetwork, ReleaseError
from careerlattice.sources.addresses import CIP_TITLES, ONET_ZIP, Download
from careerlattice.sources.download_lock import FILE
from careerlattice.sources.fetching import Patience, address_of, fetch

PATH = "/ipeds/cipcode/Files/CIPCode2020.csv"
ZIP = "/dl_files/database/db_30_1_text.zip"


@pytest.fixture
def pauses():
    return []


@pytest.fixture
def get(publisher_server, tmp_path, pauses):
    def ask(download=CIP_TITLES, **options):
        patience = Patience(timeout_s=5, pause_s=1, sleep=pauses.append)
        base = {"*": publisher_server.address}
        return fetch(download, tmp_path / "cache", base_urls=base, patience=patience, **options)

    return ask


def test_a_file_is_fetched_with_its_hash(get, publisher_server, tmp_path):
    shown = []
    got = get(progress=lambda *step: shown.append(step))
    data = publisher_server.files[PATH]
    assert got.path.read_bytes() == data
    assert (got.how, got.bytes) == ("downloaded", len(data))
    assert got.sha256 == hashlib.sha256(data).hexdigest()
    assert shown[-1] == ("CIPCode2020.csv", len(data), len(data))
    lock = json.loads((tmp_path / "cache" / FILE).read_text())
    assert lock["CIPCode2020.csv"]["sha256"] == got.sha256
    assert lock["CIPCode2020.csv"]["complete"] is True
    assert not list((tmp_path / "cache").glob("*.part"))


def test_a_file_that_did_not_change_is_not_sent_again(get, publisher_server):
    first = get()
    again = get()
    assert again.how == "unchanged"
    assert again.sha256 == first.sha256
    assert publisher_server.asked[-1][1]["If-None-Match"] == publisher_server.etag(PATH)


def test_a_file_that_changed_is_fetched_anew(get, publisher_server):
    get()
    publisher_server.files[PATH] += b'"51","51.3802","New","no","More","","",""\n'
    again = get()
    assert again.how == "downloaded"
    assert again.path.read_bytes() == publisher_server.files[PATH]


def test_a_file_that_was_changed_in_the_cache_is_fetched_anew(get, publisher_server):
    first = get()
    first.path.write_bytes(b"something else")
    assert get().path.read_bytes() == publisher_server.files[PATH]


def test_a_cut_connection_is_taken_up_where_it_ended(get, publisher_server, pauses):
    publisher_server.failures += ["cut:40", "cut:50"]
    got = get()
    assert got.how == "resumed"
    assert got.path.read_bytes() == publisher_server.files[PATH]
    ranges = [headers.get("Range") for _, headers in publisher_server.asked]
    assert ranges == [None, "bytes=40-", "bytes=90-"]
    assert publisher_server.asked[1][1]["If-Range"] == publisher_server.etag(PATH)
    assert pauses == [1, 1], "every new byte gives fresh patience"


def test_a_later_run_takes_up_what_an_earlier_one_left(get, publisher_server):
    publisher_server.failures += ["cut:40"] + ["500"] * 5
    with pytest.raises(NoNetwork, match="40 bytes are kept"):
        get()
    publisher_server.asked.clear()
    got = get()
    assert got.how == "resumed"
    assert publisher_server.asked[0][1]["Range"] == "bytes=40-"
    assert got.path.read_bytes() == publisher_server.files[PATH]


def test_a_part_that_was_tampered_with_is_thrown_away(get, publisher_server, tmp_path):
    publisher_server.failures += ["cut:40"] + ["500"] * 5
    with pytest.raises(NoNetwork):
        get()
    part = tmp_path / "cache" / "CIPCode2020.csv.part"
    part.write_bytes(b"x" * 40)
    publisher_server.asked.clear()
    assert get().path.read_bytes() == publisher_server.files[PATH]
    assert "Range" not in publisher_server.asked[0][1]


def test_bytes_beyond_the_last_note_are_not_trusted(get, publisher_server, tmp_path):
    publisher_server.failures += ["cut:40"] + ["500"] * 5
    with pytest.raises(NoNetwork):
        get()
    part = tmp_path / "cache" / "CIPCode2020.csv.part"
    part.write_bytes(part.read_bytes() + b"written before the power went out")
    assert get().path.read_bytes() == publisher_server.files[PATH]


@pytest.mark.parametrize("has_etags", [True, False])
def test_a_file_that_changes_between_two_parts_starts_over(get, publisher_server, has_etags):
    publisher_server.has_etags = has_etags
    publisher_server.failures += ["cut:40"] + ["500"] * 5
    with pytest.raises(NoNetwork):
        get()
    publisher_server.files[PATH] = publisher_server.files[PATH].replace(b"CIPFamily", b"CIPfamily")
    publisher_server.modified += 60
    assert get().path.read_bytes() == publisher_server.files[PATH]


def test_a_server_that_ignores_the_condition_is_found_out(get, publisher_server):
    """The range is sent although the file changed: its tag gives it away."""
    publisher_server.failures += ["cut:40"] + ["500"] * 5
    with pytest.raises(NoNetwork):
        get()
    publisher_server.files[PATH] = publisher_server.files[PATH].replace(b"CIPFamily", b"CIPfamily")
    publisher_server.ignores_condition = True
    got = get()
    assert got.path.read_bytes() == publisher_server.files[PATH]


def test_a_server_without_ranges_sends_the_whole_again(get, publisher_server):
    publisher_server.has_ranges = False
    publisher_server.failures += ["cut:40"]
    assert get().path.read_bytes() == publisher_server.files[PATH]


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.integers(0, 120), max_size=6), st.booleans())
def test_however_it_is_cut_the_file_arrives_whole(get, publisher_server, tmp_path, cuts, ranges):
    for path in (tmp_path / "cache").glob("*"):
        path.unlink()
    publisher_server.has_ranges = ranges
    publisher_server.failures[:] = [f"cut:{length}" for length in cuts[:4]]
    assert get().path.read_bytes() == publisher_server.files[PATH]
    publisher_server.failures.clear()


@pytest.mark.parametrize("status", ["500", "502", "503", "504", "429", "408"])
def test_a_passing_failure_is_tried_again(get, publisher_server, pauses, status):
    publisher_server.failures += [status] * 3
    assert get().how == "downloaded"
    assert pauses == [1, 2, 4], "each pause is twice the one before"


def test_a_lasting_failure_ends_in_one_clear_paragraph(get, publisher_server, pauses):
    publisher_server.failures += ["503"] * 9
    with pytest.raises(NoNetwork) as caught:
        get()
    assert len(publisher_server.asked) == 5
    assert "could not be reached: the server answered 503" in str(caught.value)
    assert "works offline" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("status", ["404", "403", "410"])
def test_a_file_that_is_gone_is_not_asked_for_again(get, publisher_server, status):
    publisher_server.failures += [status]
    with pytest.raises(MissingFile, match=f"answered {status}"):
        get()
    assert len(publisher_server.asked) == 1


def test_no_server_at_all(tmp_path, pauses):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(NoNetwork, match=r"could not be reached: .*run the command again"):
        fetch(
            CIP_TITLES, tmp_path, base_urls={"*": f"http://127.0.0.1:{port}"},
            patience=Patience(sleep=pauses.append),
        )  # fmt: skip
    assert len(pauses) == 1, "without a network nobody should have to wait"


def test_a_finished_file_serves_without_a_network(get, publisher_server):
    first = get()
    publisher_server.failures += ["500"] * 9
    again = get()
    assert again.how == "not checked"
    assert again.sha256 == first.sha256


def test_a_zip_cut_at_the_publisher_is_refused_and_not_kept(get, publisher_server, tmp_path):
    whole = publisher_server.files[ZIP]
    publisher_server.files[ZIP] = whole[:-100]
    with pytest.raises(DataError, match="the zip is damaged"):
        get(ONET_ZIP)
    assert not (tmp_path / "cache" / ONET_ZIP.name).exists()
    assert not (tmp_path / "cache" / f"{ONET_ZIP.name}.part").exists()
    publisher_server.files[ZIP] = whole
    assert get(ONET_ZIP).path.read_bytes() == whole


def test_a_zip_with_a_damaged_file_in_it(get, publisher_server):
    data = bytearray(publisher_server.files[ZIP])
    data[80:120] = b"\xff" * 40
    publisher_server.files[ZIP] = bytes(data)
    with pytest.raises(DataError, match="the zip is damaged"):
        get(ONET_ZIP)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b" \n<!DOCTYPE html><p>Log in to the network of this hotel", "it is a web page"),
        (b"", "it is empty"),
        (b"\x1f\x8b\x08", "packed with gzip"),
    ],
)
def test_what_is_not_the_file(get, publisher_server, body, words):
    publisher_server.files[PATH] = body
    with pytest.raises(DataError, match=words):
        get()


def test_a_known_hash_is_held_against_what_came(get, publisher_server):
    right = hashlib.sha256(publisher_server.files[PATH]).hexdigest()
    assert get(Download("nces-cip", CIP_TITLES.url, right)).sha256 == right
    publisher_server.files[PATH] += b"\n"
    with pytest.raises(DataError, match="the known one is"):
        get(Download("nces-cip", CIP_TITLES.url, right))


def test_another_mirror_says_nothing_about_this_one(get, publisher_server, tmp_path):
    get()
    lock = tmp_path / "cache" / FILE
    lock.write_text(lock.read_text().replace("127.0.0.1", "mirror.example"))
    assert get().how == "downloaded"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"CIPCode2020.csv": {"odd": 1}}'])
def test_a_damaged_lock_only_costs_a_download(get, tmp_path, text):
    get()
    (tmp_path / "cache" / FILE).write_text(text)
    assert get().how == "downloaded"


def test_a_cache_that_cannot_be_written(publisher_server, tmp_path):
    (tmp_path / "cache").write_text("a file")
    with pytest.raises(ReleaseError, match="--cache"):
        fetch(CIP_TITLES, tmp_path / "cache", base_urls={"*": publisher_server.address})


def test_addresses():
    assert address_of(ONET_ZIP, None) == ONET_ZIP.url
    assert address_of(ONET_ZIP, {"*": "http://localhost:8000/data/"}) == (
        "http://localhost:8000/data/dl_files/database/db_30_1_text.zip"
    )
    assert address_of(ONET_ZIP, {"nces.ed.gov": "http://localhost"}) == ONET_ZIP.url
    for base in ("file:///etc", "localhost:8000", "ftp://x/y", "/srv"):
        with pytest.raises(BadRequest, match="not the address of a mirror"):
            address_of(ONET_ZIP, {"*": base})


def test_more_bytes_than_a_file_may_have_are_not_taken(get, publisher_server, tmp_path):
    small = replace(CIP_TITLES, largest_bytes=100)
    with pytest.raises(DataError, match=r"which has at most 100"):
        get(small)
    assert not list((tmp_path / "cache").glob("*.part"))


def test_a_server_that_sends_next_to_nothing_is_given_up(publisher_server, tmp_path):
    now = [0.0]

    def clock() -> float:
        now[0] += 10
        return now[0]

    patience = Patience(timeout_s=5, sleep=lambda _: None, clock=clock, whole_s=100)
    publisher_server.files[PATH] = b"x" * 200_000
    with pytest.raises(NoNetwork, match=r"only .* bytes came|takes too long"):
        fetch(
            CIP_TITLES, tmp_path / "cache", base_urls={"*": publisher_server.address},
            patience=replace(patience, least_bytes_s=10**9),
        )  # fmt: skip


@pytest.mark.parametrize(
    "target", ["ftp://127.0.0.1/x", "http://other.example/x", "file:///etc/passwd"]
)
def test_a_redirect_to_another_place_is_not_followed(tmp_path, target):
    class Leads(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(302)
            self.send_header("Location", target)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Leads)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        with pytest.raises(MissingFile, match=r"was not followed|answered 302"):
            fetch(
                CIP_TITLES, tmp_path / "cache",
                base_urls={"*": f"http://127.0.0.1:{server.server_address[1]}"},
                patience=Patience(sleep=lambda _: None),
            )  # fmt: skip
    finally:
        server.shutdown()
        server.server_close()


def test_an_archive_that_unpacks_without_end_is_refused(
    get, publisher_server, pack_official, monkeypatch
):
    publisher_server.files[ZIP] = pack_official({"Skills.txt": b"x" * 100_000})
    monkeypatch.setattr("careerlattice.sources.fetching.MOST_UNPACKED", 50_000)
    with pytest.raises(DataError, match=r"unpacks to 100,000 bytes"):
        get(ONET_ZIP)
