"""Every sentence by its words, and what its counts, figures and directions must be.

A sentence with a figure that no pattern here knows is a difference, so that none is ever printed
unchecked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from tests.pembanding.arsip import baca, open_nilai
from tests.pembanding.banding import LEVEL, Hasil, Keadaan, _jumlah, _kurang, _persen, _Sampai
from tests.pembanding.banding_dokumen import BULAN
from tests.pembanding.buku_besar import tambah_hari_kerja
from tests.pembanding.hitung import DIHITUNG, ROMAWI, Kata, cetak
from tests.pembanding.hitungan import Cocok, Hitungan, P, rupiah
from tests.pembanding.kantor import AKHIR
from tests.pembanding.pengantar import periksa_sebab
from tests.pembanding.perlu import harap_perlu

RP = r"(-?Rp [\d.]+)"
BOLONG = r"(?:, (\d+) di antaranya tidak lengkap \(.+?\))?"
MASA = r"(?:s\.d\. Triwulan [IV]+|tahun \d{4})"
KURANG = r"(?:; (\d+) (?:tertinggal|di bawah target))?\."


def periksa_kalimat(k: Hitungan, lembar: str, teks: str) -> None:
    """Takes each known sentence out, comparing it; what is left must hold no figure."""
    sisa = re.sub(r"^(•|\d+\.)  ", "", teks)
    for pola, periksa in POLA:
        while cocok := re.search(pola, sisa):
            periksa(k, f"{lembar} kalimat {cocok[0][:60]!r}", cocok)
            sisa = f"{sisa[: cocok.start()]} {sisa[cocok.end() :]}"
    k.sama(f"{lembar} kalimat yang belum dikenal: {sisa!r}", bool(re.search(r"\d", sisa)), False)


def periksa_utama(k: Hitungan, tempat: str, c: Cocok) -> None:
    """How many of the Kepala Dinas' indicators reached their target, and how many didn't."""
    _periksa_banyak(k, tempat, k.iku, (c[1], c[2], c[3]))


def periksa_utama_lain(k: Hitungan, tempat: str, c: Cocok) -> None:
    """The same of the level that leads where none of those can be assessed."""
    level, _ = k.utama()
    k.sama(f"{tempat} Kepala Dinas", k.level[LEVEL[0]].nilai, None)
    k.sama(f"{tempat} level", c[3], level)
    _periksa_banyak(k, tempat, k.milik_level(level), (c[1], c[2], c[4]))


def _periksa_banyak(
    k: Hitungan, tempat: str, milik: dict[str, Hasil], banyak: tuple[str, str, str | None]
) -> None:
    dinilai = sum(h.sd.capaian is not None for h in milik.values())
    kurang = len(_kurang(milik))
    harap = (str(dinilai - kurang), str(dinilai), str(kurang) if kurang else None)
    k.sama(tempat, str(banyak), str(harap))


def periksa_rerata(k: Hitungan, tempat: str, c: Cocok) -> None:
    """The mean of who leads, its predikat, the way since the triwulan before, what is missing."""
    level, s = k.utama()
    assert s.nilai is not None
    siapa = "IKU" if level == LEVEL[0] else f"indikator level {level}"
    k.kelompok(tempat, c, siapa, _persen(s.nilai, 2), s.predikat)
    periksa_bolong(k, tempat, level, c[11])
    if k.n > 1 and k.cetakan.triwulan:
        _periksa_sejak(k, tempat, level, c)


def _periksa_sejak(k: Hitungan, tempat: str, level: str, c: Cocok) -> None:
    """The way since the triwulan before, of the indicators assessed in both."""
    lama, kini = k.keadaan.tercetak(k.n - 1), k.keadaan
    dua = [(lama, k.n - 1), (kini, k.n)]
    hasil = [x.hitung(t) for x, t in dua]
    ada = [
        {kd for kd, h in isi.items() if h.sd.capaian is not None and _is_level(x, t, kd, level)}
        for (x, t), isi in zip(dua, hasil, strict=True)
    ]
    sama = ada[0] & ada[1]
    nilai = [
        x.per_level(x.skor({kd: h for kd, h in isi.items() if kd in sama}, t), t)[level].nilai
        for (x, t), isi in zip(dua, hasil, strict=True)
    ]
    if nilai[0] is None or nilai[1] is None:
        k.sama(f"{tempat} sejak", str((c[4], c[8])), str((None, None)))
        return
    a, b = (cetak(n) for n in nilai if n is not None)
    lalu, nanti = (_persen(n, 2) for n in nilai)
    tw, banyak = ROMAWI[k.n - 2], str(len(sama))
    if ada[0] == ada[1]:
        arah = "sama dengan" if a == b else "naik dari" if b > a else "turun dari"
        k.sama(f"{tempat} arah", str(c.groups()[3:7]), str((arah, lalu, tw, banyak)))
        k.sama(f"{tempat} sejak", c[8], None)
    else:
        arah = "naik" if b > a else "turun"
        teks = f"tetap {nanti}" if a == b else f"{arah} dari {lalu} menjadi {nanti}"
        k.sama(f"{tempat} sejak", str(c.groups()[7:10]), str((banyak, tw, teks)))
        k.sama(f"{tempat} arah", c[4], None)


def _is_level(keadaan: Keadaan, t: int, kode: str, level: str) -> bool:
    jabatan = str(keadaan.berlaku(t).indikator[kode]["jabatan"])
    return keadaan.kursi(t)[jabatan].level == level


def periksa_serapan(k: Hitungan, tempat: str, c: Cocok) -> None:
    """How much of the budget is spent."""
    pagu = sum((p for p, _ in k.keadaan.berlaku(k.n).pagu.values()), Fraction(0))
    uang = _jumlah([_jumlah(v) for v in k.keadaan.anggaran(k.n).values()])
    assert uang is not None
    k.sama(tempat, c[1], _persen(uang / pagu * 100, 2))
    k.sama(f"{tempat} serapan", c[2] or "", sebut_belum_uang(k))


def sebut_belum_uang(k: Hitungan) -> str:
    """What the sums of money leave out: triwulan that nobody told of."""
    tw = ("I", "II", "III", "IV")
    kurang = {
        kode: [t for t, uang in enumerate(v) if uang is None]
        for kode, v in sorted(k.keadaan.anggaran(k.n).items())
        if None in v
    }
    if not kurang:
        return ""
    masa = ", ".join(tw[t] for t in sorted({t for v in kurang.values() for t in v}))
    uraian = k.keadaan.berlaku(k.n).uraian_pagu
    nama = [uraian[kode] for kode in kurang][:2]
    nama += [f"{len(kurang) - 2} lainnya"] * (len(kurang) > 2)
    return f"belum termasuk realisasi TW {masa} dari {len(kurang)} sub kegiatan: {'; '.join(nama)}"


def periksa_belum_dinilai(k: Hitungan, tempat: str, c: Cocok) -> None:
    """How many of the Kepala Dinas' indicators have no capaian."""
    k.sama(tempat, int(c[1]), sum(h.sd.capaian is None for h in k.iku.values()))


