"""What a polaritas is: figure, Excel formula, due or not, direction, sentence; one class for each.

All arithmetic is in Decimal over the shortest decimal text of each float, so that 4,55 of 5 is
exactly 91. Percentages are raw (unlimited). Source: the SOP's rows 4 and 5; the formulas of Turun
and Rentang are settings.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple, Protocol, assert_never

from sopkinerja.istilah import Besaran, Polaritas, Rentang, Sebutan, Target
from sopkinerja.tulisan import render_tampak

_SERATUS = Decimal(100)


def to_desimal(nilai: float) -> Decimal:
    """A float as the shortest decimal text that names it."""
    return Decimal(repr(float(nilai)))


class PilihanRumus(Protocol):
    """The settings that choose a formula, as `sopkinerja.toml` and a form's record hold them."""

    @property
    def rumus_turun(self) -> str: ...
    @property
    def rumus_rentang(self) -> str: ...


class SelCapaian(NamedTuple):
    """The cells of one row of the matrix that its capaian is computed from."""

    target: str
    realisasi: str
    bawah: str
    atas: str
    terburuk: str


class KalimatPolaritas(NamedTuple):
    """What people read of a polaritas."""

    arti: str
    """Which result is good, as in “Naik: makin besar makin baik”."""
    misal: str
    """What is measured so, in two or three words."""
    anjuran: str
    """Both, for the instructions."""
    penjelasan: tuple[str, str]
    """Meaning and a worked example, for those who choose."""


class CiriPolaritas(NamedTuple):
    """How the targets of a polaritas look, and what a change means."""

    hanya_pita: bool
    """Targets are bands; else they are numbers, or bands that are met inside."""
    nol_dinilai: bool
    """A target of 0 is a target; else nothing is owed."""
    negatif_sah: bool
    """A target may lie below 0."""
    dinilai_dini: bool
    """A position within the year says something of the annual target."""
    naik_baik: bool | None
    """A rise is for the better; None: nobody can say."""


_DALAM = 'AND({atas}<>"",{nilai}>={bawah},{nilai}<={atas})'
"""The condition, in a form's Excel, that a realisasi lies inside a band."""
_BATAS = 'IF({atas}="",{bawah},IF({nilai}>{atas},{atas},{bawah}))'
"""The number it is held against: the target, or the bound of a band that it lies outside of."""


class Sifat(ABC):
    """What one polaritas means."""

    @property
    @abstractmethod
    def kalimat(self) -> KalimatPolaritas: ...

    @property
    @abstractmethod
    def ciri(self) -> CiriPolaritas: ...

    @abstractmethod
    def find_rumus(self, pilihan: PilihanRumus) -> str | None:
        """The setting that chooses its formula; None where there is only one."""

    @abstractmethod
    def compute(
        self, target: float | Rentang, realisasi: Decimal, rumus: str | None, terburuk: float | None
    ) -> Decimal:
        """Realisasi against a due target in raw per cent."""

    @abstractmethod
    def render_hitungan(
        self, target: float | Rentang, realisasi: Decimal, rumus: str | None, terburuk: float | None
    ) -> str:
        """The same in words: `8 ÷ 10 × 100`, or why there is nothing to divide."""

    @property
    @abstractmethod
    def rumus_formulir(self) -> str:
        """The same in a form's Excel, by keys; the chosen formula stands in {rumus}."""

    @abstractmethod
    def build_rumus(self, sel: SelCapaian, rumus: str | None) -> str:
        """The same in the matrix' Excel; target and realisasi are numbers there."""

    def is_due(self, target: Target) -> bool:
        """Whether a realisasi is owed and can be assessed."""
        if isinstance(target, Sebutan):
            return not self.ciri.hanya_pita
        return target is not None and (self.ciri.nol_dinilai or target != 0)

    def is_sah(self, target: float | Rentang | Sebutan) -> bool:
        """Whether a target can belong to it."""
        if isinstance(target, Sebutan):
            return not self.ciri.hanya_pita
        if isinstance(target, Rentang):
            return target.bawah <= target.atas and (self.ciri.negatif_sah or target.bawah >= 0)
        return not self.ciri.hanya_pita and (self.ciri.negatif_sah or target >= 0)


