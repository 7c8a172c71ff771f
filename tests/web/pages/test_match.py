"""What suits a person: the order in their hands, alike jobs joined, something to hand over."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlparse

import pytest
from django.test import Client

from careerlattice.vocab.levels import EducationLevel
from careerlattice.web.pages.match.choices import schooling_choices

INTERESTS = "interests=16.7,36.7,10,26,20,15.7"
NURSING = "job=nursing+assistant&job_months=60&education=certificate&state=OH"


def text_of(client: Client, query: str) -> str:
    response = client.get(f"/match?{query}")
    assert response.status_code == 200
    return unescape(response.content.decode())


def data_of(client: Client, query: str) -> dict[str, Any]:
    response = client.get(f"/match.json?{query}")
    assert response.status_code == 200, response.content
    return response.json()["data"]


def test_only_what_was_told_is_weighed_first(client: Client) -> None:
    data = data_of(client, INTERESTS)
    assert data["order"] == "interests"
    assert data["weights"] == {"interests": 1.0}
    more = data_of(client, INTERESTS + "&education=high-school")
    assert more["order"] == "all"
    assert set(more["weights"]) == {"interests", "education", "pay", "outlook"}
    assert data_of(client, NURSING)["order"] == "all"


@pytest.mark.parametrize("order", ["interests", "pay", "open", "all"])
def test_every_order_shows_its_weights(client: Client, order: str) -> None:
    query = f"{INTERESTS}&{NURSING}&order={order}"
    data, text = data_of(client, query), text_of(client, query)
    assert data["order"] == order
    shown = text[text.index("This order weighs:") :].split("</p>")[0]
    assert shown.count('class="tag"') == len(data["weights"])
    assert len(re.findall(r'aria-current="true">(?:My|What|Open|All)', text)) == 1
    pays = [job["row"]["pay_p50_usd"] for job in data["jobs"]]
    if order == "pay":
        assert pays == sorted(pays, reverse=True)


def test_weights_are_changed_by_the_form_and_by_the_address(client: Client) -> None:
    query = f"{INTERESTS}&education=high-school"
    data = data_of(client, query + "&weights=pay%3D0,outlook%3D0")
    assert data["order"] == "all"
    assert data["weights"] == pytest.approx({"interests": 4 / 6, "education": 2 / 6}, abs=1e-3)
    # As the form sends them: each column under the same name.
    again = data_of(client, query + "&order=all&weights=pay%3D0&weights=outlook%3D0")
    assert again["rows"] == data["rows"]
    form = text_of(client, query)
    form = form[form.index('action="/match#jobs"') :].split("</form>")[0]
    assert re.findall(r'<select id="w-(\w+)" name="weights">', form) == list(
        data_of(client, query)["weights"]
    )
    assert '<option value="pay=2" selected>' in form


def test_links_keep_what_was_asked(client: Client) -> None:
    query = f"{INTERESTS}&education=high-school&max_education=associate&min_pay=40000"
    text = text_of(client, query + "&framework=2024")
    links = re.findall(r'<a href="(/match\?[^"]+)#jobs"', text)
    assert len(links) == 4
    for link in links:
        asked = parse_qs(urlparse(link).query)
        assert asked["max_education"] == ["associate"]
        assert asked["min_pay"] == ["40000"]
        assert asked["framework"] == ["2024"]
    weighed = text_of(client, query + "&weights=pay%3D9")
    filters = weighed[weighed.index("m-education") - 3000 : weighed.index("m-education")]
    assert 'name="weights" value="pay=9"' in filters
    chip = re.findall(r'<li><a href="(/match\?[^"]+)"><span class="hidden-text">Remove', weighed)
    assert all(parse_qs(urlparse(link).query)["weights"] == ["pay=9"] for link in chip)
    copied = re.findall(r'data-copy="([^"]+)"', weighed)[0]
    assert parse_qs(urlparse(copied).query)["min_pay"] == ["40000"]


@pytest.mark.parametrize(
    ("weights", "said"),
    [
        ("luck%3D1", "no column"),
        ("pay", "has no number"),
        ("pay%3Dmuch", "is no NAME=NUMBER"),
        ("pay%3D-1", "0 to 1,000"),
        ("pay%3D1e300", "0 to 1,000"),
        ("interests%3D0,pay%3D0,outlook%3D0", "All weights that could be used are 0"),
    ],
)
def test_weights_that_cannot_be(client: Client, weights: str, said: str) -> None:
    response = client.get(f"/match?{INTERESTS}&weights={weights}")
    assert response.status_code == 400
    assert said in unescape(response.content.decode())


def test_alike_jobs_are_one_entry(client: Client) -> None:
    data = data_of(client, INTERESTS + "&order=all")
    first = data["jobs"][:8]
    groups = [job["row"]["onet_soc_code"][:6] for job in first]
    assert len(set(groups)) == len(groups)
    joined = next(job for job in first if len(job["alike"]) > 3)
    text = text_of(client, INTERESTS + "&order=all")
    assert f"and {len(joined['alike'])} similar jobs" in text
    for one in joined["alike"]:
        assert f'href="/occupations/{one["code"]}"' in text
        assert one["place"] > joined["row"]["place"]
    places = [job["row"]["place"] for job in data["jobs"]]
    assert places == sorted(places)


def test_schooling_is_chosen_in_years(client: Client) -> None:
    def slugs(level: EducationLevel | None) -> list[str]:
        return [slug for slug, _label in schooling_choices(level, "")]

    assert slugs(None) == ["high-school", "associate", "bachelor", ""]
    assert slugs(EducationLevel.CERTIFICATE) == ["certificate", "associate", "bachelor", ""]
    assert slugs(EducationLevel.ASSOCIATE) == ["associate", "bachelor", "master", ""]
    assert slugs(EducationLevel.DOCTORAL) == ["doctoral", ""]
    assert "master" in [one for one, _label in schooling_choices(None, "master")]
    text = text_of(client, INTERESTS + "&max_education=associate")
    assert "Up to 2 years: associate degree" in text
    for job in data_of(client, INTERESTS + "&max_education=high-school")["jobs"]:
        assert job["row"]["onet_soc_code"][:4] != "29-1"


def test_shares_near_all_and_none_are_words(client: Client) -> None:
    for query in (INTERESTS + "&order=all", INTERESTS + "&order=pay", NURSING):
        text = text_of(client, query)
        assert not re.search(r"(more|less) than (0|100)% of", text)
        assert "Median pay" not in text
        assert "in United States" not in text
    assert "more than nearly all other occupations pay" in text_of(client, INTERESTS + "&order=pay")


def test_a_known_job_begins_with_the_steps_from_it(client: Client) -> None:
    text = text_of(client, NURSING)
    assert text.index("Steps others take from your job") < text.index("Jobs by what you can do")
    data = data_of(client, NURSING)
    assert data["steps"][0]["steps"][0]["title"].startswith("Licensed Practical")
    assert "what is usual in your job: nursing assistant" in data["rests_on"]
    assert "not what you like" in text
    assert "Steps others take" not in text_of(client, INTERESTS)


def test_the_counselor_sees_what_each_place_stands_on(client: Client) -> None:
    data = data_of(client, f"{INTERESTS}&{NURSING}")
    assert data["sheet"]
    rows = {job["row"]["onet_soc_code"]: job["row"] for job in data["jobs"]}
    for line in data["sheet"]:
        row = rows[line["code"]]
        assert line["place"] == row["place"]
        added = sum(cell["adds"] for cell in line["cells"] if cell["adds"] is not None)
        assert 50 + added == pytest.approx(100 * row["overall"], abs=0.4)
        assert line["verdict"].startswith(f"Number {line['place']}")
    text = text_of(client, f"{INTERESTS}&{NURSING}")
    sheet = text[text.index('id="counselor"') :].split("</section>")[0]
    assert "data-print" in sheet
    assert all(edition in sheet for edition in ("30.1", "May 2025", "2024-34"))


def test_places_of_the_sheet_are_among_the_jobs_kept(client: Client) -> None:
    data = data_of(client, f"{INTERESTS}&education=high-school&max_education=high-school")
    assert [line["place"] for line in data["sheet"]] == [
        job["row"]["place"] for job in data["jobs"][: len(data["sheet"])]
    ]
    assert f"of {data['kept']:,}" in data["sheet"][0]["verdict"]


def test_what_is_liked_most_is_above_the_mean_of_ones_own(client: Client) -> None:
    text = text_of(client, INTERESTS)
    liked = text[text.index('class="liked"') :].split("</dl>")[0]
    assert re.findall(r"<dt>(\w+)</dt>", liked) == ["Investigative", "Social"]
    assert "What you like most" not in text_of(client, "interests=20,20,20,20,20,20")


def test_a_person_is_set_beside_an_occupation(client: Client) -> None:
    query = f"{INTERESTS}&{NURSING}&why=29-1141.00"
    beside = data_of(client, query)["beside"]
    assert beside["line"]["title"] == "Registered Nurses"
    assert [one["yours"] for one in beside["interests"]] == [16.7, 36.7, 10, 26, 20, 15.7]
    assert beside["gaps"]
    text = text_of(client, query)
    assert "You and Registered Nurses" in text
    assert beside["line"]["verdict"] in text
    assert client.get(f"/match?{INTERESTS}&why=zzzzzz").status_code == 404


def test_ranks_follow_each_other_and_each_job_says_what_it_is(client: Client) -> None:
    data, text = data_of(client, INTERESTS), text_of(client, INTERESTS)
    jobs = data["jobs"]
    assert [job["rank"] for job in jobs] == list(range(1, len(jobs) + 1))
    assert re.findall(r'<span class="place">(\d+)</span>', text) == [
        str(job["rank"]) for job in jobs
    ]
    for job in jobs:
        assert job["what_they_do"]
        assert job["what_they_do"] in text
    later = data_of(client, INTERESTS + "&start=17&limit=10")["jobs"]
    assert [job["rank"] for job in later] == list(range(17, 27))


def test_what_all_share_is_said_once_and_the_rest_varies(client: Client) -> None:
    query = "interests=8,22,36,38,8,20"
    data, text = data_of(client, query), text_of(client, query)
    shown = text[text.index('id="jobs"') : text.index("This order weighs:")]
    assert (
        shown.count("Strong on what you like: artistic and social")
        + shown.count("Strong on what you like: social and artistic")
        == 1
    )
    mostly = [job["mostly"] for job in data["jobs"]]
    assert all(mostly)
    assert len(set(mostly)) >= 4


@pytest.mark.slow
def test_all_jobs_can_be_shown(client: Client) -> None:
    query = "interests=8,22,36,38,8,20"
    text = text_of(client, query)
    link = re.findall(r'href="(/match\?[^"]+limit=100)#jobs"', text)[0]
    assert "Show all 1,016 jobs in this order" in text
    seen = 0
    while link:
        page = unescape(client.get(link).content.decode())
        ranks = [int(rank) for rank in re.findall(r'<span class="place">(\d+)</span>', page)]
        assert ranks == list(range(seen + 1, seen + 1 + len(ranks)))
        seen += len(ranks)
        after = re.findall(r'href="(/match\?[^"]+)#jobs">Jobs after these', page)
        link = after[0] if after else ""
    assert seen > 400


def test_pay_published_by_the_hour_is_told_by_the_hour(client: Client) -> None:
    query = "interests=8,22,40,10,8,10"
    jobs = data_of(client, query + "&limit=100")["jobs"]
    musician = next(job for job in jobs if job["row"]["onet_soc_code"] == "27-2042.00")
    assert musician["pay_hour_usd"] == pytest.approx(47.8, abs=0.01)
    assert "$47.80 an hour" in text_of(client, query + "&limit=100")
    assert all(
        job["pay_hour_usd"] is None for job in jobs if job["row"]["title"] == "Art Directors"
    )
