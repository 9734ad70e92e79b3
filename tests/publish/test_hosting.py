"""What an administrator does to a recipe by hand, as the page on hosting says, gives what we would have written."""

import pytest

from publish.hosting import FOLDER, PATH, WRITTEN, recipes


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize("folder", ["/var/www/html/teichaku-guide/site", "/data/定着 支援/site"])
def test_both_paths_replaced_in_the_order_of_the_page(tmp_path, name, folder):
    text = dict(recipes(tmp_path))[name]
    by_hand = text.replace(PATH.rstrip("/"), "/guides/teichaku").replace(
        FOLDER.removesuffix("/site"), folder.removesuffix("/site")
    )
    assert by_hand == dict(recipes(tmp_path, "/guides/teichaku/", folder))[name]