class Naik(Sifat):
    """More is better; inside a band is full marks, outside it the near bound is the target.

    A bound of 0 divides nothing: below it is nothing, above it twice the target.
    """

    kalimat = KalimatPolaritas(
        arti="makin besar makin baik",
        misal="nilai ekspor",
        anjuran="makin besar makin baik, misalnya nilai ekspor",
        penjelasan=(
            "Makin besar makin baik. Target boleh rentang, misalnya 7-7,5: di dalamnya capaian 100%.",
            "Nilai ekspor: target 100, hasil 110 berarti capaian 110%.",
        ),
    )
    ciri = CiriPolaritas(
        hanya_pita=False, nol_dinilai=False, negatif_sah=True, dinilai_dini=True, naik_baik=True
    )
    rumus_formulir = (
        f"IF({_DALAM},100,IF({_BATAS}=0,"
        'IF({atas}="","",IF({nilai}<{bawah},0,200)),'
        f"IF({_BATAS}<0,(2-{{nilai}}/{_BATAS})*100,{{nilai}}/{_BATAS}*100)))"
    )

    def find_rumus(self, pilihan: PilihanRumus) -> str | None:
        return None

    def compute(
        self, target: float | Rentang, realisasi: Decimal, rumus: str | None, terburuk: float | None
    ) -> Decimal:
        t = _find_batas(target, realisasi)
        if t is None:
            return _SERATUS
        if t == 0:
            return Decimal(200) if realisasi > 0 else Decimal(0)
        return realisasi * _SERATUS / t if t > 0 else (2 * t - realisasi) * _SERATUS / t

    def render_hitungan(
        self, target: float | Rentang, realisasi: Decimal, rumus: str | None, terburuk: float | None
    ) -> str:
        t = _find_batas(target, realisasi)
        if t is None:
            return DI_DALAM
        if t == 0:
            return "target 0 (di atasnya 200, selain itu 0)"
        return _sebut_bagi(realisasi, t) if t > 0 else _sebut_selisih(t, realisasi)

    def build_rumus(self, sel: SelCapaian, rumus: str | None) -> str:
        t, r = _build_batas(sel), sel.realisasi
        hasil = f"IF({t}<0,(2*{t}-{r})*100/{t},IF({t}=0,IF({r}>0,200,0),{r}*100/{t}))"
        return f"IF({_build_dalam(sel)},100,{hasil})"