def periksa_berat(k: Hitungan, tempat: str, c: Cocok) -> None:
    """Which of those behind need one and a half times what was planned, or more."""
    berat: dict[str, str] = {}
    for kode, h in _kurang(k.milik_level(k.utama()[0])).items():
        kata, angka = harap_perlu(h.ukuran, h.sd, k.keadaan.kabar(kode, k.pemilik[kode]), k.n)
        if "× target TW" in kata and 2 * angka[-1] >= 3:
            berat[k.nama_indikator(kode)] = _persen(angka[-1], 1).rstrip("%")
    if c[2]:
        k.sama(tempat, int(c[2]), len(berat))
    else:
        siapa = dict(re.findall(r"(?:^| dan )(.+?) harus (\S+) kali target TW itu", c[1]))
        k.sama(tempat, siapa, berat)


def periksa_angka_iku(k: Hitungan, tempat: str, c: Cocok) -> None:
    """Whose figures differ below: at least every IKU with a remark on a twin that's open still."""
    sisi = sum(any(k.is_terbuka(i, t) for t in h.kembar) for i, h in k.iku.items())
    k.sama(f"{tempat} {sisi} kembar", int(c[1]) + int(c[2] or 0) >= sisi, True)


def periksa_pembukaan(k: Hitungan, tempat: str, c: Cocok) -> None:
    """What differs in closed triwulan alone: of every TW named, some."""
    semua = [t for i, h in k.hasil.items() for t in h.kembar if not k.is_terbuka(i, t)]
    k.sama(f"{tempat} banyak", int(c[2]) <= len(semua), True)
    tw = {t for teks in semua for t in re.findall(r" TW ([IV]+) ", teks)}
    k.sama(f"{tempat} TW", [t for t in re.findall(r"TW ([IV]+)", c[1]) if t not in tw], [])


def periksa_langkah(k: Hitungan, tempat: str, c: Cocok) -> None:
    """As many as it names, each of them behind."""
    bagian = [b for b in re.split(r", dan |, | dan ", c[2]) if b]
    nama = [b for b in bagian if not b.endswith(" lainnya")]
    lain = sum(int(b.split()[0]) for b in bagian if b.endswith(" lainnya"))
    k.sama(tempat, int(c[1]), len(nama) + lain)
    kurang = [k.nama_indikator(kd) for kd in _kurang(k.milik_level(k.utama()[0]))]
    k.sama(f"{tempat} tertinggal", [n for n in nama if n not in kurang], [])


def periksa_bolong(k: Hitungan, tempat: str, level: str, banyak: str | None) -> None:
    """How many assessed figures of a level lack a triwulan."""
    kursi = k.keadaan.kursi(k.n)
    milik = [h for kd, h in k.hasil.items() if kursi[k.pemilik[kd]].level == level]
    bolong = sum(
        h.sd.capaian is not None and "tidak lengkap" in " ".join(h.sd.catatan) for h in milik
    )
    k.sama(f"{tempat} tidak lengkap", int(banyak or 0), bolong)


def periksa_tiada(k: Hitungan, tempat: str, c: Cocok) -> None:
    k.sama(tempat, k.dinilai, 0)


