"""A figure beyond its budget is named."""

from .pages import Page, pages
from .report import Figure, as_table, write

PAGE = Page("list", "/es/practices/", 4)


def test_a_page_within_its_budgets_holds():
    figure = Figure.of(PAGE, 5.0, [(10, 2)], [(11, 3)], (200, 3, 50_000, 9_000))
    assert figure.faults == []
    assert "| 2.8 (4) |" in as_table([figure], 5.0, (200, 1, 10_000, 2_500), "1,000 practices", 100)


def test_each_budget_that_does_not_hold_is_named():
    figure = Figure.of(PAGE, 2.0, [(4, 1)], [(9, 4)], (500, 9, 70_000, 9_000))
    assert figure.faults == ["status 500", "cost", "queries", "growth", "bytes"]


def test_every_page_has_an_address():
    assert all(page.path for page in pages("GP-2020-0001") if page.name != "list, page 2")


def test_the_table_replaces_the_earlier_one(tmp_path):
    document = tmp_path / "performance.md"
    begin, end = "<!-- figures: begin -->", "<!-- figures: end -->"
    document.write_text(f"before\n{begin}\nold\n{end}\nafter\n")
    write(document, "new")
    assert document.read_text() == f"before\n{begin}\nnew\n{end}\nafter\n"