class Turun(Sifat):
    """Less is better; `selisih` = (2 x target - realisasi) / target, `rasio` = target / realisasi.

    Of a target of 0 nothing is full marks and anything is none, unless a worst value scales it.
    Inside a band is full marks, outside it the near bound is the target.
    """

    kalimat = KalimatPolaritas(
        arti="makin kecil makin baik",
        misal="hari layanan",
        anjuran="makin kecil makin baik, misalnya hari penyelesaian layanan",
        penjelasan=(
            "Makin kecil makin baik. Target boleh rentang, misalnya 10-10,5: di dalamnya 100%.",
            "Hari penyelesaian layanan: target 5 hari, hasil 4 hari lebih baik daripada target.",
        ),
    )
    ciri = CiriPolaritas(
        hanya_pita=False, nol_dinilai=True, negatif_sah=False, dinilai_dini=False, naik_baik=False
    )
    rumus_formulir = (
        f"IF({_DALAM},100,IF({_BATAS}=0,"
        "IF({nilai}<=0,100,IF(N({terburuk})>0,({terburuk}-{nilai})/{terburuk}*100,0)),"
        f'IF({_BATAS}<0,"",IF({{rumus}}="rasio",IF({{nilai}}<=0,200,{_BATAS}/{{nilai}}*100),'
        f"(2*{_BATAS}-{{nilai}})/{_BATAS}*100))))"
    )

    def find_rumus(self, pilihan: PilihanRumus) -> str | None:
        return pilihan.rumus_turun

    def compute(
        self, target: float | Rentang, realisasi: Decimal, rumus: str | None, terburuk: float | None
    ) -> Decimal:
        t = _find_batas(target, realisasi)
        if t is None:
            return _SERATUS
        if t < 0:
            raise ValueError("a Turun target below 0 is refused in the mandat")
        if t == 0:
            return _turun_target_nol(realisasi, terburuk)
        if rumus == "selisih":
            return (2 * t - realisasi) * _SERATUS / t
        return t * _SERATUS / realisasi if realisasi > 0 else Decimal(200)

    def render_hitungan(
        self, target: float | Rentang, realisasi: Decimal, rumus: str | None, terburuk: float | None
    ) -> str:
        t = _find_batas(target, realisasi)
        if t is None:
            return DI_DALAM
        if t == 0:
            return _sebut_target_nol(realisasi, terburuk)
        if rumus == "selisih":
            return _sebut_selisih(t, realisasi)
        return _sebut_bagi(t, realisasi) if realisasi > 0 else "realisasi 0"

    def build_rumus(self, sel: SelCapaian, rumus: str | None) -> str:
        t, r, buruk = _build_batas(sel), sel.realisasi, sel.terburuk
        nol = f"IF({r}<=0,100,IF(N({buruk})>0,({buruk}-{r})*100/{buruk},0))"
        rasio = f"IF({r}>0,{t}*100/{r},200)"
        hasil = f"IF({t}=0,{nol},{f'(2*{t}-{r})*100/{t}' if rumus == 'selisih' else rasio})"
        return f"IF({_build_dalam(sel)},100,{hasil})"


class DalamRentang(Sifat):
    """Good inside a band; above it `menyimpang` = (2 x atas - realisasi) / atas, `lampaui` =
    realisasi / atas."""

    kalimat = KalimatPolaritas(
        arti="baik bila di antara dua batas",
        misal="inflasi 2,5 s.d. 4,5",
        anjuran="baik bila di antara dua batas",
        penjelasan=(
            "Baik bila di antara dua batas; target ditulis 2,5 s.d. 4,5.",
            "Stabilitas harga: target 2,5 s.d. 4,5, hasil 3,9 berarti capaian 100%.",
        ),
    )
    ciri = CiriPolaritas(
        hanya_pita=True, nol_dinilai=True, negatif_sah=True, dinilai_dini=True, naik_baik=None
    )
    rumus_formulir = (
        "IF(AND({nilai}>={bawah},{nilai}<={atas}),100,IF({nilai}<{bawah},"
        "IF({bawah}<=0,0,{nilai}/{bawah}*100),"
        'IF({atas}<=0,0,IF({rumus}="lampaui",{nilai}/{atas}*100,(2*{atas}-{nilai})/{atas}*100))))'
    )

    def find_rumus(self, pilihan: PilihanRumus) -> str | None:
        return pilihan.rumus_rentang

    def compute(
        self, target: float | Rentang, realisasi: Decimal, rumus: str | None, terburuk: float | None
    ) -> Decimal:
        if not isinstance(target, Rentang):
            raise ValueError(f"a band is needed, not {target}")
        bawah, atas, r = to_desimal(target.bawah), to_desimal(target.atas), realisasi
        if bawah <= r <= atas:
            return _SERATUS
        if r < bawah:
            return r * _SERATUS / bawah if bawah > 0 else Decimal(0)
        if atas <= 0:
            return Decimal(0)
        return (r if rumus == "lampaui" else 2 * atas - r) * _SERATUS / atas

    def render_hitungan(
        self, target: float | Rentang, realisasi: Decimal, rumus: str | None, terburuk: float | None
    ) -> str:
        t = _find_batas(target, realisasi)
        if t is None:
            return DI_DALAM
        if t <= 0:
            return f"batas {_sebut(t)} tidak di atas 0"
        lewat = realisasi > t and rumus != "lampaui"
        return _sebut_selisih(t, realisasi) if lewat else _sebut_bagi(realisasi, t)

    def build_rumus(self, sel: SelCapaian, rumus: str | None) -> str:
        r, bawah, atas = sel.realisasi, sel.bawah, sel.atas
        lewat = f"{r}*100/{atas}" if rumus == "lampaui" else f"(2*{atas}-{r})*100/{atas}"
        di_atas = f"IF({r}<={atas},100,IF({atas}>0,{lewat},0))"
        return f"IF({r}<{bawah},IF({bawah}>0,{r}*100/{bawah},0),{di_atas})"


