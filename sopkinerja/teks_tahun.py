"""What the Kasubag Program reads where a year is opened."""

JUDUL_TERBUKA = "Tindak Lanjut yang Masih Terbuka dari Tahun {tahun}"
TIDAK_DAPAT_DIBUKA = (
    "Tahun {tahun} tidak dapat dibuka: tahun yang ada {daftar}, dan yang dibuka harus tepat "
    "sesudahnya.{saran}"
)
YANG_DAPAT_DIBUKA = " Yang dapat dibuka: {tahun}."
