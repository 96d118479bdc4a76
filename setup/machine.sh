#!/bin/sh
# What the tests need of the machine beside Python: a browser, LibreOffice, Chinese fonts, PDF tools (Debian's packages).
# Installs what is missing where we are root, otherwise says exactly what to install.
set -eu
cd "$(dirname "$0")/.."

fail() {
    echo "责任库：$1" >&2
    exit 1
}

has_font() {
    command -v fc-list >/dev/null 2>&1 && fc-list : family | grep -qF "$1"
}

missing() { # Debian names of what is not there
    command -v chromium >/dev/null 2>&1 || echo chromium
    # The browser's driver comes with its own node, which is linked to this.
    .venv/bin/python -c 'import ctypes; ctypes.CDLL("libatomic.so.1")' 2>/dev/null || echo libatomic1
    command -v soffice >/dev/null 2>&1 || echo libreoffice-writer-nogui
    command -v pdftoppm >/dev/null 2>&1 || echo poppler-utils
    command -v fc-list >/dev/null 2>&1 || echo fontconfig
    # Stands in for 仿宋, 楷体, 宋体 and 黑体, as tests/fonts/fonts.conf says: no free ones are small.
    has_font "Noto Serif CJK SC" || echo fonts-noto-cjk
}

apt() {
    DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600 "$@" </dev/null
}

twice() { # Mirrors hiccup; one more try after a pause
    "$@" || { sleep 10 && "$@"; }
}

packages=$(missing | tr '\n' ' ')
[ -n "$packages" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "正在安装测试所需软件：$packages……"
    log=$(mktemp)
    # Package names hold no blanks: splitting is wanted.
    # shellcheck disable=SC2086
    if ! { twice apt update && twice apt install -y --no-install-recommends $packages; } >"$log" 2>&1; then
        tail -n 20 "$log" >&2
    fi
    rm -f "$log"
    packages=$(missing | tr '\n' ' ')
    [ -n "$packages" ] || exit 0
fi
fail "测试还缺少软件，请用管理员身份运行 apt-get update && apt-get install -y ${packages% }，再重新运行 make test。"
