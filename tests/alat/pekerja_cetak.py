"""Runs beside pekerja_uno.py: what of a workbook is printed, and what of it is cut.

LibreOffice prints a text that doesn't fit its cell behind a clip, where no text extraction sees
the loss; so room and need are measured here, in hundredths of a millimetre.
"""

LONGGAR = 40
"""Less than this overlap isn't seen."""
EKSTRA = 200
"""What LibreOffice adds to an optimal width."""
LEBAR_HURUF = 330
"""No letter of a table's font is wider: shorter texts need no measuring."""
MELUAP = 20
"""Columns beyond the used ones into which a text may flow, where no print area forbids it."""
UKUR = "_ukur"


def nama_kolom(nomor):
    """0 is A."""
    teks = ""
    nomor += 1
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        teks = chr(65 + sisa) + teks
    return teks


class Rupa:
    """How the cells of a sheet look, asked of LibreOffice once for all cells that look alike."""

    def __init__(self, lembar, daerah):
        self.lembar, self.daerah = lembar, daerah
        self._nomor, self._sifat, self.perlu = {}, [], {}
        for nomor, kelompok in enumerate(lembar.UniqueCellFormatRanges):
            tempat = [s for d in kelompok.RangeAddresses for s in self._dalam(d)]
            self._nomor.update(dict.fromkeys(tempat, nomor))
            self._sifat.append(self._baca(tempat[0]) if tempat else None)

    def _dalam(self, d):
        for p in self.daerah:
            for b in range(max(d.StartRow, p.StartRow), min(d.EndRow, p.EndRow) + 1):
                for k in range(
                    max(d.StartColumn, p.StartColumn), min(d.EndColumn, p.EndColumn) + 1
                ):
                    yield b, k

    def _baca(self, tempat):
        sel = self.lembar.getCellByPosition(tempat[1], tempat[0])
        return sel.ShrinkToFit, sel.getIsMerged(), sel.IsTextWrapped

    def nomor(self, b, k):
        """Which look a cell has; with its text it decides what room the cell needs."""
        return self._nomor[b, k]

    def sifat(self, b, k):
        """Whether a cell shrinks to fit, is merged, is wrapped."""
        return self._sifat[self._nomor[b, k]]


class Ukuran:
    """Widths and heights of one sheet, each asked for once; 0 where hidden."""

    def __init__(self, lembar):
        self.kolom_uno, self.baris_uno = lembar.Columns, lembar.Rows
        self._kolom, self._baris = {}, {}

    def kolom(self, nomor):
        """Width of a column."""
        if nomor not in self._kolom:
            k = self.kolom_uno.getByIndex(nomor)
            self._kolom[nomor] = k.Width if k.IsVisible else 0
        return self._kolom[nomor]

    def baris(self, nomor):
        """Height of a row."""
        if nomor not in self._baris:
            b = self.baris_uno.getByIndex(nomor)
            self._baris[nomor] = b.Height if b.IsVisible else 0
        return self._baris[nomor]


def periksa(dokumen):
    """By printed sheet: its texts, its pages' shape and its cut texts."""
    hasil = []
    gaya = dokumen.StyleFamilies.getByName("PageStyles")
    lembar = [s for s in dokumen.Sheets if s.IsVisible]
    dokumen.Sheets.insertNewByName(UKUR, dokumen.Sheets.Count)
    ukur = dokumen.Sheets.getByName(UKUR)
    for s in lembar:
        daerah = list(daerah_cetak(s))
        ukuran = Ukuran(s)
        teks = [t for d in daerah for t in teks_daerah(s, ukuran, d)]
        halaman = gaya.getByName(s.PageStyle)
        judul = s.TitleRows
        hasil.append(
            {
                "nama": s.Name,
                "lebar": halaman.ScaleToPagesX,
                "muat": halaman.ScaleToPages or halaman.ScaleToPagesX or halaman.ScaleToPagesY,
                "menyamping": not halaman.PrintDownFirst,
                "judul": [judul.StartRow, judul.EndRow] if s.PrintTitleRows else None,
                "teks": teks,
                "grafik": list(cari_grafik_terbelah(s, daerah)),
                "potong": cari_potong(s, ukuran, ukur, daerah, teks),
            }
        )
    return hasil


