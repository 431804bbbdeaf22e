"""Row 4: watching inbox/ until Ctrl+C; it tells what waits, keeps the boards fresh, and takes in
where it is asked to."""

from __future__ import annotations

import datetime as dt
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopkinerja import tampilan
from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cli.dasar import main
from sopkinerja.cli.penerimaan import terima_inbox
from sopkinerja.cli.status import find_formulir, gather_papan, issue
from sopkinerja.kesalahan import RuangDipakai, SopKinerjaError
from sopkinerja.layar import print_baris
from sopkinerja.ruang import Ruang, build_waktu

if TYPE_CHECKING:
    from sopkinerja.penerimaan.pantau import Cuplikan, Pengamatan

MILIDETIK_LIHAT = 1000
"""So far apart are two looks at least."""
JEDA_TENANG = 15
"""Every so many seconds it looks even where nothing is told: a share may keep silent."""
DIPAKAI = "Ruang kerja sedang dipakai perintah sopkinerja lain; menunggu sampai selesai."
SELESAI = "Pemantauan selesai."
Tanda = tuple[tuple[int, int], ...]


@main.command()
@click.option("--otomatis", is_flag=True, help="Terima juga, begitu semua salinan selesai.")
@click.option(
    "--papan",
    "dicetak",
    is_flag=True,
    help="Tulis papan status (.xlsx dan .html) walau belum pernah; yang sudah ada selalu diperbarui.",
)
@click.option(
    "--jajak",
    is_flag=True,
    help="Lihat berulang; pada folder jaringan yang dikenali begitu dengan sendirinya.",
)
@click.option("--sekali", is_flag=True, help="Lihat satu kali saja (dua pandangan), lalu selesai.")
@click.pass_obj
def pantau(ruang: Ruang, otomatis: bool, dicetak: bool, jajak: bool, sekali: bool) -> None:
    """Baris 4: memantau inbox/ dan mengatakan apa yang siap diterima; Ctrl+C mengakhiri.

    Yang masih disalin atau sedang dibuka ditunggu. Papan yang pernah ditulis dengan
    status --papan diperbarui.

    Contoh: sopkinerja pantau --otomatis
    """
    ruang.read_pengaturan()
    pemantau = Pemantau(ruang, otomatis, dicetak, sekali)
    try:
        jaringan = jajak or _is_jaringan(ruang.inbox)
        if not sekali:
            cara = ", dengan melihat berulang" if jaringan else ""
            print_baris(f"Memantau {ruang.inbox}{cara}. Ctrl+C mengakhiri.")
        pemantau.look()
        if not pemantau.lalu:
            print_baris("Tidak ada berkas di inbox.")
        for ada_perubahan in iter_perubahan(ruang.inbox, jaringan):
            pemantau.step(ada_perubahan or sekali)
            if sekali:
                sys.exit(0 if pemantau.bersih else 1)
    except KeyboardInterrupt:
        print_baris(SELESAI)


def iter_perubahan(inbox: Path, jajak: bool) -> Iterator[bool]:
    """Every second or two, whether something changed in inbox/; by asking again and again where
    the system can't tell."""
    from watchfiles import watch

    try:
        for perubahan in watch(
            inbox, watch_filter=None, debounce=2 * MILIDETIK_LIHAT, step=MILIDETIK_LIHAT,
            rust_timeout=MILIDETIK_LIHAT, yield_on_timeout=True, force_polling=jajak or None,
            poll_delay_ms=2 * MILIDETIK_LIHAT, ignore_permission_denied=True,
        ):  # fmt: skip
            yield bool(perubahan)
    except OSError:
        if jajak:
            raise
        yield from iter_perubahan(inbox, True)


def _is_jaringan(inbox: Path) -> bool:
    from sopkinerja.penerimaan.pantau import is_jaringan

    mount = Path("/proc/self/mounts")
    daftar = mount.read_text(encoding="utf-8", errors="replace") if mount.exists() else ""
    return is_jaringan(str(inbox), daftar)