def _find_batas(target: float | Rentang, realisasi: Decimal) -> Decimal | None:
    """The number that a realisasi is held against: of a band the bound it lies outside of, None
    inside it."""
    if not isinstance(target, Rentang):
        return to_desimal(target)
    bawah, atas = to_desimal(target.bawah), to_desimal(target.atas)
    if bawah <= realisasi <= atas:
        return None
    return bawah if realisasi < bawah else atas


def _build_batas(sel: SelCapaian) -> str:
    """The same in the matrix' Excel; helper cells hold the bounds of a band alone."""
    t, r, bawah, atas = sel.target, sel.realisasi, sel.bawah, sel.atas
    return f'IF({atas}="",{t},IF({r}>{atas},{atas},{bawah}))'


def _build_dalam(sel: SelCapaian) -> str:
    """The condition, in the matrix' Excel, that a realisasi lies inside a band."""
    return f'AND({sel.atas}<>"",{sel.realisasi}>={sel.bawah},{sel.realisasi}<={sel.atas})'


def _turun_target_nol(r: Decimal, terburuk: float | None) -> Decimal:
    if r <= 0:
        return _SERATUS
    if terburuk is None or terburuk <= 0:
        return Decimal(0)
    buruk = to_desimal(terburuk)
    return (buruk - r) * _SERATUS / buruk


DI_DALAM = "di dalam rentang"


def _sebut(nilai: Decimal) -> str:
    teks = render_tampak(float(nilai))
    return f"(−{teks[1:]})" if nilai < 0 else teks


def _sebut_bagi(atas: Decimal, bawah: Decimal) -> str:
    return f"{_sebut(atas)} ÷ {_sebut(bawah)} × 100"


def _sebut_selisih(t: Decimal, r: Decimal) -> str:
    return f"(2 × {_sebut(t)} − {_sebut(r)}) ÷ {_sebut(t)} × 100"


def _sebut_target_nol(r: Decimal, terburuk: float | None) -> str:
    if r <= 0:
        return "target 0 dan realisasi 0"
    if terburuk is None or terburuk <= 0:
        return "target 0, realisasi di atasnya, tanpa nilai terburuk"
    buruk = _sebut(to_desimal(terburuk))
    return f"(nilai terburuk {buruk} − {_sebut(r)}) ÷ {buruk} × 100"


_NAIK, _TURUN, _RENTANG = Naik(), Turun(), DalamRentang()


def find_sifat(polaritas: Polaritas) -> Sifat:
    """What that polaritas means; a new member of the vocabulary gets its class here."""
    match polaritas:
        case Polaritas.NAIK:
            return _NAIK
        case Polaritas.TURUN:
            return _TURUN
        case Polaritas.RENTANG:
            return _RENTANG
        case _:
            assert_never(polaritas)


SIFAT = {p: find_sifat(p) for p in Polaritas}


def list_polaritas(cocok: Callable[[CiriPolaritas], bool]) -> tuple[Polaritas, ...]:
    """Those of whose targets something holds."""
    return tuple(p for p in Polaritas if cocok(SIFAT[p].ciri))


HANYA_PITA = list_polaritas(lambda c: c.hanya_pita)
TANPA_NOL = list_polaritas(lambda c: not c.nol_dinilai)
AKHIR_TAHUN = list_polaritas(lambda c: not c.dinilai_dini)
"""Those whose year can only be assessed at its end."""


