
(function () {
  "use strict";
  const saring = document.getElementById("saring");
  const tampil = document.getElementById("tampil");
  const baris = Array.from(document.querySelectorAll("#baris > tr"));
  const kata = new Map(baris.map((tr) => [tr, kecil(readIsi(tr))]));
  const pilihan = saring ? Array.from(saring.querySelectorAll("[data-kunci]")) : [];

  function kecil(teks) {
    return teks.toLocaleLowerCase("id");
  }

  function readIsi(tr) {
    return Array.from(tr.cells).slice(0, -1).map((td) => td.textContent).join(" ");
  }

  function isCocok(tr, kunci, nilai) {
    if (!nilai) return true;
    if (kunci === "cari") return kata.get(tr).includes(kecil(nilai.trim()));
    if (nilai === "*") return "belum" in tr.dataset;
    return tr.dataset[kunci] === nilai;
  }

  function terapkan() {
    let banyak = 0;
    for (const tr of baris) {
      tr.hidden = !pilihan.every((p) => isCocok(tr, p.dataset.kunci, p.value));
      if (!tr.hidden) banyak += 1;
    }
    tampil.classList.toggle("layar", banyak === baris.length);
    tampil.textContent = banyak + " dari " + baris.length + " jabatan ditampilkan";
  }

  function salinLama(isi) {
    const rentang = document.createRange();
    rentang.selectNodeContents(isi);
    const pilih = window.getSelection();
    pilih.removeAllRanges();
    pilih.addRange(rentang);
    return document.execCommand("copy");
  }

  function kabarkan(tombol, berhasil) {
    tombol.textContent = berhasil ? "Tersalin" : "Teks sudah ditandai: tekan Ctrl+C";
    window.setTimeout(() => { tombol.textContent = "Salin"; }, 4000);
  }

  function salin(tombol) {
    const isi = document.getElementById(tombol.dataset.isi);
    const cara = navigator.clipboard
      ? navigator.clipboard.writeText(isi.textContent).then(() => true, () => salinLama(isi))
      : Promise.resolve(salinLama(isi));
    cara.then((berhasil) => kabarkan(tombol, berhasil));
  }

  for (const tombol of document.querySelectorAll("button.salin")) {
    tombol.hidden = false;
    tombol.addEventListener("click", () => salin(tombol));
  }
  if (!saring) return;
  saring.addEventListener("input", terapkan);
  saring.addEventListener("submit", (e) => e.preventDefault());
  saring.addEventListener("reset", () => window.setTimeout(terapkan));
  saring.hidden = false;
  terapkan();
})();
