"""Steps of a person's hands beyond typing values: part of pekerja_uno.py, which says how it runs."""

import uno
from com.sun.star.table.CellHoriJustify import CENTER

DASAR = "com.sun.star.sheet"


def ketik(dokumen, lembar, langkah):
    """Types as on a keyboard: the program makes a number, a date, a percentage or a formula of it."""
    lembar.getCellRangeByName(langkah["sel"]).setFormula(langkah["teks"])


def hapus_kolom(dokumen, lembar, langkah):
    """Deletes a whole column; those to its right move up."""
    kolom = lembar.getCellRangeByName(langkah["kolom"] + "1").CellAddress.Column
    lembar.Columns.removeByIndex(kolom, 1)


def pindah(dokumen, lembar, langkah):
    """Cuts a range and pastes it elsewhere; formulas that pointed at it follow."""
    lembar.moveRange(
        _alamat(lembar, langkah["ke"]), lembar.getCellRangeByName(langkah["dari"]).RangeAddress
    )


def salin(dokumen, lembar, langkah):
    """Copies a range and pastes it elsewhere."""
    lembar.copyRange(
        _alamat(lembar, langkah["ke"]), lembar.getCellRangeByName(langkah["dari"]).RangeAddress
    )


def _alamat(lembar, sel):
    return lembar.getCellRangeByName(sel).CellAddress


def urutkan(dokumen, lembar, langkah):
    """Sorts the rows of a range by its first column, downwards."""
    bidang = uno.createUnoStruct("com.sun.star.table.TableSortField")
    bidang.Field, bidang.IsAscending = 0, False
    sifat = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    sifat.Name = "SortFields"
    sifat.Value = uno.Any("[]com.sun.star.table.TableSortField", (bidang,))
    judul = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    judul.Name, judul.Value = "ContainsHeader", False
    lembar.getCellRangeByName(langkah["daerah"]).sort((sifat, judul))


def gabung(dokumen, lembar, langkah):
    """Merges cells, centred; the first one's content is shown."""
    daerah = lembar.getCellRangeByName(langkah["daerah"])
    daerah.merge(True)
    daerah.HoriJustify = CENTER


def tarik(dokumen, lembar, langkah):
    """Drags the corner of the first cell down over the range: the program goes on with the series."""
    arah = uno.Enum(f"{DASAR}.FillDirection", "TO_BOTTOM")
    lembar.getCellRangeByName(langkah["daerah"]).fillAuto(arah, 1)


def coret(dokumen, lembar, langkah):
    """Strikes a cell through."""
    lembar.getCellRangeByName(langkah["sel"]).CharStrikeout = 1


def bentuk(dokumen, lembar, langkah):
    """Gives cells a number format."""
    lokal = uno.createUnoStruct("com.sun.star.lang.Locale")
    daftar = dokumen.NumberFormats
    kunci = daftar.queryKey(langkah["format"], lokal, False)
    kunci = kunci if kunci >= 0 else daftar.addNew(langkah["format"], lokal)
    lembar.getCellRangeByName(langkah["sel"]).NumberFormat = kunci


def cari_ganti(dokumen, lembar, langkah):
    """Find and replace over the whole sheet."""
    cari = lembar.createReplaceDescriptor()
    cari.SearchString, cari.ReplaceString = langkah["cari"], langkah["ganti"]
    if not lembar.replaceAll(cari):
        raise RuntimeError(f"nothing found of {langkah['cari']}")


def komentari(dokumen, lembar, langkah):
    """Puts a comment on a cell."""
    lembar.Annotations.insertNew(_alamat(lembar, langkah["sel"]), langkah["teks"])


def sembunyikan(dokumen, lembar, langkah):
    """Hides a row."""
    lembar.Rows.getByIndex(langkah["baris"] - 1).IsVisible = False


LANGKAH = {
    f.__name__: f
    for f in (
        ketik, hapus_kolom, pindah, salin, urutkan, gabung, tarik, coret, bentuk, cari_ganti,
        komentari, sembunyikan,
    )
}  # fmt: skip
