"""Answers are scored as the library scores them, and lead to a result; nothing is kept.

The answers stand in the address, so that every step can be gone back to, reloaded and shared.
"""

from __future__ import annotations

import re
from html import unescape

from django.test import Client

from careerlattice.assess.forms import form_items
from careerlattice.assess.scoring import score_answers


def hidden(text: str) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="([A-Z]\d\d)" value="(\d)">', text))


def asked_item(text: str) -> str:
    """The item that a page of the adaptive form asks."""
    found = re.search(r'type="radio" name="([A-Z]\d\d)"', text)
    assert found is not None
    return found[1]


def chosen(text: str) -> list[tuple[str, str]]:
    """The answers that are ticked."""
    return re.findall(r'type="radio" name="([A-Z]\d\d)" value="(\d)" checked', text)


def test_the_short_form(client: Client) -> None:
    answers = {i.item_id: 4 if i.area == "social" else 1 for i in form_items("short")}
    response = client.get("/assess", {"questions": "short", "sent": 1} | answers)
    assert response.status_code == 303
    scores = score_answers(answers, "short").interests.scores
    assert "interests=" + "%2C".join(f"{round(s, 1):g}" for s in scores) in response["Location"]
    assert "R01" not in response["Location"]
    result = client.get(response["Location"])
    assert result.status_code == 200
    assert "Jobs that suit you" in result.content.decode()


def test_missing_answers_are_named_and_kept(client: Client) -> None:
    items = form_items("short")
    answers = {item.item_id: 3 for item in items[:20]}
    response = client.get("/assess", {"questions": "short", "sent": 1} | answers)
    assert response.status_code == 200
    text = response.content.decode()
    assert "10 questions have no answer yet" in text
    assert text.count(" checked") == 20


def test_the_adaptive_form_without_script(client: Client) -> None:
    data: dict[str, str | int] = {"questions": "adaptive"}
    text = client.get("/assess?questions=adaptive").content.decode()
    for _ in range(40):
        item = asked_item(text)
        data[item] = 4 if item.startswith("S") else 0
        response = client.get("/assess", data)
        if response.status_code == 303:
            break
        text = response.content.decode()
        assert hidden(text) == {k: str(v) for k, v in data.items() if k != "questions"}
    assert response.status_code == 303
    assert 12 <= len(data) - 1 <= 30
    assert client.get(response["Location"]).status_code == 200


def test_going_back_keeps_every_answer(client: Client) -> None:
    """Back asks a question again with its answer, and Next goes on to the one after it."""
    text = client.get("/assess?questions=adaptive").content.decode()
    given: dict[str, str] = {}
    for _ in range(5):
        item = asked_item(text)
        given[item] = "4" if item.startswith("S") else "1"
        text = client.get("/assess", {"questions": "adaptive"} | given).content.decode()
    order = list(given)
    for item in (order[4], order[3]):
        link = unescape(re.findall(r'class="button quiet back" href="([^"]+)"', text)[0])
        text = client.get(link).content.decode()
        assert asked_item(text) == item
        assert chosen(text) == [(item, given[item])]
        assert hidden(text) == {name: one for name, one in given.items() if name != item}
    assert f"Question {order.index(order[3]) + 1}" in text
    assert f'name="at" value="{order[4]}"' in text
    names = re.findall(r'name="([A-Z]\d\d)" value="\d"', text)
    assert list(dict.fromkeys(names)) == order


def test_the_json_page_says_where_the_result_is(client: Client) -> None:
    answers = {i.item_id: 4 if i.area == "social" else 1 for i in form_items("short")}
    asked = {"questions": "short", "sent": 1} | answers
    data = client.get("/assess.json", asked).json()["data"]
    assert data["result"] == client.get("/assess", asked)["Location"]
    assert (
        client.get("/assess.json", {"questions": "short"} | answers).json()["data"]["result"] == ""
    )


def test_skills_and_jobs_are_carried_along(client: Client) -> None:
    sent = {
        "questions": "skills", "interests": "8,22,6,38,8,20", "job": "cashier", "job_months": "24",
        "skill-2.A.1.a": "4.5", "sent": "1",
    }  # fmt: skip
    response = client.get("/assess", sent)
    assert response.status_code == 303
    location = response["Location"]
    assert "interests=8%2C22%2C6%2C38%2C8%2C20" in location
    assert "job=cashier" in location
    assert "skills=2.A.1.a%3A4.5" in location
    assert client.get(location).status_code == 200


def test_the_result_is_the_library_ranking(client: Client) -> None:
    from careerlattice.match.alike import join_alike
    from careerlattice.match.orders import order_weights
    from careerlattice.match.ranking import rank_occupations
    from careerlattice.profile.model import Interests, Profile
    from careerlattice.web.app_state import served_catalog

    body = client.get("/match.json?interests=8,22,6,38,8,20").json()["data"]
    from careerlattice.match.interests import read_scores

    assert isinstance(read_scores((8, 22, 6, 38, 8, 20)), Interests)
    mine = Profile(interests=read_scores((8, 22, 6, 38, 8, 20)))
    ranking = rank_occupations(served_catalog(), mine, order_weights(None, None, mine), limit=0)
    expected = join_alike(served_catalog(), mine, ranking, len(body["rows"]))
    assert [row["onet_soc_code"] for row in body["rows"]] == [e.row.onet_soc_code for e in expected]


def test_profile_file_is_one_the_library_reads(client: Client, tmp_path) -> None:  # type: ignore[no-untyped-def]
    from careerlattice.profile.files import load_profile

    response = client.get(
        "/profile-file?job=cashier&job_months=24&interests=8,22,6,38,8,20&education=high-school&state=OH"
    )
    path = tmp_path / "me.json"
    path.write_bytes(response.content)
    loaded = load_profile(path)
    assert loaded.work[0].title == "cashier"
    assert loaded.place.state == "OH"
    assert loaded.interests is not None
    assert loaded.interests.social == 38