def cari_grafik_terbelah(lembar, daerah):
    """What of each chart a page's end or the edge of what is printed cuts off."""
    grafik = [x for x in lembar.DrawPage if is_grafik(x)]
    if not grafik:
        return
    akhir = max(d.EndRow for d in daerah)
    halaman = [h.Position for h in lembar.RowPageBreaks if h.Position <= akhir + 1]
    batas = [lembar.getCellByPosition(0, baris).Position.Y for baris in halaman]
    for nomor, g in enumerate(grafik, 1):
        atas, kiri = g.Position.Y, g.Position.X
        bawah, kanan = atas + g.Size.Height, kiri + g.Size.Width
        if any(atas + LONGGAR < y < bawah - LONGGAR for y in batas):
            yield f"chart {nomor} is cut across pages"
        for d in daerah:
            p = lembar.getCellRangeByPosition(d.StartColumn, d.StartRow, d.EndColumn, d.EndRow)
            ujung_x, ujung_y = p.Position.X + p.Size.Width, p.Position.Y + p.Size.Height
            if p.Position.Y <= atas < ujung_y and (
                bawah > ujung_y + LONGGAR or kanan > ujung_x + LONGGAR
            ):
                yield f"chart {nomor} reaches beyond what is printed"


def is_grafik(bentuk):
    """Whether a shape on a sheet is a chart."""
    return bentuk.supportsService("com.sun.star.drawing.OLE2Shape")


def daerah_cetak(lembar):
    """The printed ranges: the print areas, else all that is used."""
    if lembar.PrintAreas:
        return lembar.PrintAreas
    kursor = lembar.createCursor()
    kursor.gotoEndOfUsedArea(False)
    akhir = kursor.RangeAddress
    return (lembar.getCellRangeByPosition(0, 0, akhir.EndColumn, akhir.EndRow).RangeAddress,)


def teks_daerah(lembar, ukuran, d):
    """(row, column, text) of every text cell that is printed."""
    data = lembar.getCellRangeByPosition(d.StartColumn, d.StartRow, d.EndColumn, d.EndRow).DataArray
    for b, baris in enumerate(data, d.StartRow):
        for k, isi in enumerate(baris, d.StartColumn):
            if isinstance(isi, str) and isi.strip() and ukuran.kolom(k) and ukuran.baris(b):
                yield b, k, isi


def cari_potong(lembar, ukuran, ukur, daerah, teks):
    """(address, how) of every text with less room than it needs."""
    baris_bungkus, hasil = {}, []
    rupa = Rupa(lembar, daerah)
    for b, k, isi in teks:
        alamat = f"{nama_kolom(k)}{b + 1}"
        kecilkan, gabungan, bungkus = rupa.sifat(b, k)
        if kecilkan:
            continue
        if gabungan:
            sebab = ukur_gabungan(lembar, ukuran, ukur, rupa, (b, k, isi))
        elif bungkus or "\n" in isi:
            baris_bungkus.setdefault(b, alamat)
            continue
        else:
            sebab = ukur_lebar(lembar, ukuran, ukur, rupa, (b, k, isi))
        if sebab:
            hasil.append((alamat, sebab))
    return hasil + list(ukur_tinggi(lembar, ukuran, baris_bungkus))


def ukur_tinggi(lembar, ukuran, baris_bungkus):
    """The rows that wrapped texts need higher; all of them set to their best height at once."""
    if baris_bungkus:
        petak = lembar.getCellRangeByPosition(0, min(baris_bungkus), 0, max(baris_bungkus))
        petak.Rows.OptimalHeight = True
    for b, alamat in baris_bungkus.items():
        ruang, perlu = ukuran.baris(b), ukuran.baris_uno.getByIndex(b).Height
        if perlu > ruang + LONGGAR:
            yield alamat, f"row too low: {mm(ruang)} of {mm(perlu)}"


def mm(nilai):
    """Hundredths as millimetres."""
    return f"{nilai / 100:.1f} mm"


