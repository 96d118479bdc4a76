#!/bin/sh
# Style, types and floors of the whole house; the browser scripts' JSDoc types too where Node is installed.
set -eu
cd "$(dirname "$0")/.."
bin=.venv/bin
types=setup/typescript

$bin/ruff check .
$bin/ruff format --check .
$bin/mypy
$bin/lint-imports

if command -v npm >/dev/null 2>&1; then
    if [ ! -x $types/node_modules/.bin/tsc ]; then
        echo "正在安装 TypeScript（只用来核对网页脚本的类型）……"
        npm ci --prefix $types --silent --no-audit --no-fund
    fi
    $types/node_modules/.bin/tsc -p $types/tsconfig.json
    echo "网页脚本的类型无误。"
else
    echo "本机没有 Node，网页脚本的类型没有核对。"
fi
