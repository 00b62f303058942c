# make help 列出所有命令 lists the commands

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= 2
DAY ?=
DAYS := $(if $(DAY),--day $(DAY))
# Sizes and options for what is measured, as in SIZES="5000 20000 --record".
SIZES ?=

ENGINES := $(patsubst tests/engines/%.lock,build/engines/%/done,$(wildcard tests/engines/*.lock))

.DEFAULT_GOAL := help

help: ## 这个列表 this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/\1\t\2/' | expand -t 14

site: $(VENV)/site.done ## 生成示例网站到 site/ build the sample site
	$(BIN)/yaoan build $(DAYS)

serve: $(VENV)/site.done ## 边写边看 preview while writing
	$(BIN)/yaoan serve $(DAYS)

check: $(VENV)/site.done ## 检查条目 check the entries
	$(BIN)/yaoan check $(DAYS)

test: $(VENV)/test.done lint types ## 全部测试 all tests
	$(BIN)/pytest -n $(JOBS)

fuzz: $(VENV)/test.done ## 长测试：全部攻击文本、变异、断电 the long tests: every hostile text, mutation and kill
	$(BIN)/pytest --full -n $(JOBS)

lint: $(VENV)/test.done ## 代码风格 style
	$(BIN)/ruff check generator tests .ci
	$(BIN)/ruff format --check generator .ci
	$(BIN)/zizmor --offline --pedantic --quiet .github
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.dependabot .github/dependabot.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci .gitlab-ci.yml

types: $(VENV)/test.done ## 类型检查 types
	$(BIN)/mypy
	$(BIN)/mypy .ci/*.py

sbom: $(VENV)/site.done ## 列出生成网站所用的软件到 build/ list the software that builds the site
	$(BIN)/python .ci/sbom.py requirements.lock build/sbom.cdx.json

bench: $(VENV)/test.done build/bench/hugo/done build/engines/mkdocs/done build/engines/zensical/done ## 量速度和内存 measure speed and memory
	$(BIN)/python tests/bench/measure.py $(SIZES)
	$(BIN)/python tests/bench/personal_data.py

engines: $(VENV)/test.done $(ENGINES) ## 用几种引擎生成并逐页比较 build with several engines and compare every page
	$(BIN)/python tests/engines/compare.py build/engines

screenshots: $(VENV)/test.done ## 每类页面的截图到 build/screenshots/ pictures of every page type
	$(BIN)/yaoan build --quiet --out build/face $(DAYS)
	$(BIN)/python tests/browser/look.py pictures build/face build/screenshots

lighthouse: $(VENV)/test.done ## 用 Lighthouse 量每类页面 measure every page type with Lighthouse
	$(BIN)/yaoan build --quiet --out build/face $(DAYS)
	.ci/node $(abspath $(BIN)) tests/lighthouse
	PATH=$(abspath $(BIN)):$$PATH $(BIN)/python tests/browser/look.py lighthouse build/face

golden: $(VENV)/test.done ## 重写金样文件，之后用 git diff 审阅 rewrite the golden files, then review the diff
	$(BIN)/pytest tests/test_golden.py tests/site/test_site_story.py --golden

lock: $(VENV)/test.done ## 更新锁定的依赖 renew the locked dependencies
	.ci/lock $(BIN)

clean: ## 删除生成的东西 remove what was made
	rm -rf site .site.builds build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

# What the site needs: Python packages only. What the tests need besides: a browser and fonts.
$(VENV)/site.done: requirements.lock pyproject.toml
	.ci/venv $(PYTHON) $(VENV) requirements.lock .
	touch $@

$(VENV)/test.done: requirements-dev.lock pyproject.toml tests/browser/package-lock.json
	.ci/packages chromium fonts-noto-cjk
	.ci/venv $(PYTHON) $(VENV) requirements-dev.lock .
	.ci/node $(abspath $(BIN)) tests/browser
	touch $@ $(VENV)/site.done

# An engine that the written folder is tried with, or that is measured, in an environment of its own.
build/%/done: tests/%.lock
	.ci/venv $(PYTHON) build/$* $<
	touch $@

.PHONY: help site serve check test fuzz lint types sbom bench engines screenshots lighthouse golden lock clean
