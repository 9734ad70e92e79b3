#!/bin/sh
# What the tests need beside Python: a real browser, a real office suite, Japanese fonts, a PDF reader, and npm's tools
# (package.json). With `all`, also what real key strokes take: a virtual display, keys and a clipboard for it, and the
# office suite with its windows; with `office`, only what prints sheets; with `scripts`, only npm's tools, which check
# scripts and styles. Installs what is missing, or says what and how.
set -eu
cd "$(dirname "$0")/.."
what=${1:-test}

missing=""
need() { # the command and the package that brings it
  command -v "$1" >/dev/null || missing="$missing $2"
}
if [ "$what" != office ]; then
  need npm npm
fi
if [ "$what" != scripts ]; then
  need pdftoppm poppler-utils
  if command -v fc-list >/dev/null; then
    fc-list | grep -qi "BIZ UDGothic" || missing="$missing fonts-morisawa-bizud-gothic"
    fc-list | grep -qi "Noto Sans CJK" || missing="$missing fonts-noto-cjk"
  else
    missing="$missing fontconfig fonts-morisawa-bizud-gothic fonts-noto-cjk"
  fi
fi
case "$what" in
all)
  # In -nogui the dialogs are left out, and Writer ends where it would show one: this takes its place.
  need lowriter libreoffice-writer
  need Xvfb xvfb
  need xdotool xdotool
  need xclip xclip
  need apache2 apache2
  need caddy caddy
  /usr/bin/python3 -c "import uno" 2>/dev/null || missing="$missing python3-uno"
  ;;
office | test)
  need soffice libreoffice-writer-nogui
  ;;
esac
case "$what" in
all | test)
  need chromium chromium
  need firefox-esr firefox-esr
  need nginx nginx-light
  find /usr/lib -name 'libicuuc.so*' 2>/dev/null | grep -q . || missing="$missing libicu72"
  ;;
esac

if [ -n "$missing" ]; then
  root=""
  [ "$(id -u)" = 0 ] || root="sudo -n"
  if command -v apt-get >/dev/null && $root true 2>/dev/null; then
    echo "installing:$missing"
    $root apt-get update -qq
    # shellcheck disable=SC2086 # one word a package
    DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends $missing >/dev/null
  else
    echo "This needs:$missing" >&2
    echo "On Debian or Ubuntu: sudo apt-get install$missing" >&2
    echo "Elsewhere: Node's npm (18 or newer); for tests also Chromium, Firefox, LibreOffice Writer, poppler's pdftoppm, and the" \
      "fonts BIZ UDGothic and Noto Sans CJK; nginx." >&2
    [ "$what" != all ] || echo "For all tests also Xvfb, xdotool, xclip, Python's uno, Apache and Caddy." >&2
    exit 1
  fi
fi
[ "$what" = office ] || [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --silent --no-audit --no-fund
case "$what" in
all | test) # the engine that goes on with MkDocs 1, apart from what builds the site
  if [ ! build/properdocs/ok -nt tests/engine/properdocs.lock ]; then
    .venv/bin/pip install --quiet --no-deps --upgrade --require-hashes --target build/properdocs \
      -r tests/engine/properdocs.lock
    touch build/properdocs/ok
  fi
  ;;
esac
