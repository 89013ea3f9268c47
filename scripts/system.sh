#!/bin/sh
# Install the system packages that Minga needs: `scripts/system.sh run|test|pg15|pictures`.
# Says what is missing and what it is for; where it may not install, says the command to run and stops.
set -eu

PYTHON=${PYTHON:-python3.11}
missing=""
reasons=""

need() { # package, what it is for
    if ! dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'; then
        missing="$missing $1"
        reasons="$reasons
  $1: $2"
    fi
}

need_python() {
    if ! "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null; then
        need python3.11 "el lenguaje en que está escrita Minga"
        need python3.11-venv "separar sus bibliotecas de las del sistema"
    fi
}

need_for_run() {
    need_python
    need tzdata "la hora de Chile"
    need libpango-1.0-0 "componer el texto de los PDF"
    need libpangoft2-1.0-0 "componer el texto de los PDF"
    need libharfbuzz-subset0 "incluir las tipografías en los PDF"
}

need_for_test() {
    need chromium "las pruebas en un navegador de verdad"
    need libreoffice-calc-nogui "abrir en las pruebas las planillas que Minga escribe"
    need libreoffice-writer-nogui "abrir en las pruebas los documentos que Minga escribe"
    need poppler-utils "leer en las pruebas los PDF que Minga escribe"
}

need_for_pictures() {
    need chromium-l10n "que las fechas y los archivos de los formularios se vean en español en las fotos del manual"
}

need_for_pg15() {
    need postgresql-15 "correr las pruebas con el PostgreSQL de Debian"
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
    [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null
}

# Debian's package starts a server of its own on installation, which nobody here wants.
prevent_main_cluster() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q postgresql-common
    as_root sh -c 'conf=/etc/postgresql-common/createcluster.conf
        touch "$conf"; sed -i "/^[# ]*create_main_cluster/d" "$conf"; echo "create_main_cluster = false" >> "$conf"'
}

install() {
    as_root apt-get update -q
    case "$missing" in *postgresql-15*) prevent_main_cluster ;; esac
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
}

case "${1:-}" in
    run) need_for_run ;;
    test) need_for_run; need_for_test ;;
    pg15) need_for_run; need_for_test; need_for_pg15 ;;
    pictures) need_for_run; need_for_test; need_for_pictures ;;
    *) echo "Uso: scripts/system.sh run|test|pg15|pictures" >&2; exit 2 ;;
esac

if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "Este sistema no es Debian: instale usted Python 3.11, Pango y HarfBuzz con las herramientas de su sistema." >&2
    exit 0
fi
[ -n "$missing" ] || exit 0

echo "Minga necesita estos paquetes del sistema:$reasons"
if ! may_install; then
    echo "Aquí no tengo permiso para instalarlos. Pida a quien administra el equipo que ejecute:" >&2
    echo "  apt-get install$missing" >&2
    echo "y después repita la orden." >&2
    exit 1
fi
install