@dataclass
class Pemantau:
    """What one watch remembers from one look to the next."""

    ruang: Ruang
    otomatis: bool
    dicetak: bool
    sekali: bool
    lalu: Pengamatan = field(default_factory=dict)
    sudah: frozenset[tuple[str, Cuplikan]] = frozenset()
    """What was told as ready, or was tried."""
    isi_kerja: Tanda = ()
    """Referensi and settings as they were when that was tried."""
    papan_per: tuple[dt.date, Tanda] | None = None
    dipakai: bool = False
    bersih: bool = True
    """Whether the last intake left nothing that needs somebody."""
    detik: int = 0

    def step(self, ada_perubahan: bool) -> None:
        """One turn: looks where there is something to see, then does what is due."""
        from sopkinerja.penerimaan.pantau import is_tenang

        self.detik += 1
        if ada_perubahan or not is_tenang(self.lalu) or self.detik % JEDA_TENANG == 1:
            self.look()
        if is_tenang(self.lalu):
            self._offer()
        self._refresh_papan()

    def look(self) -> None:
        """Looks once and tells what is otherwise than before."""
        from sopkinerja.penerimaan.pantau import find_siap, list_perubahan, look

        kini = look(self.ruang.inbox, self.lalu)
        for baris in list_perubahan(self.lalu, kini):
            print_baris(f"  {baris}")
        self.lalu = kini
        self.sudah &= find_siap(kini)

    def _offer(self) -> None:
        """Takes in what is ready, or says how; what was tried only once its reason may be gone."""
        from sopkinerja.penerimaan.pantau import find_siap

        siap = find_siap(self.lalu)
        isi_kerja = _read_tanda(self.ruang.berkas_referensi, self.ruang.berkas_pengaturan)
        if self.otomatis and self.isi_kerja != isi_kerja:
            self.sudah, self.isi_kerja = frozenset(), isi_kerja
        if not siap - self.sudah:
            return
        if not self.otomatis:
            print_baris(f"→ {len(siap)} berkas siap. Jalankan: sopkinerja terima")
        elif not self._attempt(self._terima):
            return
        self.sudah = siap

    def _terima(self) -> None:
        from sopkinerja.penerimaan.pantau import look

        self.bersih = terima_inbox(self.ruang, build_waktu(None))
        self.lalu = look(self.ruang.inbox, self.lalu)

    def _refresh_papan(self) -> None:
        """Writes the boards anew where register, referensi or the day changed since."""
        keadaan = self._read_keadaan()
        if keadaan != self.papan_per and self._attempt(self._issue_papan):
            self.papan_per = self._read_keadaan()

    def _read_keadaan(self) -> tuple[dt.date, Tanda]:
        ruang = self.ruang
        return build_waktu(None).date(), _read_tanda(
            ruang.berkas_agenda, ruang.berkas_referensi, ruang.berkas_pengaturan
        )

    def _issue_papan(self) -> None:
        from sopkinerja.papan.terbit import find_tertulis

        waktu, semua = build_waktu(None), list(find_tertulis(self.ruang))
        if semua or self.dicetak:
            with self.ruang.kunci():
                pass  # it is free; the board is reckoned outside of the lock
        tulis: list[str] = []
        for formulir, tahun, triwulan, kontak in semua:
            urusan, papan = gather_papan(self.ruang, formulir, triwulan, tahun, waktu)
            if not papan.ditutup:
                tulis += issue(urusan, papan, None, kontak, ke_stderr=False)
        if self.dicetak and not tulis:
            urusan, papan = gather_papan(
                self.ruang, find_formulir(self.ruang, None), None, None, waktu
            )
            tulis += issue(urusan, papan, None, None, ke_stderr=False)
        if tulis:
            print_baris(f"Papan diperbarui: {', '.join(t for t in tulis if t.endswith('.html'))}")

    def _attempt(self, kerja: Callable[[], None]) -> bool:
        """Runs it; False where another run holds the workspace: then it is for a later look. What
        can't be done is told, and the watch goes on; with `sekali` it ends the command instead."""
        try:
            kerja()
        except RuangDipakai:
            if self.sekali:
                raise
            if not self.dipakai:
                print_baris(DIPAKAI)
            self.dipakai = True
            return False
        except (SopKinerjaError, sqlite3.Error) as galat:
            pesan = Agenda.build_pesan(galat) if isinstance(galat, sqlite3.Error) else str(galat)
            if self.sekali or pesan is None:
                raise
            print_baris(f"! {tampilan.add_tahun(pesan)}")
        self.dipakai = False
        return True


def _read_tanda(*berkas: Path) -> Tanda:
    """Size and time of change of files; a missing one has none."""
    semua = [b.stat() if b.exists() else None for b in berkas]
    return tuple((s.st_size, s.st_mtime_ns) if s else (0, 0) for s in semua)
