"""More than one machine: the hands of a Dask cluster do what processor cores of this one would.

The bytes of what is to be done travel with it and those of the result come back, so that a worker
needs no folder of the one who coordinates; who coordinates alone reads and writes workspace and
register. `distributed` (`sopkinerja[klaster]`) is imported only where a cluster is asked for.
"""

from __future__ import annotations

import contextlib
import logging
import pickle
import platform
import threading
import warnings
import zlib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, CancelledError, Future, InvalidStateError
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from sopkinerja.agenda.jurnal import build_program
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.tenaga import TenagaLuar, use_luar

if TYPE_CHECKING:
    from distributed import Client

PUSTAKA = (
    "distributed",
    "lxml",
    "numpy",
    "openpyxl",
    "pandas",
    "pydantic",
    "python-calamine",
    "xlsxwriter",
)
"""What carries, reads and writes workbooks: another version may give other bytes or read otherwise."""
SABAR_DETIK = 5
"""So long the scheduler is waited for."""
TANPA_PEKERJA_DETIK = 30
"""A cluster without any worker for so long is given up: this machine does the rest."""
SELANG_DETIK = 1.0
ROMBONGAN = 8
_VERSI = "__import__('sopkinerja.klaster').klaster.build_versi()"
"""Asked of a worker as text: one without sopkinerja, or with an older one, can still answer."""

BELUM_TERPASANG = (
    "--klaster memerlukan paket tambahan yang belum terpasang di komputer ini. Pasang dengan: "
    'pip install "sopkinerja[klaster]" lalu ulangi, atau jalankan tanpa --klaster.'
)
TAK_MENJAWAB = (
    "Klaster di {alamat} tidak menjawab. Periksa alamatnya (tertulis saat dask scheduler dimulai), "
    "dan apakah dask scheduler masih berjalan dan terjangkau dari komputer ini; lalu ulangi, atau "
    "jalankan tanpa --klaster."
)
TANPA_SERTIFIKAT = (
    "Klaster di {alamat} hanya dapat dihubungi dengan sertifikat, dan konfigurasi Dask di komputer "
    "ini tidak menunjuk sertifikat yang terbaca (distributed.comm.tls: ca-file, client.cert, "
    "client.key). Lengkapi di ~/.config/dask/distributed.yaml, lalu ulangi."
)
HARUS_TLS = (
    "Konfigurasi Dask di komputer ini melarang hubungan tanpa enkripsi (require-encryption), jadi "
    "{alamat} tidak dihubungi. Pakai alamat tls://, lalu ulangi."
)
TANPA_PEKERJA = (
    "Klaster di {alamat} belum punya pekerja. Di komputer yang ikut bekerja jalankan: "
    "dask worker {alamat} --nworkers auto --nthreads 1, lalu ulangi."
)
BEDA_VERSI = (
    "Pekerja klaster di {pekerja} tidak sama dengan komputer ini ({beda}), jadi hasilnya dapat "
    "berbeda. Pasang versi yang sama di semua komputer, mulai lagi dask worker di sana, lalu ulangi."
)
TANPA_PROGRAM = (
    "Di pekerja klaster {pekerja} sopkinerja tidak dapat dijalankan ({sebab}). Pasang di sana versi "
    'yang sama: pip install "sopkinerja[klaster]", mulai lagi dask worker, lalu ulangi.'
)
TERPUTUS = (
    "Klaster terputus di tengah jalan; sisanya dikerjakan komputer ini, tidak ada yang hilang. "
    "Periksa dask scheduler dan dask worker sebelum memakai --klaster lagi."
)


class KlasterTerputus(BrokenExecutor):
    """Nobody is there any more to do it."""


@cache
def build_versi() -> Mapping[str, str]:
    """All that decides what a file is read as and which bytes are written, by name."""
    return {
        "sopkinerja": build_program(),
        "Python": platform.python_version(),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        **{nama: version(nama) for nama in PUSTAKA},
    }


def kerjakan_titipan(versi: Mapping[str, str], titipan: bytes) -> bytes:
    """On a worker: what was handed over is done, where it is the program that handed it over;
    the result, pickled."""
    if beda := _render_beda(build_versi(), versi):
        raise SopKinerjaError(BEDA_VERSI.format(pekerja=platform.node(), beda=beda))
    kerja, isi, lain = pickle.loads(titipan)
    return pickle.dumps(kerja(*isi, **lain), pickle.HIGHEST_PROTOCOL)


def _render_beda(di_sana: Mapping[str, str], di_sini: Mapping[str, str]) -> str:
    """`lxml 6.0.0, di sini 6.1.3`: each that differs; empty where none does."""
    beda = {nama: di_sana.get(nama, "tidak ada") for nama in di_sini}
    return "; ".join(f"{n} {v}, di sini {di_sini[n]}" for n, v in beda.items() if v != di_sini[n])


class Janji(Future[Any]):
    """A result on its way, kept pickled until it is asked for: so it takes a fraction of the memory."""

    def result(self, timeout: float | None = None) -> Any:
        """The result; the exception that it ended with."""
        return pickle.loads(super().result(timeout))


