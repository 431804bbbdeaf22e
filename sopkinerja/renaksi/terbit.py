"""Issuing the Renaksi forms: to Kepala Dinas and Kabid level, with what wasn't done carried over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Terbitan
from sopkinerja.formulir.edaran import Urusan, issue_semua
from sopkinerja.formulir.penerbit import HasilTerbit, find_terakhir
from sopkinerja.istilah import Triwulan
from sopkinerja.kalender import Kalender, build_tenggat
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.mandat.terbit import list_jabatan
from sopkinerja.opd.mandat import Mandat
from sopkinerja.opd.model import Jabatan, Referensi
from sopkinerja.renaksi.jenis import RENAKSI
from sopkinerja.renaksi.langkah import read_renaksi
from sopkinerja.renaksi.lanjutan import Jawaban, JawabanLalu, Rencana, find_bawaan, sum_anggaran
from sopkinerja.renaksi.model import FormulirRenaksi
from sopkinerja.renaksi.rekam import build_formulir, find_pagu


def read_mandat_terbuka(agenda: Agenda, tahun: int, triwulan: Triwulan) -> Mandat:
    """The mandat in force in an open triwulan; SopKinerjaError with the next step otherwise."""
    mandat = agenda.read_mandat(tahun, triwulan)
    if mandat is None:
        raise SopKinerjaError(
            f"Mandat {tahun} belum ditetapkan, jadi Renaksi belum dapat disusun. "
            "Jalankan: sopkinerja tetapkan"
        )
    if triwulan in agenda.read_tutup(tahun):
        lanjut = (
            f"sopkinerja terbitkan renaksi -t {triwulan + 1}"
            if triwulan < Triwulan.IV
            else f'sopkinerja buka -t {triwulan.value} --alasan "…"'
        )
        raise SopKinerjaError(
            f"TW {triwulan.romawi} {tahun} sudah ditutup, jadi Renaksi-nya tidak diubah lagi. "
            f"Lanjutkan dengan: {lanjut}"
        )
    return mandat


def issue_renaksi(urusan: Urusan, jawaban: JawabanLalu) -> HasilTerbit:
    """Issues the form of every chair of the levels in the settings, with the steps of earlier
    triwulan that nobody called done (`jawaban`)."""
    agenda, referensi, triwulan = urusan.agenda, urusan.referensi, urusan.triwulan
    hari, level = urusan.waktu.date(), urusan.pengaturan.level_renaksi
    mandat = read_mandat_terbuka(agenda, urusan.tahun, triwulan)
    tenggat = build_tenggat(
        urusan.tahun, triwulan, Kalender(referensi.libur), urusan.pengaturan
    ).renaksi
    lalu = [t for t in triwulan.sampai_dengan() if t < triwulan]
    rencana = {t: read_renaksi(agenda, urusan.tahun, t) for t in lalu}

    def build(jabatan: Jabatan) -> FormulirRenaksi | None:
        kode = jabatan.kode
        langkah: Rencana = {t: r[kode].langkah for t, r in rencana.items() if kode in r}
        jawab: Jawaban = {t: jawaban[t][kode] for t in lalu if kode in jawaban.get(t, {})}
        bawaan = find_bawaan(langkah, jawab, triwulan)
        formulir = build_formulir(
            referensi, mandat, jabatan, triwulan, bawaan, sum_anggaran(langkah, bawaan, triwulan),
            tanggal=hari, tenggat=tenggat,
        )  # fmt: skip
        return formulir and _keep_bawaan(agenda, formulir)

    jabatan = list_jabatan(referensi, hari)
    hasil = issue_semua(
        RENAKSI, RENAKSI.open_templat(urusan.ruang, urusan.referensi.opd.logo), urusan, mandat,
        (j for j in jabatan if j.level in level), build,
    )  # fmt: skip
    hasil.lain += [j.kode for j in jabatan if j.kode in urusan.hanya and j.level not in level]
    return hasil


def list_usang(
    mandat: Mandat | None, referensi: Referensi, terbitan: Iterable[Terbitan]
) -> Iterator[str]:
    """The jabatan whose newest form (the last of `terbitan`) says other indicators or pagu than the
    mandat in force."""
    jabatan = {j.kode: j for j in referensi.jabatan}
    for kode, t in {t.identitas.jabatan: t for t in terbitan}.items():
        if mandat is None or kode not in jabatan or not mandat.untuk(kode):
            continue
        formulir = FormulirRenaksi.model_validate_json(t.isi)
        if formulir.versi_mandat == mandat.versi:
            continue
        kini = (mandat.untuk(kode), find_pagu(mandat, referensi, jabatan[kode]))
        if kini != (formulir.indikator, formulir.pagu):
            yield kode


def _keep_bawaan(agenda: Agenda, formulir: FormulirRenaksi) -> FormulirRenaksi:
    """Once a form has come back, what was carried over to its rows stays: the officer's cells
    stand on those very rows."""
    if find_terakhir(agenda.read_kiriman(formulir.identitas)) is None:
        return formulir
    riwayat = agenda.read_terbitan(formulir.identitas)
    lama = FormulirRenaksi.model_validate_json(riwayat[-1].isi)
    return formulir.model_copy(update={"bawaan": lama.bawaan, "anggaran_lalu": lama.anggaran_lalu})
