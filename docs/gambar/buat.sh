#!/usr/bin/env bash
# Makes the pictures of README and docs from a demo: docs/gambar/buat.sh DEMO [FOLDER]
# Each document on paper, on a laptop (1366 x 768), on a phone (390 px wide) and in grey. FOLDER is
# where they go: docs/gambar itself, or a folder beside it to compare with an older version
# (docs/gambar/sebelum, from a demo that the older version made).
# Needs LibreOffice, poppler-utils, imagemagick, xvfb and Chromium; SOPKINERJA is the program to ask
# for the board. `make gambar` makes the demo and runs this.
set -euo pipefail
for alat in soffice pdftoppm convert mogrify import xvfb-run chromium; do
    command -v "$alat" >/dev/null || kurang="${kurang:-} $alat"
done
[ -z "${kurang:-}" ] || { echo "docs/gambar/buat.sh needs:$kurang" >&2; exit 1; }
[ $# -gt 0 ] || exit 0 # only asked whether all is there
hasil=$(realpath "$1")/outbox/2026
tujuan=$(realpath -m "${2:-$(dirname "$0")}")
kerja=$(mktemp -d)
trap 'rm -rf "$kerja"' EXIT
mkdir -p "$tujuan"

kecilkan() { # PICTURE: fewer colours, no more bytes than needed
    mogrify -strip +dither -colors 32 -define png:compression-level=9 "$1"
}

kertas() { # FILE PATTERN NAME: the first page on paper that says so
    local pdf halaman
    pdf=$kerja/$(basename "${1%.*}").pdf
    [ -e "$pdf" ] || soffice "-env:UserInstallation=file://$kerja/profil" --headless \
        --convert-to pdf --outdir "$kerja" "$1" >/dev/null 2>&1
    for halaman in $(seq "$(pdfinfo "$pdf" | awk '/^Pages/ {print $2}')"); do
        pdftotext -layout -f "$halaman" -l "$halaman" "$pdf" "$kerja/halaman.txt"
        grep -qE "$2" "$kerja/halaman.txt" && break
    done
    pdftoppm -r 75 -png -f "$halaman" -l "$halaman" -singlefile "$pdf" "$tujuan/$3"
    kecilkan "$tujuan/$3.png"
}

layar() { # FILE SIZE NAME: a copy as the program shows it when it is opened
    for _ in 1 2 3; do
        potret "$@" && kecilkan "$tujuan/$3.png" && return
    done
    echo "$3: LibreOffice showed no window, three times" >&2
    return 1
}

potret() { # FILE SIZE NAME: one start of the program; fails where it shows nothing within a minute
    local tempat
    tempat=$(mktemp -d -p "$kerja")
    cp "$1" "$tempat"
    xvfb-run -a -s "-screen 0 $2x24" bash -c '
        set -m
        soffice "-env:UserInstallation=file://$1/profil" --norestore --nologo --calc "$1/$2" >/dev/null 2>&1 &
        trap "kill -9 -- -$! 2>/dev/null" EXIT
        for _ in $(seq 20); do
            sleep 3
            import -window root "$1/kini.png"
            [ "$(stat -c %s "$1/kini.png")" -gt 20000 ] && cmp -s "$1/kini.png" "$1/lalu.png" &&
                cp "$1/kini.png" "$3" && exit 0
            cp "$1/kini.png" "$1/lalu.png"
        done
        exit 1
    ' _ "$tempat" "$(basename "$1")" "$tujuan/$3.png" 2>/dev/null
}

laman() { # FILE SIZE NAME: a page as a browser of that size shows it
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size="$2" \
        "--user-data-dir=$kerja/peramban" "--screenshot=$kerja/laman.png" "file://$1" 2>/dev/null
    cp "$kerja/laman.png" "$tujuan/$3.png"
    kecilkan "$tujuan/$3.png"
}

kelabu() { # NAME NEW: as a black-and-white printer has it
    convert "$tujuan/$1.png" -colorspace Gray "$tujuan/$2.png"
    kecilkan "$tujuan/$2.png"
}

tw1=$hasil/TW1
lhe=$tw1/LHE_TW1_2026.xlsx
matriks=$tw1/Matriks_Akumulasi_TW1_2026.xlsx
formulir=$(find "$tw1/formulir" -name 'PLN_*_TW1_2026.xlsx' | head -n 1)
perbaikan=$(find "$tw1/perbaikan" -name 'P2IPK-02_*_perbaikan-1.xlsx' | head -n 1)
rapat=$tw1/Rapat_Monev_TW1_2026.xlsx
pk=$(find "$hasil/mandat/pk" -name 'PLN_*.xlsx' | head -n 1)
mandat=$(find "$hasil/mandat/formulir" -name 'PLN_*_mandat_2026.xlsx' | head -n 1)
kertas "$lhe" 'Ringkasan untuk|Indikator Kinerja Utama' lhe
kertas "$matriks" 'Kode Indikator|Kode +Indikator' matriks
kertas "$hasil/mandat/PK_dan_Target_2026.xlsx" 'KADIS' pk
kertas "$formulir" 'LAPORAN HASIL KINERJA' formulir
kertas "$perbaikan" 'Yang Ditemukan' perbaikan
kertas "$rapat" 'C\. RAPAT MONEV' rapat
kelabu lhe lhe_kelabu
layar "$lhe" 1366x768 lhe_laptop
layar "$lhe" 390x780 lhe_ponsel
layar "$matriks" 1366x768 matriks_laptop
layar "$rapat" 1366x768 rapat_laptop
layar "$rapat" 390x780 rapat_ponsel
layar "$pk" 390x780 pk_ponsel
layar "$formulir" 1366x768 formulir_laptop
layar "$formulir" 390x780 formulir_ponsel
layar "$perbaikan" 1366x768 perbaikan_laptop
layar "$perbaikan" 390x780 perbaikan_ponsel
layar "$mandat" 1366x768 mandat_laptop
layar "$mandat" 390x780 mandat_ponsel
kertas "$tw1/Laporan_Kinerja_TW1_2026.xlsx" 'Kepala Dinas' laporan_kinerja
layar "$tw1/Laporan_Kinerja_TW1_2026.xlsx" 1366x768 laporan_kinerja_laptop
"${SOPKINERJA:-sopkinerja}" --ruang "$1" status laporan -t 1 --tahun 2026 --papan --tanpa-kontak \
    --keluaran "$kerja/papan" --tanggal 2026-08-04 >/dev/null || [ $? -eq 1 ]
papan=$(find "$kerja/papan" -name '*.html')
laman "$papan" 1366,768 papan_laptop
laman "$papan" 390,780 papan_ponsel
if [ -e "$hasil/LAKIP_2026.xlsx" ]; then # of a whole year only
    renaksi=$(find "$tw1/renaksi/formulir" -name 'PLN_*_renaksi_TW1_2026.xlsx' | head -n 1)
    layar "$renaksi" 1366x768 renaksi_laptop
    layar "$renaksi" 390x780 renaksi_ponsel
    kertas "$hasil/LAKIP_2026.xlsx" 'Indikator Dinilai' lakip
fi