class Klaster(TenagaLuar):
    """The workers of a cluster as an executor; `terputus` once it is given up."""

    rombongan = ROMBONGAN

    def __init__(self, client: Client, inti: int) -> None:
        self._client, self.inti = client, inti
        self._penugas = client.get_executor(pure=False)
        self._tunggu: set[Future[Any]] = set()
        self._berhenti = threading.Event()
        self.terputus = False
        threading.Thread(target=self._jaga, daemon=True).start()

    def submit(self, kerja: Callable[..., Any], /, *isi: Any, **lain: Any) -> Future[Any]:
        """Hands it over, pickled, to whichever worker is free; KlasterTerputus where none is left,
        here or from the future."""
        titipan = pickle.dumps((kerja, isi, lain), pickle.HIGHEST_PROTOCOL)
        janji = Janji()
        self._tunggu.add(janji)
        if self.terputus:
            raise KlasterTerputus
        jauh = self._penugas.submit(kerjakan_titipan, build_versi(), titipan)
        jauh.add_done_callback(lambda f: self._teruskan(f, janji))
        return janji

    def run_semua(self, kerja: Callable[[], Any]) -> None:
        """Has every worker do that now, as far as it can."""
        if not self.terputus:
            with contextlib.suppress(Exception):
                self._client.run(kerja, on_error="ignore")

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Lets the cluster go; what is still on its way is given up."""
        self._berhenti.set()
        with contextlib.suppress(Exception):
            self._client.close()

    def _teruskan(self, jauh: Future[Any], janji: Future[Any]) -> None:
        from distributed import KilledWorker

        try:
            hasil = jauh.result()
        except KilledWorker:  # several workers were lost over it
            self._tepati(janji, galat=KlasterTerputus())
        except CancelledError:
            self.terputus = True
            self._tepati(janji, galat=KlasterTerputus())
        except BaseException as galat:
            self._tepati(janji, galat=galat)
        else:
            self._tepati(janji, hasil)

    def _tepati(
        self, janji: Future[Any], hasil: bytes = b"", galat: BaseException | None = None
    ) -> None:
        self._tunggu.discard(janji)
        with contextlib.suppress(InvalidStateError):  # given up meanwhile
            if galat is None:
                janji.set_result(hasil)
            else:
                janji.set_exception(galat)

    def _jaga(self) -> None:
        """Counts the cores; where no worker comes for a while, nothing is waited for any more."""
        kosong = 0.0
        while not self._berhenti.wait(SELANG_DETIK):
            try:
                self.inti = sum(self._client.nthreads().values())
            except Exception:
                self.inti = 0
            kosong = 0 if self.inti else kosong + SELANG_DETIK
            if kosong > TANPA_PEKERJA_DETIK:
                self.terputus = True
                for janji in tuple(self._tunggu):
                    self._tepati(janji, galat=KlasterTerputus())
                return


@contextlib.contextmanager
def open_klaster(alamat: str) -> Iterator[Klaster]:
    """All work is done by the cluster at `tcp://host:port` meanwhile; SopKinerjaError, with what to
    do, where it can't be reached, has no worker, or runs another program."""
    client = _hubungi(alamat)
    try:
        inti = client.nthreads()
        if not inti:
            raise SopKinerjaError(TANPA_PEKERJA.format(alamat=alamat))
        _check_versi(client)
        klaster = Klaster(client, sum(inti.values()))
        with klaster, use_luar(klaster):
            yield klaster
    finally:
        client.close()


def _hubungi(alamat: str) -> Client:
    try:
        import dask
        import distributed  # noqa: F401
    except ImportError:
        raise SopKinerjaError(BELUM_TERPASANG) from None
    dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 GiB"})
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    for nama in ("client", "core", "batched", "comm"):
        logging.getLogger(f"distributed.{nama}").setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", module="distributed")
    if alamat.startswith("tls:") and not _is_bersertifikat():
        raise SopKinerjaError(TANPA_SERTIFIKAT.format(alamat=alamat))
    if not alamat.startswith("tls:") and dask.config.get("distributed.comm.require-encryption"):
        raise SopKinerjaError(HARUS_TLS.format(alamat=alamat))
    try:
        return _open_client(alamat)
    except (OSError, TimeoutError, ValueError):
        raise SopKinerjaError(TAK_MENJAWAB.format(alamat=alamat)) from None


def _open_client(alamat: str) -> Client:
    """Waits no longer than it should, also where something else than a scheduler listens."""
    from distributed import Client

    janji: Future[Client] = Future()

    def buka() -> None:
        try:
            janji.set_result(Client(alamat, timeout=SABAR_DETIK, set_as_default=False))
        except BaseException as galat:
            janji.set_exception(galat)

    threading.Thread(target=buka, daemon=True).start()
    return janji.result(SABAR_DETIK + 2)


def _is_bersertifikat() -> bool:
    """Whether Dask's configuration names certificates that can be read."""
    from distributed import Security

    try:
        return Security().get_connection_args("client").get("ssl_context") is not None
    except (OSError, ValueError):
        return False


def _check_versi(client: Client) -> None:
    for pekerja, di_sana in client.run(eval, _VERSI, on_error="return").items():
        if isinstance(di_sana, Exception):
            raise SopKinerjaError(TANPA_PROGRAM.format(pekerja=pekerja, sebab=di_sana))
        if beda := _render_beda(di_sana, build_versi()):
            raise SopKinerjaError(BEDA_VERSI.format(pekerja=pekerja, beda=beda))
