"""The kit behind real servers, below a path of its own: what an administrator gets by the recipes."""

from __future__ import annotations

import urllib.error
import urllib.request

import pytest


def asked(address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers (names in small letters) and body."""
    request = urllib.request.Request(
        address, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, {name.lower(): value for name, value in error.headers.items()}, error.read()


@pytest.mark.parametrize(
    "page", ["", "index.html", "en/index.html", "sheets/support-plan.ja.docx", "js/head.js", "404.html"]
)
def test_everything_comes_with_the_headers_that_are_promised(server, page):
    status, headers, _ = asked(f"{server}{page}")
    assert status == 200
    assert "'unsafe" not in headers["content-security-policy"]
    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "Content-Security-Policy" in headers or "permissions-policy" in headers


@pytest.mark.parametrize(
    ("page", "type_"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("css/site.css", "text/css; charset=utf-8"),
        ("img/favicon.svg", "image/svg+xml"),
        ("sheets/support-plan.ja.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_types_are_right_compressed_or_not(server, page, type_, packed):
    _, headers, _ = asked(f"{server}{page}", Accept_Encoding="gzip" if packed else "identity")
    assert headers["content-type"].split(";")[0] == type_.split(";")[0]
    assert type_.partition(";")[2] in headers["content-type"]
    if packed and page in ("index.html", "css/site.css"):
        assert headers["content-encoding"] == "gzip"
    if not packed:
        assert "content-encoding" not in headers


@pytest.mark.parametrize(
    ("missing", "lang"),
    [
        ("nothing.html", "ja"),
        ("deep/down/nothing", "ja"),
        ("en/nothing.html", "en"),
        ("en/deep/down/nothing.html", "en"),
    ],
)
def test_what_is_not_there_says_so_in_its_language_at_any_depth(server, missing, lang):
    status, _, body = asked(f"{server}{missing}")
    assert status == 404
    assert f'<html lang="{lang}"'.encode() in body
    assert b'href="/guides/teichaku/' in body


@pytest.mark.parametrize("folder", ["sheets/", "js/", "css/", "assets/"])
def test_no_folder_is_listed(server, folder):
    status, _, body = asked(f"{server}{folder}")
    assert status in (403, 404)
    assert b"Index of" not in body


def test_what_never_changes_under_its_name_is_kept_and_what_may_is_asked_again(server):
    _, page, body = asked(f"{server}index.html", Accept_Encoding="identity")
    assert page["cache-control"] == "no-cache"
    name = next(part.split('"')[0] for part in body.decode().split('src="') if part.startswith("assets/"))
    _, asset, _ = asked(f"{server}{name}")
    assert "immutable" in asset["cache-control"]
    assert "content-security-policy" in asset


def test_without_the_slash_one_arrives_all_the_same(server):
    status, _, body = asked(server.rstrip("/"))
    assert (status, b"<html" in body) == (200, True)
