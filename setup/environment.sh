#!/bin/sh
# Makes .venv with the pinned and hashed requirements: sh setup/environment.sh runtime|test
# A second run only compares fingerprints. Messages are for the person who typed `make`, so they are Chinese.
set -eu
cd "$(dirname "$0")/.."

want=${1:?runtime|test}
venv=.venv
stamp=$venv/.installed-$want

fail() {
    echo "责任库：$1" >&2
    exit 1
}

recent() { # Is $1 a Python that can run us?
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
        if command -v "$name" >/dev/null 2>&1 && recent "$name"; then
            # Not a virtual environment's own: it may be the very one that is about to be made anew.
            "$name" -c 'import sys; print(sys._base_executable or sys.executable)'
            return
        fi
    done
    if command -v python3 >/dev/null 2>&1; then
        fail "本机的 $(python3 -V 2>&1) 版本过低，需要 Python 3.11 或更高版本，请安装后重新运行。"
    fi
    fail "本机没有 Python，需要 3.11 或更高版本，请安装后重新运行。"
}

has_venv() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null
}

install_venv_module() { # Debian cuts venv out of Python; put it back if we may.
    package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "正在安装 $package ……"
        export DEBIAN_FRONTEND=noninteractive
        apt-get -qq update </dev/null >/dev/null 2>&1 || true
        apt-get -qq -y -o DPkg::Lock::Timeout=300 install --no-install-recommends "$package" \
            </dev/null >/dev/null 2>&1 || true
    fi
    has_venv "$1" || fail "Python 缺少 venv 模块，请用管理员身份运行 apt-get install $package，再重新运行。"
}

make_venv() {
    python=$(find_python)
    has_venv "$python" || install_venv_module "$python"
    rm -rf $venv
    echo "正在建立运行环境 $venv ……"
    "$python" -m venv $venv || fail "无法建立运行环境 $venv，请检查磁盘空间和目录权限。"
}

install() { # Keeps quiet unless it fails: a screenful of package names helps nobody.
    "$venv/bin/python" -m pip install --quiet --no-input "$@" ||
        fail "安装依赖未成功（原因见上），请检查网络或软件源设置后重新运行。"
}

fingerprint() { # Everything an installed environment depends on, this folder's place included (scripts hold it).
    {
        pwd
        "$venv/bin/python" -VV
        cat pyproject.toml "requirements/runtime.txt"
        [ "$want" = runtime ] || cat "requirements/$want.txt" requirements/whoosh-original.txt
    } | sha256sum | cut -d ' ' -f 1
}

# An environment that was made for another folder or by a Python that has gone cannot be mended.
if [ ! -x $venv/bin/python ] || ! recent $venv/bin/python || ! grep -qsxF "$(pwd)" $venv/.place; then
    make_venv
    pwd >$venv/.place
fi

print=$(fingerprint)
[ "$(cat "$stamp" 2>/dev/null || true)" = "$print" ] && exit 0

echo "正在安装依赖（$want）……"
rm -f "$stamp"
install --require-hashes -r "requirements/$want.txt"
if [ "$want" = test ]; then
    # The search tests run a second time on the library that ours grew from; it must not lie on the path otherwise.
    rm -rf $venv/whoosh-original
    install --require-hashes --no-deps --target $venv/whoosh-original -r requirements/whoosh-original.txt
fi
# The product itself, in place; its build backend is pinned in the requirements too.
install --no-deps --no-build-isolation --no-index -e .
echo "$print" >"$stamp"