def periksa_iku_kurang(k: Hitungan, tempat: str, c: Cocok) -> None:
    harap = [k.nama_indikator(kd) for kd in _kurang(k.iku)]
    k.daftar(tempat, c[1], harap)


def periksa_iku_status(k: Hitungan, tempat: str, c: Cocok) -> None:
    k.rincian_status(tempat, c[1], [k.keadaan_kini(i, h) for i, h in k.iku.items()])


def periksa_ujung(k: Hitungan, tempat: str, c: Cocok) -> None:
    """Highest and lowest of levels or units."""
    kelompok = k.level if c[1] == "Level" else k.unit
    nilai = {n: s.nilai for n, s in kelompok.items() if s.nilai is not None}
    tinggi, rendah = max(nilai.values()), min(nilai.values())
    k.sama(f"{tempat} tinggi", (nilai.get(c[2]), c[3]) == (tinggi, _persen(tinggi, 2)), True)
    k.sama(f"{tempat} rendah", (nilai.get(c[4]), c[5]) == (rendah, _persen(rendah, 2)), True)
    for nama in (c[2], c[4]):
        k.sama(f"{tempat} {nama} cukup lengkap", k.terwakili(c[1], nama), True)


def periksa_tanpa_ujung(k: Hitungan, tempat: str, c: Cocok) -> None:
    """Nobody is ranked where the highest or the lowest rests on too few, or lacks its head."""
    kelompok = k.level if c[1] == "Level" else k.unit
    nilai = {n: s.nilai for n, s in kelompok.items() if s.nilai is not None}
    ujung = {max(nilai.values()), min(nilai.values())}
    tanpa = [n for n, s in nilai.items() if s in ujung and not k.terwakili(c[1], n)]
    for nama, n, m in re.findall(r"(?:^|; )([^;]+?) \(baru (\d+) dari (\d+) jabatan", c[2]):
        s = kelompok[nama]
        k.sama(f"{tempat} {nama}", f"{n} dari {m}", s.jabatan)
    k.sama(tempat, [n for n in tanpa if n in c[2]] != [], True)


def periksa_semua_sama(k: Hitungan, tempat: str, c: Cocok) -> None:
    kelompok = k.level if c[1] == "level" else k.unit
    k.sama(tempat, {_persen(s.nilai, 2) for s in kelompok.values() if s.nilai is not None}, {c[2]})


def periksa_baru_satu(k: Hitungan, tempat: str, c: Cocok) -> None:
    kelompok = {**k.level, **k.unit}
    nilai = kelompok[c[1]].nilai
    k.sama(tempat, nilai is not None and _persen(nilai, 2), c[2])


def periksa_kurang(k: Hitungan, tempat: str, c: Cocok) -> None:
    kurang = k.kurang()
    rendah = min(h.sd.capaian for h in kurang.values() if h.sd.capaian is not None)
    k.kelompok(tempat, c, len(kurang), k.dinilai)
    k.sama(f"{tempat} terendah", c[3], _persen(rendah, 2))


def periksa_semua_capai(k: Hitungan, tempat: str, c: Cocok) -> None:
    k.sama(tempat, (int(c[1]), len(k.kurang())) == (k.dinilai, 0), True)


def periksa_belum(k: Hitungan, tempat: str, c: Cocok) -> None:
    k.sama(tempat, int(c[1]), len(k.belum))
    k.daftar(tempat, c[2], [f"{j} {k.acak.nama(j)}" for j in k.belum])


def periksa_terlambat(k: Hitungan, tempat: str, c: Cocok) -> None:
    k.kelompok(tempat, c, len(k.terlambat), max(k.terlambat.values()))
    lama = [(j, k.acak.nama(j)) for j, n in k.terlambat.items() if n == int(c[2])]
    k.sama(f"{tempat} siapa", any(c[3] in (n, f"{j} {n}") for j, n in lama), True)


def periksa_sama_terlambat(k: Hitungan, tempat: str, c: Cocok) -> None:
    k.kelompok(tempat, c, len(k.terlambat), max(k.terlambat.values()))
    k.sama(f"{tempat} semuanya", len(k.terlambat) > 1 and len(set(k.terlambat.values())) == 1, True)


def periksa_anggaran(k: Hitungan, tempat: str, c: Cocok) -> None:
    pagu = sum((p for p, _ in k.keadaan.berlaku(k.n).pagu.values()), Fraction(0))
    uang = _jumlah([_jumlah(v) for v in k.keadaan.anggaran(k.n).values()])
    assert uang is not None
    k.kelompok(tempat, c, rupiah(uang), rupiah(pagu), _persen(uang / pagu * 100, 2))


def periksa_belum_uang(k: Hitungan, tempat: str, c: Cocok) -> None:
    k.sama(tempat, c[1], sebut_belum_uang(k))


