"""The release kit is the same bytes wherever it is made."""

from publish.kit import compress


def test_a_compressed_file_names_neither_the_day_nor_the_system_that_made_it(tmp_path):
    (tmp_path / "page.html").write_bytes(b"a page of the guide " * 100)
    compress(tmp_path)
    assert (tmp_path / "page.html.gz").read_bytes()[:10] == b"\x1f\x8b\x08\x00" + bytes(4) + b"\x02\xff"
