"""With O*NET's own sentences in the release they stand where our own did, and tasks appear."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import polars as pl
import pytest
from django.test import Client

from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.release.locate import SHIPPED
from careerlattice.release.manifest import seal
from careerlattice.tables.registry import TABLES
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.web.onet import views

RN = "29-1141.00"
TEXTS = {
    "occupation_texts": [{"onet_soc_code": RN, "description": "Assess patients."}],
    "task_texts": [
        {"onet_soc_code": RN, "task_id": 2, "task": "Chart vital signs.", "is_core": False},
        {"onet_soc_code": RN, "task_id": 7, "task": "Give medicine.", "is_core": True},
    ],
    "element_texts": [
        {"element_id": "2.A.1.a", "name": "Reading Comprehension", "description": "To read."}
    ],
}


@pytest.fixture
def pulled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Catalog:
    """A catalog of the shipped release with a few sentences beside it, served."""
    for path in SHIPPED.iterdir():
        (tmp_path / path.name).symlink_to(path)
    manifest = json.loads((SHIPPED / "release.json").read_text(encoding="utf-8"))
    for name, rows in TEXTS.items():
        path = tmp_path / f"{name}.parquet"
        pl.DataFrame(rows, schema=TABLES[name].schema()).write_parquet(path)
        data = path.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        record = {"file": path.name, "rows": len(rows), "bytes": len(data), "sha256": digest}
        manifest["tables"][name] = record
    (tmp_path / "release.json").unlink()
    (tmp_path / "release.json").write_text(seal(manifest), encoding="utf-8")
    catalog = open_release(tmp_path)
    monkeypatch.setattr(views, "served_catalog", lambda: catalog)
    return catalog


def test_the_publishers_sentences_appear(client: Client, pulled: Catalog) -> None:
    assert [task.task_id for task in pulled.list_tasks(pulled.codes[0])] == []
    report = client.get(f"/onet/v2/online/occupations/{RN}/").json()
    assert report["description"] == "Assess patients."
    assert report["details_contents"][0]["title"] == "Tasks"
    tasks = client.get(f"/onet/v2/online/occupations/{RN}/details/tasks").json()["task"]
    assert [(task["id"], task["category"]) for task in tasks] == [
        ("7", "Core"),
        ("2", "Supplemental"),
    ]
    duties = client.get(f"/onet/v2/online/job_duties/tasks/{RN}").json()
    assert duties[0] == {"id": "7", "title": "Give medicine."}
    skills = client.get(f"/onet/v2/online/occupations/{RN}/details/skills?end=50").json()
    reading = next(one for one in skills["element"] if one["id"] == "2.A.1.a")
    assert reading["description"] == "To read."


def test_what_was_not_pulled_is_told_in_our_words(client: Client, pulled: Catalog) -> None:
    report = client.get("/onet/v2/online/occupations/31-1131.00/").json()
    words = pulled.get_words(OnetSocCode("31-1131.00"))
    assert words is not None
    assert report["description"] == words.what_they_do