def periksa_putusan_rendah(k: Hitungan, tempat: str, c: Cocok) -> None:
    rendah = {kd: h for kd, h in k.kurang().items() if h.predikat in ("Rendah", "Sangat Rendah")}
    kepala = sum(kd in k.iku for kd in rendah)
    k.sama(f"{tempat} Kepala Dinas", int(c[2] or 0), kepala)
    rendah = {kd: h for kd, h in rendah.items() if kd not in k.iku}
    k.sama(tempat, int(c[1]), len(rendah))
    harap = {
        f"{k.nama_indikator(kd)} ({k.pemilik[kd]} {k.acak.nama(k.pemilik[kd])}": _persen(
            h.sd.capaian, 2
        )
        for kd, h in rendah.items()
        if h.sd.capaian is not None
    }
    k.butir(tempat, c[3].replace("), ", ")|").replace(", ", " (", 0), harap)


def periksa_lebih(k: Hitungan, tempat: str, c: Cocok) -> None:
    lebih = k.lebih_pagu()
    k.sama(tempat, bool(lebih), True)
    for uang in re.findall(RP, c[1]):
        k.sama(f"{tempat} {uang}", uang in {rupiah(u) for u in lebih.values()}, True)


def periksa_tanpa_hasil(k: Hitungan, tempat: str, c: Cocok) -> None:
    isi = k.keadaan.berlaku(k.n).indikator
    terpakai = {kd for kd, v in k.keadaan.anggaran(k.n).items() if _jumlah(v)}
    nol = [kd for kd, h in k.kurang().items() if h.sd.capaian is not None and h.sd.capaian <= 0]
    harap = [k.nama_indikator(kd) for kd in nol if isi[kd]["sub_kegiatan"] in terpakai]
    k.daftar(tempat, c[1], harap)


def periksa_teguran(k: Hitungan, tempat: str, c: Cocok) -> None:
    k.sama(tempat, int(c[1]), len(k.belum))


def periksa_pengisian(k: Hitungan, tempat: str, c: Cocok) -> None:
    k.sama(tempat, int(c[1]), len(k.lowong))
    k.daftar(tempat, c[2], [f"{j} {k.acak.nama(j)}" for j in k.lowong])


def periksa_kepatuhan(k: Hitungan, tempat: str, c: Cocok) -> None:
    diterima, wajib = len(k.diterima), len(k.kursi_kini) - len(k.lowong)
    tenggat = tambah_hari_kerja(AKHIR[k.n - 1], 5)
    batas = f"{tenggat.day} {BULAN[tenggat.month - 1]} {tenggat.year}"
    k.kelompok(tempat, c, diterima, wajib, batas, diterima - len(k.terlambat))


def periksa_dasar_laporan(k: Hitungan, tempat: str, c: Cocok) -> None:
    diterima, wajib = len(k.diterima), len(k.kursi_kini) - len(k.lowong)
    k.kelompok(tempat, c, diterima, wajib)
    k.sama(f"{tempat} belum semua", diterima < wajib, True)


def periksa_lowong(k: Hitungan, tempat: str, c: Cocok) -> None:
    k.sama(tempat, int(c[1]), len(k.lowong))


def periksa_dicetak(k: Hitungan, tempat: str, c: Cocok) -> None:
    """What of those below target is printed (10, but every IKU), and what isn't."""
    kursi, kurang = k.keadaan.kursi(k.n), k.kurang()
    level = [kursi[k.pemilik[kd]].level for kd in kurang]
    iku, kabid = level.count("Kepala Dinas"), level.count("Kabid")
    dicetak = max(iku, min(iku + kabid, 10))
    pimpinan = iku + kabid
    dari = str(pimpinan) if pimpinan > dicetak else None
    k.sama(tempat, [c[1], c[2], c[3]], [str(dicetak), dari, str(len(kurang) - dicetak)])


def periksa_berbeda(k: Hitungan, tempat: str, c: Cocok) -> None:
    """As many as the table below says one by one."""
    judul = ("Triwulan", "Angka yang sekarang berbeda", "Dicetak", "Sekarang", "Karena")
    tabel = k.tabel("Antar Triwulan", *judul)
    k.sama(tempat, int(c[1]), len(tabel))
    apa = {str(b["Angka yang sekarang berbeda"]).split()[0] for b in tabel}
    k.sama(f"{tempat} indikator", int(c[2] or 0), len({a for a in apa if "." in a}))


def periksa_arah(k: Hitungan, tempat: str, c: Cocok) -> None:
    """naik, turun or tetap, by the figures as printed beside it."""
    lalu, kini = k.dua_kepala()
    assert lalu is not None
    assert kini is not None
    a, b = cetak(lalu), cetak(kini)
    arah = "naik" if b > a else "turun"
    teks = f"{arah} dari {_persen(lalu, 2)} menjadi {_persen(kini, 2)}"
    k.sama(tempat, c[1], f"tetap {_persen(kini, 2)}" if a == b else teks)


