"""The kit as an administrator gets it, unpacked, and real web servers that show it by our recipes."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from publish import kit
from publish.hosting import recipes

PATH = "/guides/teichaku/"  # another than the usual


@pytest.fixture(scope="session")
def unpacked(tmp_path_factory) -> Path:
    """The kit's folder, in one with a space and Japanese letters in its name."""
    folder = tmp_path_factory.mktemp("kit")
    made = folder / "teichaku-guide"
    kit.fill(made)
    kit.packed(made, folder / "kit.zip")
    shutil.rmtree(made)
    with zipfile.ZipFile(folder / "kit.zip") as archive:
        archive.extractall(folder / "共有 フォルダ")
    return folder / "共有 フォルダ/teichaku-guide"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def nginx(site: Path, recipe: str, folder: Path, port: int) -> list[str]:
    """What starts it in the foreground."""
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/pid; error_log stderr; worker_processes 1; user root;\nevents {{}}\n"
        f"http {{ include /etc/nginx/mime.types; access_log off; client_body_temp_path {folder}/body;\n"
        f"server {{ listen 127.0.0.1:{port};\n{recipe}\n}} }}\n",
        "utf-8",
    )
    return ["nginx", "-c", str(folder / "nginx.conf")]


def apache(site: Path, recipe: str, folder: Path, port: int) -> list[str]:
    """What starts it in the foreground."""
    modules = ["mpm_event", "authz_core", "alias", "dir", "mime", "headers", "rewrite", "setenvif"]
    loaded = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in modules)
    (folder / "apache.conf").write_text(
        f"{loaded}\nServerName localhost\nPidFile {folder}/pid\nErrorLog {folder}/error.log\nListen 127.0.0.1:{port}\n"
        f"User www-data\nGroup www-data\nTypesConfig /etc/mime.types\n<Directory />\nRequire all denied\n</Directory>\n{recipe}\n",
        "utf-8",
    )
    return ["apache2", "-DFOREGROUND", "-f", str(folder / "apache.conf")]


def caddy(site: Path, recipe: str, folder: Path, port: int) -> list[str]:
    """What starts it in the foreground."""
    (folder / "Caddyfile").write_text(
        f"{{\nadmin off\nauto_https off\n}}\nhttp://127.0.0.1:{port} {{\n{recipe}\n}}\n", "utf-8"
    )
    return ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


PROGRAMS = {"nginx.conf": "nginx", "apache.conf": "apache2", "Caddyfile": "caddy"}
SERVERS: dict[str, Callable[[Path, str, Path, int], list[str]]] = {
    "nginx.conf": nginx,
    "apache.conf": apache,
    "Caddyfile": caddy,
}


@pytest.fixture(scope="session", params=SERVERS, ids=lambda name: name.partition(".")[0])
def server(request, unpacked, tmp_path_factory) -> Iterator[str]:
    """The address at which a real server shows the kit, by its recipe."""
    if not shutil.which(PROGRAMS[request.param]):
        pytest.skip(f"{request.param}: this server is not installed (make needs-all)")
    folder, port = tmp_path_factory.mktemp("server"), free_port()
    for path in (folder, *folder.parents):
        if path.owner() != "root" or path == Path("/tmp"):
            break
        path.chmod(0o755)
    site = Path("/tmp") / f"teichaku-{port}"
    shutil.copytree(unpacked / "site", site)
    for name in ("404.html", "en/404.html"):  # as the page on hosting says
        page = site / name
        page.write_text(page.read_text("utf-8").replace("/teichaku-guide/", PATH), "utf-8")
        packed = page.with_name("404.html.gz")
        packed.unlink(missing_ok=True)
    recipe = dict(recipes(unpacked / "site", PATH, str(site)))[request.param]
    running = subprocess.Popen(SERVERS[request.param](site, recipe, folder, port), stderr=subprocess.PIPE, text=True)
    try:
        for _ in range(100):
            with socket.socket() as asked:
                if asked.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert running.poll() is None, running.stderr and running.stderr.read()
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}{PATH}"
    finally:
        running.terminate()
        running.wait()
        shutil.rmtree(site)
