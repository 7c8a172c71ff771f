"""A counselor's list in, a packet out; nothing of it is kept."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from careerlattice.web.pages.many import page

LIST = (
    "name,occupation,months_in_job,goal,state\n"
    "Ana,nursing assistant,24,registered nurse,OH\n"
    "Bo,cashier,12,xyzzy,OH\n"
    "Cy,cashier\n"
)


def sent(client: Client, data: bytes, name: str = "list.csv") -> Any:
    return client.post("/class", {"students": SimpleUploadedFile(name, data, "text/csv")})


def test_a_list_comes_back_as_a_packet(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page.importlib.util, "find_spec", lambda _name: None)
    response = sent(client, LIST.encode())
    assert response.status_code == 200
    assert response.headers["Content-Disposition"] == 'attachment; filename="class.zip"'
    files = zipfile.ZipFile(io.BytesIO(response.content))
    assert files.namelist() == ["class/001-ana.html", "class/all.html", "class/index.html"]
    index = files.read("class/index.html").decode()
    assert "1 of 3 students have a page" in index
    assert "No occupation is called &#x27;xyzzy&#x27;." in index
    assert "2 cells, where line 1 names 5 columns" in index
    assert "<h1>Ana</h1>" in files.read("class/001-ana.html").decode()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "choose a CSV file"),
        (b"salary\n3\n", "no column that can be read"),
        (b"\xff\xfe", "UTF-16"),
        (b"goal\n" + b"cook\n" * 61, "more than 60 rows"),
        (b"goal\n" + b"x" * 200_000, "choose a CSV file"),
    ],
)
def test_a_list_that_cannot_be_read_is_told_at_its_field(
    client: Client, data: bytes, says: str
) -> None:
    response = sent(client, data)
    text = response.content.decode()
    assert response.status_code == 400
    assert says in text
    assert 'href="#students"' in text


def test_a_list_is_never_on_disk(client: Client, tmp_path: Path, settings: Any) -> None:
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    sent(client, LIST.encode())
    sent(client, b"goal\n" + b"x" * 200_000)
    assert list(tmp_path.iterdir()) == []


def test_other_pages_take_no_files(client: Client) -> None:
    response = client.post("/clusters", {"students": SimpleUploadedFile("a.csv", b"x")})
    assert response.status_code == 405


def test_the_list_to_fill_in_has_every_column(client: Client) -> None:
    text = client.get("/class-list.csv").content.decode()
    columns = client.get("/class.json").json()["data"]["columns"]
    assert text.splitlines()[0].split(",") == [column["name"] for column in columns]