def periksa_dasar(k: Hitungan, tempat: str, c: Cocok) -> None:
    """Why the two scores don't rest on the same: figures that came since, the PK, how many."""
    t = k.n - 1
    lama = k.keadaan.tercetak(t)
    dicetak, sekarang, kini = (_Sampai.build(x, m).level[LEVEL[0]]
                               for x, m in ((lama, t), (k.keadaan, t), (k.keadaan, k.n)))  # fmt: skip
    a, b = (None if s.nilai is None else _persen(s.nilai, 2) for s in (dicetak, sekarang))
    harap = (ROMAWI[t - 1], a, b or "belum dapat dinilai") if a != b else (None,) * 3
    k.sama(f"{tempat} angka", str(c.groups()[:3]), str(harap))
    versi = [str(k.keadaan.berlaku(m).versi) for m in (t, k.n)]
    pk = (versi[0], ROMAWI[t - 1], versi[1], ROMAWI[k.n - 1])
    pk_harap = pk if versi[0] != versi[1] else (None,) * 4
    k.sama(f"{tempat} PK", str(c.groups()[3:7]), str(pk_harap))
    n = (str(dicetak.dinilai), str(kini.dinilai))
    n_harap = n if n[0] != n[1] else (None, None)
    k.sama(f"{tempat} dinilai", str(c.groups()[7:9]), str(n_harap))


def periksa_tanpa_arah(k: Hitungan, tempat: str, c: Cocok) -> None:
    k.sama(tempat, None in k.dua_kepala(), True)


def periksa_menyusul(k: Hitungan, tempat: str, c: Cocok) -> None:
    susul = k.susulan()
    k.sama(f"{tempat} ditunggu", int(c[1]), sum(a.startswith("ditunggu") for a in susul.values()))
    k.sama(f"{tempat} sementara", int(c[3]), sum(a == "angka sementara" for a in susul.values()))
    k.sama(f"{tempat} masuk", int(c[2]), sum(a == "sudah masuk" for a in susul.values()))


def periksa_tahun_lalu(k: Hitungan, tempat: str, c: Cocok) -> None:
    arah = [k.arah(kd, h) for kd, h in k.iku.items()]
    k.sama(f"{tempat} membaik", int(c[1]), arah.count("membaik"))
    k.sama(f"{tempat} memburuk", int(c[2] or 0), arah.count("memburuk"))
    letak: dict[str, list[str]] = {}
    for kd, h in k.iku.items():
        if (apa := k.rentang(kd, h)) and h.sd.status == DIHITUNG:
            letak.setdefault(apa, []).append(k.nama_indikator(kd))
    ada = re.findall(r"; ((?:keluar|masuk|tetap (?:dalam|di luar)) rentang): ([^;]+)", c[3])
    k.sama(f"{tempat} rentang", dict(ada), {a: " dan ".join(n) for a, n in letak.items()})


def periksa_putusan_tahun(k: Hitungan, tempat: str, c: Cocok) -> None:
    k.sama(tempat, int(c[1]), len(k.kurang()))


def periksa_belum_terbit(k: Hitungan, tempat: str, c: Cocok) -> None:
    """One of each name, with the first kode: what a superior and a subordinate both wait for is one
    figure."""
    satu: dict[str, str] = {}
    for (kd, _), apa in sorted(k.susulan().items()):
        if apa.startswith("ditunggu"):
            satu.setdefault(k.nama_indikator(kd), kd)
    k.daftar(tempat, c[1], [f"{kd} {nama}" for nama, kd in satu.items()])


def periksa_lapor_tahun(k: Hitungan, tempat: str, c: Cocok) -> None:
    for t, (a, b) in enumerate(re.findall(r"TW [IV]+ (\d+) dari (\d+) jabatan", c[1]), 1):
        k.sama(f"{tempat} TW {t}", f"{a} dari {b}", k.lapor_dari(t))
    alpa = [
        j
        for j in k.kursi_kini
        if any(
            (j, t) not in k.acak.buku.diterima
            and j in k.keadaan.kursi(t)
            and not k.keadaan.lowong(j, t)
            for t in range(1, 5)
        )
    ]
    k.sama(f"{tempat} alpa", int(c[2] or 0), len(alpa))
    k.daftar(f"{tempat} alpa", c[3] or "", [f"{j} {k.acak.nama(j)}" for j in alpa])


def periksa_dicetak_patuh(k: Hitungan, tempat: str, c: Cocok) -> None:
    """Of the rows below: 16 of those with a triwulan missed or late are printed; they stand first."""
    judul = ("No", "Kode", "TW I", "Lapor", "Terlambat (hari kerja)")
    masa = [f"TW {r}" for r in ROMAWI]
    tabel = k.tabel("Kepatuhan", *judul)
    tidak = [
        bool(b["Terlambat (hari kerja)"] or {b[m] for m in masa} & {"tidak lapor", "tidak valid"})
        for b in tabel
    ]
    banyak = sum(tidak)
    k.sama(f"{tempat} urutan", tidak, sorted(tidak, reverse=True))
    dari = str(banyak) if banyak > 16 else None
    tertib = str(len(tabel) - banyak) if len(tabel) > banyak else None
    k.sama(tempat, str(c.groups()), str((str(min(banyak, 16)), dari, tertib)))


def periksa_semua_tertib(k: Hitungan, tempat: str, c: Cocok) -> None:
    tabel = k.tabel("Kepatuhan", "No", "Kode", "TW I", "Lapor", "Terlambat (hari kerja)")
    lambat = [b for b in tabel if b["Terlambat (hari kerja)"]]
    k.sama(tempat, (int(c[1]), lambat), (len(tabel), []))


