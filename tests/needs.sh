#!/bin/sh
# What the tests need beside Python: a real browser, a real office suite, Japanese fonts, a PDF reader, and npm's
# tools (package.json); with `all`, also what real key strokes take: a virtual display, keys and a clipboard for it,
# and the office suite with its windows; with `scripts`, npm's tools alone, which check scripts and styles.
# Installs what is missing, or says what and how.
set -eu
cd "$(dirname "$0")/.."

missing=""
command -v npm >/dev/null || missing="$missing npm"
if [ "${1:-}" != scripts ]; then
  command -v chromium >/dev/null || missing="$missing chromium"
  if [ "${1:-}" = all ]; then
    # In -nogui the dialogs are left out, and Writer ends where it would show one: this takes its place.
    command -v lowriter >/dev/null || missing="$missing libreoffice-writer"
    command -v Xvfb >/dev/null || missing="$missing xvfb"
    command -v xdotool >/dev/null || missing="$missing xdotool"
    command -v xclip >/dev/null || missing="$missing xclip"
    /usr/bin/python3 -c "import uno" 2>/dev/null || missing="$missing python3-uno"
  else
    command -v soffice >/dev/null || missing="$missing libreoffice-writer-nogui"
  fi
  command -v pdftoppm >/dev/null || missing="$missing poppler-utils"
  if command -v fc-list >/dev/null; then
    fc-list | grep -qi "BIZ UDGothic" || missing="$missing fonts-morisawa-bizud-gothic"
    fc-list | grep -qi "Noto Sans CJK" || missing="$missing fonts-noto-cjk"
  else
    missing="$missing fontconfig fonts-morisawa-bizud-gothic fonts-noto-cjk"
  fi
  if ! find /usr/lib -name 'libicuuc.so*' 2>/dev/null | grep -q .; then
    missing="$missing libicu72"
  fi
fi

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
    echo "Elsewhere: Node's npm (18 or newer); for tests also Chromium, LibreOffice Writer, poppler's pdftoppm, and the fonts BIZ UDGothic and Noto Sans CJK." >&2
    [ "${1:-}" != all ] || echo "For all tests also Xvfb, xdotool, xclip, and Python's uno." >&2
    exit 1
  fi
fi
[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --silent --no-audit --no-fund
