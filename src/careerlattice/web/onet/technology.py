"""Software and tools: of an occupation, and by product."""

from __future__ import annotations

from dataclasses import dataclass

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Occupation
from careerlattice.web.onet.ask import Ask, Json, NoSuchThing
from careerlattice.web.onet.route import Route
from careerlattice.web.onet.shapes import ordered, services, with_zone

NO_POSTINGS = "no counts or shares of job postings"
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Tool:
    """A product that an occupation uses, with its kind (UNSPSC commodity)."""

    code: str
    example: str
    commodity_code: int
    commodity: str
    is_hot: bool
    is_in_demand: bool


class Tools:
    """All products of a catalog, by occupation, by product and by kind."""

    def __init__(self, catalog: Catalog) -> None:
        frame = catalog.release.table("technology_skills").sort("onet_soc_code", "example")
        columns = (
            "onet_soc_code",
            "example",
            "commodity_code",
            "commodity",
            "is_hot",
            "is_in_demand",
        )
        self.of: dict[str, list[Tool]] = {}
        self.using: dict[str, list[Tool]] = {}
        self.kinds: dict[int, list[Tool]] = {}
        for row in frame.select(columns).iter_rows():
            tool = Tool(*row)
            self.of.setdefault(tool.code, []).append(tool)
            self.using.setdefault(tool.example, []).append(tool)
            self.kinds.setdefault(tool.commodity_code, []).append(tool)


def tools_of(catalog: Catalog, code: str) -> list[Tool]:
    """The products of an occupation: those in demand first, then hot ones, then by name."""
    found = catalog.keep(Tools).of.get(code, [])
    return sorted(found, key=lambda tool: (not tool.is_in_demand, not tool.is_hot, tool.example))


def by_commodity(catalog: Catalog, code: str) -> dict[tuple[int, str], list[Tool]]:
    """The products of an occupation by code and name of their kind, largest kinds first."""
    kinds: dict[tuple[int, str], list[Tool]] = {}
    for tool in tools_of(catalog, code):
        kinds.setdefault((tool.commodity_code, tool.commodity), []).append(tool)
    return dict(sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0][1])))


def example_shape(tool: Tool) -> Json:
    """A product with what marks it."""
    found: Json = {"title": tool.example}
    if tool.is_hot:
        found["hot_technology"] = True
    if tool.is_in_demand:
        found["in_demand"] = True
    return found


def example_link(ask: Ask, tool: Tool) -> Json:
    """A product with the address of the occupations that use it."""
    return {**example_shape(tool), "href": _example_url(ask, tool.example)}


def technology_skills(ask: Ask) -> Json:
    """The products of an occupation by kind, a few of each at once."""
    code = ask.code
    tools = tools_of(ask.catalog, code)
    before: list[tuple[str, Json]] = []
    for name, path, rows in (
        ("hot_technology", "hot_technology", [tool for tool in tools if tool.is_hot]),
        ("in_demand_skills", "in_demand_skills", [tool for tool in tools if tool.is_in_demand]),
    ):
        if rows:
            href = ask.url("online/occupations", code, path)
            before.append((name, {"total": len(rows), "href": href}))

    def kind(item: tuple[tuple[int, str], list[Tool]]) -> Json:
        (commodity, title), members = item
        found: Json = {
            "code": commodity,
            "related": ask.url("online/technology/categories", commodity),
            "title": title,
            "example": [example_link(ask, tool) for tool in members[:_SHOWN]],
        }
        if len(members) > _SHOWN:
            found["example_more"] = [example_link(ask, tool) for tool in members[_SHOWN:]]
        return found

    return ask.page("category", list(by_commodity(ask.catalog, code).items()), kind, before)


def marked(ask: Ask) -> Json:
    """The hot technologies, or the skills in demand, of an occupation."""
    ask.choice("sort", ("percentage", "title"))
    is_hot = ask.path.rstrip("/").endswith("hot_technology")
    rows = [
        tool
        for tool in tools_of(ask.catalog, ask.code)
        if (tool.is_hot if is_hot else tool.is_in_demand)
    ]
    rows.sort(key=lambda tool: tool.example)
    return ask.page("example", rows, lambda tool: example_link(ask, tool))