def periksa_kembar(k: Hitungan, tempat: str, c: Cocok) -> None:
    """Every pair leaves a remark on either side; those of an IKU are told apart."""
    sisi = [t for i, h in k.hasil.items() for t in h.kembar if k.is_terbuka(i, t)]
    iku = [t for i, h in k.iku.items() for t in h.kembar if k.is_terbuka(i, t)]
    k.sama(tempat, 2 * (int(c[1]) + int(c[2] or 0)), len(sisi) - 2 * len(iku))


def periksa_catatan_tahun(k: Hitungan, tempat: str, c: Cocok) -> None:
    """How many pairs of hambatan and rekomendasi the four triwulan hold."""
    siapa = k.pimpinan if "Kabid" in c[0] else None
    k.sama(tempat, int(c[1]), sum(1 for kd, _ in k.berhambatan() if siapa is None or kd in siapa))


def periksa_tahun_lhe(k: Hitungan, tempat: str, c: Cocok) -> None:
    k.sama(tempat, int(c[1]), k.keadaan.tahun)


def periksa_keberhasilan(k: Hitungan, tempat: str, c: Cocok) -> None:
    """As many as the sheet's first table lists, of the time that the LHE is of."""
    masa = f"TW {ROMAWI[k.n - 1]}" if k.cetakan.triwulan else "keempat triwulan"
    k.sama(f"{tempat} masa", c[2], masa)
    isi = list(open_nilai(k.cetakan.berkas)["Sebab Keberhasilan"].iter_rows(values_only=True))
    periksa_sebab(isi, k.sama)


def periksa_lakip(k: Hitungan, tempat: str, c: Cocok) -> None:
    milik = [k.hasil[kd] for kd in k.pimpinan]
    ada = [cetak(h.tahun) for h in milik if h.tahun is not None]
    k.kelompok(tempat, c, len(milik), len(ada), sum(n >= 100 for n in ada))
    bolong = sum(h.tahun is not None and "tidak lengkap" in " ".join(h.sd.catatan) for h in milik)
    k.sama(f"{tempat} tidak lengkap", int(c[4] or 0), bolong)


def periksa_gagal_lakip(k: Hitungan, tempat: str, c: Cocok) -> None:
    """How many of the leaders' indicators missed the year's target, how many of those never told
    why, and how many notes stand with the others."""
    tahun = {kd: k.hasil[kd].tahun for kd in k.pimpinan}
    gagal = {kd for kd, nilai in tahun.items() if nilai is not None and cetak(nilai) < 100}
    tanpa = gagal - {kd for kd, _ in k.berhambatan()}
    k.kelompok(tempat, c, len(gagal))
    k.sama(f"{tempat} tanpa hambatan", int(c[2] or 0), len(tanpa))
    lain = set(k.pimpinan) - gagal
    k.sama(f"{tempat} lain", int(c[3] or 0), sum(kd in lain for kd, _ in k.berhambatan()))


def periksa_sasaran(k: Hitungan, tempat: str, c: Cocok) -> None:
    nama = dict.fromkeys(k.sasaran_dari(kd) for kd in k.iku)
    nilai = {n: s for n in nama if (s := k.skor_sasaran(n)) is not None}
    k.kelompok(tempat, c, len(nilai), len(nama))
    k.sama(f"{tempat} disebut", c[3] is not None, 5 * len(nilai) >= 4 * len(nama))
    if c[3]:
        k.sama(f"{tempat} terendah", c[4], _persen(min(nilai.values()), 2))
        k.sama(f"{tempat} nama", nilai.get(c[3]), min(nilai.values()))


def periksa_mencantumkan(k: Hitungan, tempat: str, c: Cocok) -> None:
    isi = k.keadaan.berlaku(k.n).indikator
    k.sama(tempat, int(c[1]), sum(isi[kd]["lalu"] is not None for kd in k.pimpinan))


def periksa_titik_tolak(k: Hitungan, tempat: str, c: Cocok) -> None:
    k.kelompok(tempat, c, len(k.hasil), len(k.kursi_kini))


def periksa_dibanding(k: Hitungan, tempat: str, teks: str, kode: str, h: Hasil) -> None:
    """`naik 47 nilai (membaik)`, `12,90% dari setahun penuh tahun lalu`, `sama`, or nothing to compare."""
    lalu = k.keadaan.berlaku(k.n).indikator[kode]["lalu"]
    if lalu is None or h.sd.realisasi is None or h.sd.status != DIHITUNG:
        k.sama(f"{tempat} dibanding", teks, "")
        return
    beda = h.sd.realisasi - lalu
    if beda and isinstance(lalu, Kata):
        arah = k.arah(kode, h)
        ekor = f" ({arah})" if arah else ""
        k.sama(
            f"{tempat} dibanding", teks, f"{'naik' if beda > 0 else 'turun'} dari {lalu.teks}{ekor}"
        )
        return
    if h.ukuran.konsolidasi == "Jumlah" and not k.utuh(h):
        bagian = _persen(h.sd.realisasi / lalu * 100, 2) if lalu > 0 else ""
        harap = f"{bagian} dari setahun penuh tahun lalu" if bagian else ""
        k.sama(f"{tempat} dibanding", teks, harap)
    elif not beda:
        k.sama(f"{tempat} dibanding", teks, "sama")
    elif teks:
        kata = "naik" if beda > 0 else "turun"
        k.sama(f"{tempat} arah {teks!r}", teks.startswith(kata), True)
        angka = baca(teks.split()[1])
        assert angka is not None
        dekat = abs(angka - abs(beda)) <= max(abs(beda), 1) / 100
        k.sama(f"{tempat} beda {teks!r} untuk {float(beda)}", dekat, True)
        arah = re.search(r"\(([\w ]+)\)", teks)
        if arah:
            k.sama(f"{tempat} {teks!r}", arah[1], k.arah(kode, h) or k.rentang(kode, h))


