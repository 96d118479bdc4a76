#!/bin/sh
# Locks requirements/*.txt anew, with the hashes of every file of each version (so one lock serves Python 3.11 and later).
# Run it with Python 3.11, the oldest that we support: what only older ones need is then in the lock, too.
# Versions stay as they are where they can; `sh setup/lock.sh --upgrade` takes the newest.
set -eu
cd "$(dirname "$0")/.."

if [ -f requirements/lock.txt ]; then
    .venv/bin/python -m pip install --quiet --require-hashes -r requirements/lock.txt
else
    .venv/bin/python -m pip install --quiet pip-tools
fi

compile() {
    .venv/bin/python -m piptools compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
        --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options "$@"
}

# --build-deps-for: the build backend is installed and pinned with the rest, so nothing is fetched at install time.
compile --build-deps-for wheel -c requirements/limits.txt -o requirements/runtime.txt "$@" pyproject.toml
compile --build-deps-for wheel --extra test -c requirements/runtime.txt -o requirements/test.txt "$@" pyproject.toml
compile --no-annotate -o requirements/lock.txt "$@" requirements/lock.in
compile --no-annotate -o requirements/whoosh-original.txt "$@" requirements/whoosh-original.in
echo "已重新锁定：requirements/runtime.txt、test.txt、lock.txt、whoosh-original.txt"
