"""What is published is the project's own."""

import pytest

from publish.pages import led_out


@pytest.fixture
def house(tmp_path):
    (tmp_path / "house/docs").mkdir(parents=True)
    (tmp_path / "secret.md").write_text("password", "utf-8")
    return tmp_path / "house"


@pytest.mark.parametrize("target", ["../../secret.md", "../..", "nowhere.md", "link.md"])
def test_a_link_out_of_the_project_is_named_and_not_followed(house, target):
    (house / "docs/link.md").symlink_to(target)
    (found,) = led_out(["docs"], house)
    assert found.startswith("docs/link.md:1: is a link that leads out")


def test_a_link_within_the_project_is_let_be(house):
    (house / "docs/page.md").write_text("# page", "utf-8")
    (house / "docs/link.md").symlink_to("page.md")
    assert led_out(["docs"], house) == []