DISEBUT = r"(?:; (\d+) lagi sudah disebut dalam keputusan rapat)?"
POLA: tuple[tuple[str, Callable[[Hitungan, str, Cocok], None]], ...] = (
    (rf"Belum ada IKU yang dapat dinilai {MASA}\. (\d+) dari (\d+) indikator level (.+?) mencapai target {MASA}{KURANG}", periksa_utama_lain),
    (rf"(\d+) dari (\d+) IKU mencapai target {MASA}{KURANG}", periksa_utama),
    (r"Agar target tahun tercapai, (?:di (?:TW IV|TW [IV]+–IV) (.+?)|(\d+) di antaranya harus mencapai 1,5 kali target (?:TW IV|TW [IV]+–IV) atau lebih)\.$", periksa_berat),
    (rf"Rata-rata capaian (IKU|indikator level .+?) {P} \(([\w ]+) menurut skala\)(?: terhadap target tahun)?(?:, ((?:naik|turun) dari|sama dengan) {P} pada TW ([IV]+) \((\d+) (?:IKU|indikator) yang sama\))?(?:; (\d+) (?:IKU|indikator) yang dinilai juga pada TW ([IV]+) ((?:naik|turun) dari \S+ menjadi \S+?%|tetap \S+?%))?(?:; (\d+) di antaranya tidak lengkap \(.+?\))?\.", periksa_rerata),
    (rf"Anggaran terserap {P}(?: \((belum termasuk .+?)\))?\.(?= |$)", periksa_serapan),
    (r"(\d+) IKU belum dinilai: .+\.$", periksa_belum_dinilai),
    (rf"Angka atau target yang benar bagi (\d+) IKU: .+?{DISEBUT}\.$", periksa_angka_iku),
    (rf"Angka atau target yang benar bagi (\d+) indikator yang berbeda di atasan dan bawahan: .+?{DISEBUT}\.$", periksa_kembar),
    (rf"Pembukaan kembali (TW .+?) \(sudah ditutup\), bila (\d+) indikator yang bedanya hanya berasal dari sana hendak disamakan: .+?{DISEBUT}\.$", periksa_pembukaan),
    (r"Langkah bagi (\d+) IKU di bawah target yang belum punya langkah: (.+)\.$", periksa_langkah),
    (r"Langkah lanjutan bagi (\d+) IKU di bawah target yang langkah terakhirnya sudah selesai: (.+)\.$", periksa_langkah),
    (r"Tenggat bagi langkah (\d+) IKU di bawah target: (.+)\.$", periksa_langkah),
    (r"Belum ada indikator yang dapat dinilai s\.d\. [^.]*\.", periksa_tiada),
    (r"Di bawah target: (.+?)\.(?= |$)", periksa_iku_kurang),
    (r"Indikator Kepala Dinas: (.+?)\.(?= |$)", periksa_iku_status),
    (rf"(Level|Unit) tertinggi (.+?) \({P}\), terendah (.+?) \({P}\)\.", periksa_ujung),
    (r"(Level|Unit) belum dapat diperbandingkan: ((?:[^()]|\([^()]*\))+?)\.(?= |$)", periksa_tanpa_ujung),
    (rf"Semua (level|unit) yang dinilai sama: {P}\.", periksa_semua_sama),
    (rf"Baru (.+?) yang dapat dinilai: {P}\.", periksa_baru_satu),
    (rf"(\d+) dari (\d+) indikator yang dapat dinilai berada di bawah target\. Paling rendah: .+?, {P}(?:, tidak lengkap \(.+?\))?\.", periksa_kurang),
    (r"(\d+) angka(?: dari (\d+) indikator)? yang dicetak FINAL sekarang berbeda(?:, dengan skor yang memuatnya)?; rinciannya di buku kerja, di lembar ini\.", periksa_berbeda),
    (r"Dicetak (\d+)(?: dari (\d+))? indikator Kepala Dinas dan Kabid; (\d+) indikator lainnya di buku kerja, di lembar ini\.", periksa_dicetak),
    (r"Semua (\d+) indikator yang dapat dinilai mencapai target\.", periksa_semua_capai),
    (r"(\d+) (?:laporan )?(?:TW IV )?terlambat, paling lama (\d+) hari kerja \((.+?)\)\.", periksa_terlambat),
    (r"(\d+) (?:laporan )?(?:TW IV )?terlambat, semuanya (\d+) hari kerja\.", periksa_sama_terlambat),
    (rf"(?:Anggaran terserap|Terserap|Realisasi s\.d\. TW [IV]+) {RP} dari pagu {RP} \({P}\)\.", periksa_anggaran),
    (r"Angka ini (belum termasuk .+?)\.(?= |$)", periksa_belum_uang),
    (r"Perbaikan (\d+) indikator berpredikat Rendah atau Sangat Rendah(?:, selain (\d+) indikator Kepala Dinas)?: (.+)\.$", periksa_putusan_rendah),
    (r"Realisasi melebihi pagu: (.+)\.$", periksa_lebih),
    (r"Anggaran terpakai tetapi capaian 0: (.+)\.$", periksa_tanpa_hasil),
    (r"Teguran atau batas akhir bagi (\d+) jabatan yang belum diterima laporannya: .+\.$", periksa_teguran),
    (r"Pengisian \(atau Plt\.\) bagi (\d+) jabatan lowong: (.+)\.$", periksa_pengisian),
    (r"(\d+) dari (\d+) jabatan yang terisi sudah diterima laporannya \(tenggat (.+?)\); (\d+) di antaranya tepat waktu\.", periksa_kepatuhan),
    (r"Berdasarkan laporan (?:TW IV )?(\d+) dari (\d+) jabatan yang terisi\.", periksa_dasar_laporan),
    (r"(\d+) belum diterima: (.+?)\.(?= |$)", periksa_belum),
    (r"(\d+) jabatan lowong tidak dihitung terlambat\.", periksa_lowong),
    (r"Capaian indikator Kepala Dinas ((?:naik|turun|tetap) .+?%)\.", periksa_arah),
    (rf" Dasarnya berbeda: (?:TW ([IV]+) dicetak FINAL(?: rev\d)? {P}, sekarang (.+?%|belum dapat dinilai))?(?:; )?(?:PK versi (\d) pada TW ([IV]+), versi (\d) pada TW ([IV]+))?(?:; )?(?:(\d+) lalu (\d+) indikator yang dinilai)?\.", periksa_dasar),
    (r"Indikator Kepala Dinas belum dapat dibandingkan dengan triwulan lalu\.", periksa_tanpa_arah),
    (r"Target dan anggaran \d{4} bagi (\d+) indikator di bawah target \(RENJA_\d{4}\)\.", periksa_putusan_tahun),
    (r"Cara LAKIP \d{4} menyajikan angka yang belum terbit: (.+)\.$", periksa_belum_terbit),
    (r"Dicetak (\d+)(?: dari (\d+))? jabatan yang pernah tidak lapor atau terlambat(?:; (?:sisanya)?(?: dan )?(?:(\d+) yang selalu tertib)? ada di buku kerja, di lembar ini)?\.", periksa_dicetak_patuh),
    (r"Semua (\d+) jabatan selalu tertib\.", periksa_semua_tertib),
    (r"Yang lapor: (.+?)\.(?: Pernah tidak lapor: (\d+) jabatan \((.+?)\)\.)?\s*$", periksa_lapor_tahun),
    (r"(\d+) catatan (?:dari keempat triwulan|hambatan dan rekomendasi pada indikator Kepala Dinas dan Kabid)", periksa_catatan_tahun),
    (r"(\d+) indikator di bawah target tahun(?:, (\d+) di antaranya tanpa hambatan yang dilaporkan)?(?:; (\d+) catatan pada indikator lain dibaca di buku kerja, di bawahnya)?\.", periksa_gagal_lakip),
    (r"Di Bawah Target dan Hambatan pada LHE_(\d{4})\.", periksa_tahun_lhe),
    (r"(\d+) capaian yang mencapai target pada (keempat triwulan|TW [IV]+) disertai sebab keberhasilannya", periksa_keberhasilan),
    (r"Dari (\d+) indikator Kepala Dinas dan Kabid, (\d+) dapat dinilai terhadap target tahun; (\d+) mencapainya\.(?: (\d+) angka tidak lengkap \(lihat Keterangan\)\.)?", periksa_lakip),
    (rf"(\d+) dari (\d+) sasaran dapat dinilai(?:; terendah: (.+?) \({P}\))?\.", periksa_sasaran),
    (r"(\d+) indikator mencantumkan realisasi tahun lalu\.", periksa_mencantumkan),
    (r"(\d+) indikator dari (\d+) jabatan sebagai titik tolak mandat \d{4}\.", periksa_titik_tolak),
    (r"(\d+) angka masih ditunggu dari penerbitnya(?: \(\d+ sudah lewat tanggal perkiraannya\))?; (\d+) sudah masuk; (\d+) masih angka sementara\.", periksa_menyusul),
    (r"Dibanding realisasi tahun lalu (\d+) indikator Kepala Dinas membaik(?:, (\d+) memburuk: .+?)?((?:; [a-z ]+ rentang: [^;]+?)*)\.(?= |$)", periksa_tahun_lalu),
)  # fmt: skip
"""Sentences by their words, and who compares the figures in them; in this order."""
