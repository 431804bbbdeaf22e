"""Every file ends in exactly one place: arsip/ by SHA-256, or karantina/ with a note beside it."""

from __future__ import annotations

from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Kiriman
from sopkinerja.istilah import Putusan
from sopkinerja.penerimaan.model import Berkas, Rencana, Sumber
from sopkinerja.ruang import Ruang, build_nama_aman
from sopkinerja.temuan import Temuan
from sopkinerja.tulisan import render_waktu

AKHIRAN = (".xlsx", ".xlsm", ".xls", ".ods")


def build_arsip(ruang: Ruang, sha256: str, nama: str) -> Path:
    """Where bytes of that SHA-256 lie in arsip/."""
    akhiran = Path(nama).suffix.lower()
    akhiran = akhiran if akhiran in AKHIRAN else ".bin"
    return ruang.arsip / sha256[:2] / f"{sha256}{akhiran}"


def build_karantina(ruang: Ruang, sha256: str, nama: str) -> Path:
    """Where a file that was not taken lies; the same bytes always at the same place."""
    jalur = Path(nama.replace("\\", "/"))
    aman = build_nama_aman(jalur.stem) or "berkas"
    return ruang.karantina / f"{sha256[:12]}_{aman}{_akhiran(jalur)}"


def _akhiran(jalur: Path) -> str:
    akhiran = build_nama_aman(jalur.suffix.lstrip("."), 8)
    return f".{akhiran}" if akhiran else ""


def plan_arsip(ruang: Ruang, rencana: Rencana, berkas: Berkas) -> None:
    """Adds one decided file to the plan: its bytes, its note, its line in the register."""
    assert berkas.putusan is not None
    sumber = berkas.sumber
    arsip: Path | None = None
    if berkas.putusan is Putusan.KARANTINA:
        tujuan = build_karantina(ruang, sumber.sha256, sumber.nama)
        rencana.tulis[tujuan.with_name(f"{tujuan.name}.alasan.txt")] = _build_catatan(
            rencana, berkas
        )
    else:
        tujuan = arsip = build_arsip(ruang, sumber.sha256, sumber.nama)
    rencana.tulis[tujuan] = sumber.isi
    if sumber.asal and sumber.asal != tujuan:
        rencana.hapus.append(sumber.asal)
        if sumber.asal.parent == ruang.karantina:
            rencana.hapus.append(sumber.asal.with_name(f"{sumber.asal.name}.alasan.txt"))
    rencana.kiriman.append(
        Kiriman(
            urutan=sumber.urutan,
            nama=sumber.nama,
            sha256=sumber.sha256,
            identitas=berkas.identitas,
            revisi=berkas.revisi,
            diterima=rencana.waktu,
            tersimpan=berkas.tersimpan,
            putusan=berkas.putusan,
            temuan=berkas.temuan,
            hasil=berkas.hasil,
            balasan=berkas.balasan,
            arsip=ruang.build_jalur(arsip) if arsip else None,
            berlaku=berkas.putusan is Putusan.DITERIMA,
        )
    )


def _build_catatan(rencana: Rencana, berkas: Berkas) -> bytes:
    baris = [
        f"Berkas   : {berkas.sumber.nama}",
        f"SHA-256  : {berkas.sumber.sha256}",
        f"Diterima : {render_waktu(rencana.waktu)}",
        "",
        *(f"{t.kode.name}: {t.pesan}\n  {t.saran}" for t in berkas.temuan),
        "",
    ]
    return "\r\n".join(baris).encode("utf-8-sig")


def find_tertahan(ruang: Ruang, agenda: Agenda) -> list[Sumber | tuple[Sumber, Temuan]]:
    """What was refused or held and never accepted since: to be judged again in its old order."""
    terakhir: dict[str, Kiriman] = {}
    for k in agenda.read_kiriman_tahun():
        terakhir[k.sha256] = k
    perlu = (Putusan.PERLU_PERBAIKAN, Putusan.KARANTINA, Putusan.KONFLIK)
    hasil: list[Sumber | tuple[Sumber, Temuan]] = []
    for k in terakhir.values():
        if k.putusan not in perlu:
            continue
        karantina = build_karantina(ruang, k.sha256, k.nama)
        jalur = ruang.akar / k.arsip if k.arsip else karantina
        if jalur.exists():
            asal = karantina if jalur == karantina else None
            hasil.append(Sumber(k.nama, jalur.read_bytes(), k.sha256, asal, k.urutan))
    return hasil
