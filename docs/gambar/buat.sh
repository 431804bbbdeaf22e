#!/usr/bin/env bash
# Makes the pictures of README from a demo: docs/gambar/buat.sh demo
# Needs LibreOffice and poppler-utils.
set -euo pipefail
hasil=$(realpath "$1")/outbox/2026/TW1
tujuan=$(cd "$(dirname "$0")" && pwd)
kerja=$(mktemp -d)
trap 'rm -rf "$kerja"' EXIT

gambar() { # FILE PAGE NAME
    soffice "-env:UserInstallation=file://$kerja/profil" --headless --convert-to pdf \
        --outdir "$kerja" "$1" >/dev/null 2>&1
    pdftoppm -r 75 -png -f "$2" -l "$2" -singlefile "$kerja/$(basename "${1%.*}").pdf" "$tujuan/$3"
}

gambar "$(find "$hasil/formulir" -name 'PLN_*_TW1_2026.xlsx' | head -n 1)" 2 formulir
gambar "$hasil/Matriks_Akumulasi_TW1_2026.xlsx" 3 matriks
gambar "$hasil/LHE_TW1_2026.xlsx" 2 lhe