def capaian(
    polaritas: Polaritas,
    target: Target,
    realisasi: Besaran,
    pengaturan: PilihanRumus,
    nilai_terburuk: float | None = None,
) -> float:
    """Realisasi against target in raw per cent; the target must be due (else ValueError)."""
    sifat = find_sifat(polaritas)
    if target is None or not sifat.is_due(target):
        raise ValueError(f"target {target} of {polaritas} can't be assessed")
    rumus = sifat.find_rumus(pengaturan)
    if isinstance(target, Sebutan) or isinstance(realisasi, Sebutan):
        target, realisasi = compare_skala(target, realisasi)
        if is_tercapai_saja(target, realisasi):
            return 100.0 if is_tercapai(sifat, target, realisasi) else 0.0
    return float(sifat.compute(target, to_desimal(realisasi), rumus, nilai_terburuk))


def render_hitungan(
    polaritas: Polaritas,
    target: float | Rentang,
    realisasi: float,
    pengaturan: PilihanRumus,
    nilai_terburuk: float | None = None,
    *,
    skala: bool = False,
) -> str:
    """How that capaian was reckoned, of figures or, with `skala`, of what words of a scale stand
    for."""
    sifat = find_sifat(polaritas)
    if skala and not isinstance(target, Rentang) and is_tercapai_saja(target, realisasi):
        return "tercapai" if is_tercapai(sifat, target, realisasi) else "tidak tercapai"
    rumus = sifat.find_rumus(pengaturan)
    hitungan = sifat.render_hitungan(target, to_desimal(realisasi), rumus, nilai_terburuk)
    return f"nilai skala {hitungan}" if skala else hitungan


def compare_skala(target: Target, realisasi: Besaran) -> tuple[float, float]:
    """The two numbers that are compared where words of a scale stand: the numbers they were read
    from where both were, else their Nilai."""
    t, r = (_read_besaran(x) for x in (target, realisasi))
    if t.angka and r.angka is not None:
        return t.angka, r.angka
    return t.nilai, r.nilai


def _read_besaran(isi: Target) -> Sebutan:
    if isinstance(isi, float | int):
        return Sebutan(sebutan="", nilai=isi, angka=isi)
    if not isinstance(isi, Sebutan):
        raise ValueError(f"a word of a scale is needed, not {isi}")
    return isi


def is_tercapai_saja(target: float, realisasi: float) -> bool:
    """Whether there is nothing between reached and not reached, as with Ada and Tidak Ada."""
    return target == 0 or {target, realisasi} <= {0, 1}


def is_tercapai(sifat: Sifat, target: float, realisasi: float) -> bool:
    """Whether a result is as good as its target."""
    return realisasi >= target if sifat.ciri.naik_baik else realisasi <= target


def is_due(polaritas: Polaritas, target: Target) -> bool:
    """True where a realisasi is owed and can be assessed: there is a target, not 0 for Naik."""
    return find_sifat(polaritas).is_due(target)


# --- In Excel's words


def build_pilihan(sel: str, isi: Callable[[Sifat], str]) -> str:
    """One expression for each polaritas, chosen by the cell that names it."""
    *awal, akhir = Polaritas
    hasil = isi(find_sifat(akhir))
    for p in reversed(awal):
        hasil = f'IF({sel}="{p}",{isi(find_sifat(p))},{hasil})'
    return hasil


def build_syarat(sel: str, daftar: Sequence[str]) -> str:
    """The condition that a cell names one of these."""
    satu = [f'{sel}="{p}"' for p in daftar]
    return satu[0] if len(satu) == 1 else f"OR({','.join(satu)})"


def build_bukan(sel: str, daftar: Sequence[str]) -> str:
    """The condition that a cell names none of these."""
    satu = [f'{sel}<>"{p}"' for p in daftar]
    return satu[0] if len(satu) == 1 else f"AND({','.join(satu)})"
