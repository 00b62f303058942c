"""The figures as files: what the page says, readable in a spreadsheet program, and no formula."""

import csv
import io
import json

import pytest

from conftest import DAY, Office
from yaoan import outputs
from yaoan.doors import Workshop
from yaoan.outputs.figures import table
from yaoan.pages import paths, write
from yaoan.site import tallies

TABLES = ("counts", "unmarked", "fines", "reported")


def files(workshop: Workshop) -> dict[str, bytes]:
    made = outputs.write(workshop.site)
    return {each.path: each.data for each in made if each.path.startswith("statistics/")}


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_tables_hold_what_was_counted(sample: Workshop):
    made = files(sample)
    counted = [
        (tally.column.kind.folder, tally.invented, many)
        for tally in tallies(sample.site)
        for many in (
            len(tally.items),
            *(len(row.items) for one in tally.breakdowns for row in one.rows),
        )
    ]
    found = rows(made["statistics/counts.csv"])
    assert [
        (each["column"], each["demonstration"] == "true", int(each["entries"])) for each in found
    ] == counted
    fines = rows(made["statistics/fines.csv"])
    for tally in tallies(sample.site):
        mine = [
            float(each["sum"])
            for each in fines
            if each["column"] == tally.column.kind.folder
            and (each["demonstration"] == "true") == tally.invented
            and each["counted"] == "true"
        ]
        assert sorted(mine) == [float(each.sum) for each in tally.fines.exact]


def test_the_whole_is_the_tables_with_the_day_and_the_caveats(sample: Workshop):
    made = files(sample)
    whole = json.loads(made["statistics/statistics.json"])
    assert whole["day"] == DAY.isoformat()
    for name in TABLES:
        assert len(whole[name]) == len(rows(made[f"statistics/{name}.csv"]))
        assert whole["caveats"][name]["zh"]
        assert whole["caveats"][name]["en"]


def test_every_page_that_a_row_names_is_there(sample: Workshop):
    there = {path.removesuffix("index.md").removesuffix(".md").rstrip("/") for path in paths(sample.site)}
    for name in TABLES:
        for row in rows(files(sample)[f"statistics/{name}.csv"]):
            assert row["page"].partition("#")[0].rstrip("/") in there


def test_what_a_count_leaves_out_is_in_a_table_of_its_own(sample: Workshop):
    found = rows(files(sample)["statistics/unmarked.csv"])
    for tally in tallies(sample.site):
        for one in tally.breakdowns:
            said = {
                each["entry"]
                for each in found
                if each["column"] == tally.column.kind.folder
                and (each["demonstration"] == "true") == tally.invented
                and each["by"] == (one.by.id if one.by else "year")
            }
            counted = {item.id for row in one.rows for item in row.items}
            assert said == {item.id for item in tally.items} - counted
    assert len(found) > 5


def test_a_table_opens_in_excel_in_china(sample: Workshop):
    for path, data in files(sample).items():
        if path.endswith(".csv"):
            assert data.startswith(b"\xef\xbb\xbf")
            assert data.count(b"\n") == data.count(b"\r\n")


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "\r=1", " =cmd|'/c calc'!A0", "＝1", "－1"]
)
def test_no_cell_is_a_formula(text: str):
    (row,) = rows(table([{"a": text, "b": 1, "c": None}]))
    assert row["a"] == f"'{text}"
    assert (row["b"], row["c"]) == ("1", "")


def test_a_label_that_would_be_a_formula_is_none_in_the_file(office: Office):
    folder = office(examples=True)
    path = folder / "cases/results/2026/result-2026-9001.yml"
    path.write_text(
        path.read_text("utf-8").replace("label: 立案", "label: '=HYPERLINK(\"a\")'"), "utf-8"
    )
    found = rows(files(Workshop.open(folder, DAY))["statistics/reported.csv"])
    assert "'=HYPERLINK(\"a\")" in [each["figure_zh"] for each in found]
    assert not [cell for each in found for cell in each.values() if cell.startswith("=")]


def test_the_pages_say_the_numbers_of_the_files(sample: Workshop):
    bodies = {page.path: page.body for page in write(sample.site)}
    for tally in tallies(sample.site):
        body = bodies[f"statistics/{tally.column.kind.folder}.md"]
        for one in tally.breakdowns:
            for row in one.rows:
                assert f"[{len(row.items)}](" in body
        for fine in (tally.fines.exact[:1], tally.fines.exact[-1:]):
            assert all(each.item.id in body for each in fine)


def test_an_office_without_entries_has_tables_without_rows(office: Office):
    made = files(Workshop.open(office(), DAY))
    assert {made[f"statistics/{name}.csv"] for name in TABLES} == {
        b"\xef\xbb\xbf"
    }
    assert json.loads(made["statistics/statistics.json"])["counts"] == []
