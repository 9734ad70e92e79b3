"""Japanese names within English pages: marked, once, and nowhere where markup would be seen."""

import pytest

from theme.hooks.languages import marked


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            "<p>Show your recipient certificate (受給者証).</p>",
            '<p>Show your recipient certificate (<span lang="ja">受給者証</span>).</p>',
        ),
        ('<a aria-label="certificate (受給者証)">it</a>', '<a aria-label="certificate (受給者証)">it</a>'),
        ('<p lang="ja">窓口（受付）(受給者証)</p>', '<p lang="ja">窓口（受付）(受給者証)</p>'),
        (
            '<p lang="ja">一<br>(二)</p><p>two (二)</p>',
            '<p lang="ja">一<br>(二)</p><p>two (<span lang="ja">二</span>)</p>',
        ),
        ("<option>office (市役所)</option>", "<option>office (市役所)</option>"),
        ("<p>from 2026 (Reiwa 8)</p>", "<p>from 2026 (Reiwa 8)</p>"),
        ("<li>one<li>office (市役所・区役所)", '<li>one<li>office (<span lang="ja">市役所・区役所</span>)'),
    ],
)
def test_a_japanese_name_in_brackets_is_marked_as_japanese(html, expected):
    assert marked(html) == expected
