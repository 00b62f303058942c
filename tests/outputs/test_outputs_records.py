"""The entries as data: what the page shows and nothing that it leaves out."""

import json

from conftest import DAY, Office
from yaoan import outputs
from yaoan.doors import Workshop


def data(workshop: Workshop) -> dict[str, object]:
    made = (each for each in outputs.write(workshop.site) if each.path.startswith("data/"))
    return {each.path: json.loads(each.data) for each in made}


def test_every_public_entry_is_in_the_file_of_its_column_and_year(sample: Workshop):
    files = data(sample)
    listed = files["data/index.json"]["files"]
    assert {each["path"] for each in listed} == set(files) - {"data/index.json"}
    ids = [record["id"] for each in listed for record in files[each["path"]]]
    assert sorted(ids) == sorted(sample.site.items)
    assert all(len(files[each["path"]]) == each["count"] for each in listed)


def test_values_are_given_in_their_parts(office: Office):
    files = data(Workshop.open(office(examples=True), DAY))
    record = next(files[path][0] for path in files if path.startswith("data/penalties/"))
    assert record["title"]["zh"]
    assert record["title"]["en"]
    assert record["page"]["en"] == f"en/penalties/{record['id']}/"
    penalty = next(each for each in record["decisions"][0]["penalties"] if "amount" in each)
    assert isinstance(penalty["amount"]["sum"], int)
    assert record["acts"][0]["violates"][0]["article"] > 0
    assert record["published"][:4].isdigit()


def test_what_the_page_does_not_show_is_not_in_the_data(office: Office):
    folder = office(examples=True)
    path = folder / "cases/notices/2026/notice-2026-9001.yml"
    text = path.read_text("utf-8").split("\nreview:")[0]
    path.write_text(text + "\nreview:\n  handler: {by: 某工号0417, on: 2026-01-01}\n", "utf-8")
    workshop = Workshop.open(folder, DAY)
    everything = b"".join(each.data for each in outputs.write(workshop.site))
    assert "某工号0417" in path.read_text("utf-8")
    assert "某工号0417".encode() not in everything
    assert not [path for path, each in data(workshop).items() if '"review"' in json.dumps(each)]


def test_a_sum_of_zero_is_told_apart_from_one_that_is_not_known(office: Office):
    folder = office(examples=True)
    path = folder / "cases/penalties/2026/penalty-2026-9001.yml"
    path.write_text(path.read_text("utf-8").replace("amount: 5.44", "amount: 0"), "utf-8")
    files = data(Workshop.open(folder, DAY))
    record = next(files[path][0] for path in files if path.startswith("data/penalties/"))
    none, unknown = (each["amount"] for each in record["acts"][0]["amounts"])
    assert none["sum"] == 0
    assert "sum" not in unknown
    assert unknown["unknown"] == "not_disclosed"


def test_each_record_stands_on_a_line_of_its_own(sample: Workshop):
    for each in outputs.write(sample.site):
        if each.path.startswith("data/") and each.path != "data/index.json":
            first, *lines, last = each.data.decode().splitlines()
            assert (first, last) == ("[", "]")
            assert [json.loads(line.rstrip(","))["id"] for line in lines]
