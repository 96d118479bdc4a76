# 责任库：make 生成网站、索引和样稿；make test 运行全部测试；make help 列出其余。
# The work is done by setup/*.sh and the product's own commands; nothing here knows where packages come from.

SHELL := /bin/sh
.DEFAULT_GOAL := build
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

# Chinese goes in and out as UTF-8 whatever LANG says (LANG=C too); build output must not depend on it.
export PYTHONUTF8 := 1
export PYTHONDONTWRITEBYTECODE :=
export PIP_DISABLE_PIP_VERSION_CHECK := 1

BIN := .venv/bin
SITE ?= site
# Parallel test processes: CI and the smallest machine we care for have two cores.
JOBS ?= 2
# Further arguments for pytest, say: make test ARGS="-k search"
ARGS ?=

.PHONY: build test bench soak relevance lint format lock clean distclean help environment test-environment test-machine

build: environment
	@$(BIN)/zerenku build --site "$(SITE)"

test: test-environment test-machine
	@$(BIN)/python -m pytest -n $(JOBS) --dist loadfile $(ARGS)

bench: test-environment
	@$(BIN)/python bench/run.py $(ARGS)

# ARGS=--engine tantivy measures one engine, ARGS=--raise lifts the floors to what was reached.
relevance: test-environment
	@$(BIN)/python -m tests.relevance.run $(ARGS)

# Ever new examples and a service under edits, 20 minutes; ARGS=90 makes it 90.
soak: test-environment
	@$(BIN)/python bench/soak.py $(ARGS)

lint: test-environment
	@sh setup/lint.sh

format: test-environment
	@$(BIN)/ruff check --fix-only --quiet . && $(BIN)/ruff format .

lock: environment
	@sh setup/lock.sh

clean:
	@rm -rf "$(SITE)" build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -path ./.venv -prune -o -type d -name __pycache__ -prune -exec rm -rf {} +
	@echo "已清除生成物和缓存；运行环境 .venv 保留（make distclean 一并清除）。"

distclean: clean
	@rm -rf .venv && echo "已清除运行环境 .venv。"

environment:
	@sh setup/environment.sh runtime

test-environment:
	@sh setup/environment.sh test

test-machine:
	@sh setup/machine.sh

help:
	@echo "make            建立运行环境，生成网站、索引和样稿，并说明放在哪里、怎样打开"
	@echo "make test       安装测试所需软件并运行全部测试（ARGS=… 传给 pytest）"
	@echo "make bench      性能测试"
	@echo "make soak       长时间测试：反复换新例子的性质测试，边改边答的服务（ARGS=90 运行 90 分钟）"
	@echo "make relevance  检索质量：按问题种类和引擎列出指标，低于底线即失败"
	@echo "make lint       检查风格、类型、分层；装有 Node 时也核对网页脚本的类型"
	@echo "make format     整理代码格式"
	@echo "make lock       按 pyproject.toml 重新锁定依赖版本和校验值"
	@echo "make clean      清除生成物和缓存；make distclean 连运行环境一并清除"