def hot_technologies(ask: Ask) -> list[Json]:
    """Every hot technology by name."""
    ask.choice("sort", ("job_postings", "title"))
    tools = ask.catalog.keep(Tools)
    hot = sorted(name for name, uses in tools.using.items() if any(use.is_hot for use in uses))
    return [{"href": ask.url("online/hot_technology", name), "title": name} for name in hot]


def technology_services(ask: Ask) -> list[Json]:
    """The searches of technology."""
    return services(
        ask,
        ("examples/search", "Search examples of technology"),
        ("categories/search", "Search kinds of technology"),
    )


def search_examples(ask: Ask) -> Json:
    """The products whose names hold the keyword."""
    words = ask.required("keyword").lower().split()
    names = sorted(ask.catalog.keep(Tools).using)
    found = [name for name in names if all(word in name.lower() for word in words)]
    return ask.page("example", found, lambda name: {"title": name, "href": _example_url(ask, name)})


def search_categories(ask: Ask) -> Json:
    """The kinds of products whose names hold the keyword."""
    words = ask.required("keyword").lower().split()
    kinds = ask.catalog.keep(Tools).kinds
    found = sorted(
        (uses[0].commodity, code)
        for code, uses in kinds.items()
        if all(word in uses[0].commodity.lower() for word in words)
    )
    return ask.page("category", found, lambda kind: _category(ask, kind[1], kind[0]))


def users_of_example(ask: Ask) -> Json:
    """The occupations that use a product."""
    name = ask.parts["title"]
    uses = ask.catalog.keep(Tools).using.get(name)
    if uses is None:
        raise NoSuchThing(f"There is no technology {name[:60]!r}.")
    kinds = sorted({(use.commodity, use.commodity_code) for use in uses})
    categories = [_category(ask, code, title) for title, code in kinds]
    in_demand = {use.code for use in uses if use.is_in_demand}
    is_hot_list = ask.path.startswith("online/hot_technology/")
    rows = [ask.catalog.occupation(code) for code in dict.fromkeys(use.code for use in uses)]
    choices = ("title", "code", "job_zone", *(("percentage",) if is_hot_list else ()))
    rows = ordered(rows, ask.choice("sort", choices))

    def shape(one: Occupation) -> Json:
        found = with_zone(ask, one)
        return {**found, "in_demand": one.code in in_demand} if is_hot_list else found

    return ask.page("occupation", rows, shape, [("category", categories)])


def users_of_category(ask: Ask) -> Json:
    """The occupations that use a kind of product."""
    code = int(ask.part("commodity", r"\d{8}"))
    uses = ask.catalog.keep(Tools).kinds.get(code)
    if uses is None:
        raise NoSuchThing(f"There is no kind of technology {code}.")
    rows = [ask.catalog.occupation(one) for one in dict.fromkeys(use.code for use in uses)]
    rows = ordered(rows, ask.choice("sort", ("title", "code", "job_zone")))
    summary = {"code": code, "title": uses[0].commodity}
    return ask.page("occupation", rows, lambda one: with_zone(ask, one), [("summary", summary)])


def _category(ask: Ask, code: int, title: str) -> Json:
    return {"code": code, "title": title, "href": ask.url("online/technology/categories", code)}


def _example_url(ask: Ask, name: str) -> str:
    return ask.url("online/technology/examples", name)


_SORT = ("sort",)
ROUTES = (
    Route("online/hot_technology/", hot_technologies, "partly", _SORT, NO_POSTINGS),
    Route("online/hot_technology/{title}", users_of_example, "partly", _SORT, NO_POSTINGS),
    Route("online/technology/", technology_services),
    Route("online/technology/examples/search", search_examples, query=("keyword",)),
    Route("online/technology/categories/search", search_categories, query=("keyword",)),
    Route("online/technology/examples/{title}", users_of_example, query=_SORT),
    Route("online/technology/categories/{commodity}", users_of_category, query=_SORT),
    Route("online/occupations/{code}/hot_technology", marked, "partly", _SORT, NO_POSTINGS),
    Route("online/occupations/{code}/in_demand_skills", marked, "partly", _SORT, NO_POSTINGS),
    Route(
        "online/occupations/{code}/summary/technology_skills",
        technology_skills,
        "partly",
        remark=NO_POSTINGS,
    ),
    Route(
        "online/occupations/{code}/details/technology_skills",
        technology_skills,
        "partly",
        remark=NO_POSTINGS,
    ),
)
