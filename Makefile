# Minga. «make help» says what there is; «make run» is all a newcomer needs.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh

export PYTHON ?= python3.11
PORT ?= 8000
HOST ?= 127.0.0.1
WORKERS ?= 2
TEST_WORKERS ?= 2
LIVES ?= 2000
STEPS ?= 50
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
STAMPS := var/stamps
# Inside the virtual environment, so that removing it is enough to install again.
INSTALLED := $(VENV)/installed
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes
LOCK := uv pip compile --quiet --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links \
	--python-version 3.11.2

.PHONY: help
help: ## Esta ayuda
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: setup
setup: $(INSTALLED)-run ## Deja todo listo, con la demostración, sin servirla
	@echo "Preparo la base de datos: tablas, permisos y datos de referencia."
	@$(MANAGE) build_template
	@$(MANAGE) demo --ensure

.PHONY: run
run: setup ## Deja todo listo y sirve la demostración en http://localhost:8000
	@$(BIN)/python scripts/port_is_free.py $(HOST) $(PORT)
	@echo "Minga está en http://localhost:$(PORT) (Ctrl+C la detiene; los datos quedan)."
	@$(BIN)/granian --interface wsgi --host $(HOST) --port $(PORT) --workers 1 --blocking-threads 4 --no-ws \
		--log-level warning config.wsgi:application

.PHONY: serve
serve: $(INSTALLED)-run ## Producción: la configuración sale del entorno
	DJANGO_SETTINGS_MODULE=config.settings.production $(MANAGE) collectstatic --noinput --verbosity 0
	DJANGO_SETTINGS_MODULE=config.settings.production $(BIN)/granian --interface wsgi --host $(HOST) --port $(PORT) \
		--workers $(WORKERS) --blocking-threads 4 --no-ws --respawn-failed-workers config.wsgi:application

.PHONY: test
test: $(INSTALLED)-test ## Instala lo que las pruebas necesitan y las corre
	$(BIN)/python -m pytest -n $(TEST_WORKERS) $(ARGS)

.PHONY: soak
soak: $(INSTALLED)-test ## Vidas al azar, largas (LIVES=2000 STEPS=50); SEED= repite las de una corrida
	LIVES=$(LIVES) STEPS=$(STEPS) SEED=$(SEED) $(BIN)/python -m pytest tests/lives/test_random_lives.py -k many_long -s $(ARGS)

.PHONY: test-pg15
test-pg15: $(INSTALLED)-test ## Las mismas pruebas, con el PostgreSQL 15 de Debian
	scripts/system.sh pg15
	MINGA_PG_BIN=/usr/lib/postgresql/15/bin $(BIN)/python -m pytest -n $(TEST_WORKERS) $(ARGS)

.PHONY: pictures
pictures: $(INSTALLED)-test $(STAMPS)/system-pictures ## Toma otra vez las fotos del manual y del README (mírelas antes de guardarlas)
	MINGA_PICTURES=1 $(BIN)/python -m pytest tests/manual $(ARGS)

.PHONY: check
check: $(INSTALLED)-test ## Formato, reglas de estilo, flechas entre módulos, migraciones y documentos al día
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) check --fail-level WARNING
	$(MANAGE) docs --check

.PHONY: fix
fix: $(INSTALLED)-test ## Corrige el formato y lo que tiene arreglo automático
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.PHONY: bench
bench: $(INSTALLED)-run ## Mide consultas y tiempo de las páginas principales con 1, 10 y 100 veces los grupos
	$(MANAGE) bench

.PHONY: lock
lock: ## Recalcula las versiones exactas y sus huellas (necesita uv)
	$(LOCK) $(ARGS) requirements/run.in --output-file requirements/run.txt
	$(LOCK) $(ARGS) --constraints requirements/run.txt requirements/test.in --output-file requirements/test.txt

# -- what is done once -------------------------------------------------------------------------------------------------

$(STAMPS):
	@mkdir -p $@

$(STAMPS)/system-%: scripts/system.sh | $(STAMPS)
	@scripts/system.sh $*
	@touch $@

$(BIN)/python: | $(STAMPS)/system-run
	@echo "Creo $(VENV) con $$($(PYTHON) --version)."
	@$(PYTHON) -m venv $(VENV)

$(INSTALLED)-run: requirements/run.txt $(STAMPS)/system-run | $(BIN)/python
	@echo "Instalo las bibliotecas de Minga, cada una con su huella verificada."
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip >/dev/null
	@$(PIP_INSTALL) -r requirements/run.txt
	@touch $@

$(INSTALLED)-test: requirements/test.txt $(INSTALLED)-run $(STAMPS)/system-test
	@echo "Instalo las bibliotecas de las pruebas, cada una con su huella verificada."
	@$(PIP_INSTALL) -r requirements/test.txt
	@touch $@