def salin(lembar, ukur, sel):
    """The cell's text and looks at A1 of the measuring sheet, unmerged."""
    ukur.clearContents(1023)
    tujuan = ukur.getCellByPosition(0, 0)
    ukur.copyRange(
        tujuan.CellAddress,
        lembar.getCellRangeByPosition(
            sel.CellAddress.Column, sel.CellAddress.Row, sel.CellAddress.Column, sel.CellAddress.Row
        ).RangeAddress,
    )
    ukur.getCellRangeByPosition(0, 0, 60, 60).merge(False)
    if sel.Type.value == "FORMULA":
        tujuan.setString(sel.String)
    return tujuan


def ukur_lebar(lembar, ukuran, ukur, rupa, teks):
    """Why a text on one line is cut; it may flow over empty neighbours, no further."""
    b, k, isi = teks
    ruang = ukuran.kolom(k)
    if len(isi) * LEBAR_HURUF <= ruang:
        return None
    kunci = rupa.nomor(b, k), isi
    if kunci not in rupa.perlu:
        rupa.perlu[kunci] = lebar_perlu(lembar, ukur, b, k)
    perlu = rupa.perlu[kunci]
    if perlu <= ruang:
        return None
    sel = lembar.getCellByPosition(k, b)
    arah = sel.HoriJustify.value
    if arah in ("STANDARD", "LEFT", "CENTER"):
        ruang += tetangga(lembar, ukuran, sel.CellAddress, 1, perlu, rupa.daerah)
    if perlu > ruang and arah in ("RIGHT", "CENTER"):
        ruang += tetangga(lembar, ukuran, sel.CellAddress, -1, perlu, rupa.daerah)
    return f"too narrow: {mm(ruang)} of {mm(perlu)}" if perlu > ruang + LONGGAR else None


def lebar_perlu(lembar, ukur, b, k):
    """The width that a cell's text needs on one line."""
    salin(lembar, ukur, lembar.getCellByPosition(k, b))
    kolom = ukur.Columns.getByIndex(0)
    kolom.OptimalWidth = True
    return kolom.Width - EKSTRA


def tetangga(lembar, ukuran, alamat, langkah, perlu, daerah):
    """The width of the empty, printed cells beside a cell."""
    ruang, k, b = 0, alamat.Column + langkah, alamat.Row
    d = next(d for d in daerah if d.StartRow <= b <= d.EndRow)
    akhir = d.EndColumn if lembar.PrintAreas else d.EndColumn + MELUAP
    while d.StartColumn <= k <= akhir and ruang < perlu:
        lain = lembar.getCellByPosition(k, b)
        if lain.Type.value != "EMPTY" or lain.getIsMerged():
            break
        ruang += ukuran.kolom(k)
        k += langkah
    return ruang


def ukur_gabungan(lembar, ukuran, ukur, rupa, teks):
    """Why a merged cell's text doesn't fit the whole merged area."""
    b, k, isi = teks
    sel = lembar.getCellByPosition(k, b)
    kursor = lembar.createCursorByRange(sel)
    kursor.collapseToMergedArea()
    d = kursor.RangeAddress
    lebar = sum(ukuran.kolom(k) for k in range(d.StartColumn, d.EndColumn + 1))
    tinggi = sum(ukuran.baris(b) for b in range(d.StartRow, d.EndRow + 1))
    bungkus = rupa.sifat(b, k)[2] or "\n" in isi
    if not bungkus and len(isi) * LEBAR_HURUF <= lebar:
        return None
    salin(lembar, ukur, sel)
    kolom, baris = ukur.Columns.getByIndex(0), ukur.Rows.getByIndex(0)
    if bungkus:
        kolom.Width = lebar
        baris.OptimalHeight = True
        perlu, ruang, sebab = baris.Height, tinggi, "merged cells too low"
    else:
        kolom.OptimalWidth = True
        perlu, ruang, sebab = kolom.Width - EKSTRA, lebar, "merged cells too narrow"
    return f"{sebab}: {mm(ruang)} of {mm(perlu)}" if perlu > ruang + LONGGAR else None
