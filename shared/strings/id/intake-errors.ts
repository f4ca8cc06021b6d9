import { day } from './error-dates.ts'
import type { ErrorFacts } from './errors.ts'

const unchanged = 'Tidak ada yang berubah.'
const unsaved = 'Tidak ada yang disimpan dan isian Anda tetap ada.'
const kinds: Readonly<Record<string, string>> = {
  assistant: 'asisten',
  reviewer: 'penelaah',
  commissioner: 'komisioner',
}
const nipFaults: Readonly<Record<string, string>> = {
  'nip.empty': 'masih kosong',
  'nip.foreignCharacter': 'memuat huruf atau tanda yang bukan angka',
  'nip.wrongLength': 'tidak berjumlah 18 angka (atau 9 angka untuk NIP lama)',
  'nip.notADate': 'memuat tanggal lahir yang tidak ada di kalender',
  'nip.notAMonth': 'memuat tahun atau bulan pengangkatan yang tidak ada',
  'nip.sexDigit': 'memuat angka jenis kelamin selain 1 atau 2',
}

/** Sentences for reports, persons and the opening and assignment of case files. */
export const intakeErrors: Readonly<Record<string, (facts: ErrorFacts) => string>> = {
  'accounts.unknown': () =>
    `Akun ini tidak ada atau sudah tidak aktif. ${unchanged} Pilih petugas lain dari daftar.`,
  'reports.unknown': () => `Laporan ini tidak ada. ${unchanged} Muat ulang daftar laporan.`,
  'reports.nipInvalid': f =>
    `NIP terlapor ke-${f.ordinal} ${nipFaults[String(f.warning)] ?? 'tidak terbaca'}. ${unsaved} Periksa NIP itu pada surat laporan.`,
  'reports.nipTwice': f =>
    `Terlapor ke-${f.ordinal} memakai NIP yang sama dengan terlapor ke-${f.first}. ${unsaved} Hapus salah satunya atau perbaiki NIP-nya.`,
  'reports.actAfterReceipt': f =>
    `Tanggal perbuatan (${day(f.actOn)}) sesudah laporan diterima (${day(f.receivedOn)}). ${unsaved} Periksa kedua tanggal itu.`,
  'reports.actEndsBeforeItBegins': f =>
    `Perbuatan berakhir (${day(f.actUntil)}) sebelum dimulai (${day(f.actOn)}). ${unsaved} Periksa kedua tanggal itu.`,
  'reports.letterAfterReceipt': f =>
    `Surat pengirim bertanggal ${day(f.letterOn)}, sesudah laporan diterima (${day(f.receivedOn)}). ${unsaved} Periksa kedua tanggal itu.`,
  'reports.scopeNotInElection': f =>
    `${f.election} tidak memilih jabatan yang dipilih. ${unsaved} Ubah pemilihan atau jenis jabatannya.`,
  'reports.noReporter': () =>
    `Laporan ini tidak mempunyai pelapor yang dilindungi. ${unchanged} Pengirimnya tertulis di laporan.`,
  'persons.unknown': () => `Pegawai ini tidak ada dalam daftar. ${unchanged} Muat ulang daftar pegawai.`,
  'cases.alreadyOpen': f =>
    `Laporan ini sudah menjadi perkara ${f.caseNumber}. ${unchanged} Buka perkara itu.`,
  'cases.alreadyAssigned': f => `${f.name} sudah bertugas dengan peran itu. ${unchanged} Pilih petugas lain.`,
  'cases.notAssigned': () => `Orang ini tidak bertugas dengan peran itu. ${unchanged} Muat ulang perkara.`,
  'cases.lastAssistant': f =>
    `${f.name} satu-satunya asisten perkara ini. ${unchanged} Tugaskan asisten lain lebih dahulu.`,
  'cases.roleMismatch': f =>
    `${f.name} tidak dapat ditugaskan sebagai ${kinds[String(f.kind)] ?? f.kind}. ${unchanged} Pilih petugas dengan peran yang sesuai.`,
  'cases.rulebookUnknown': () =>
    `Aturan itu bukan salah satu pilihan untuk perbuatan ini. ${unchanged} Pilih dari yang ditawarkan.`,
  'cases.reasonShort': () => `Alasannya terlalu pendek. ${unchanged} Tulis paling sedikit 20 karakter.`,
  'cases.deciderChooses': () =>
    'Buku aturan hanya dipilih oleh komisioner. Perkara belum dibuka. Buka perkara tanpa memilih; komisioner memilih sesudahnya.',
  'cases.officialsUnchanged': f =>
    `Catatan pejabat ${f.name} sudah seperti ini. ${unchanged} Tutup kotak ini, atau ubah isiannya.`,
  'cases.homeProvince': () =>
    `Provinsi instansi induk belum dipilih atau tidak dikenal. ${unsaved} Pilih provinsi dari daftar.`,
  'cases.rulebookClear': f =>
    `Buku aturan ${f.name} sudah jelas dari tanggalnya, jadi tidak ada yang dipilih. ${unchanged} Bila tanggalnya keliru, perbaiki tanggal itu.`,
  'cases.sameChoice': f =>
    `Pilihan yang sama untuk ${f.name} sudah tersimpan. ${unchanged} Tidak perlu disimpan lagi.`,
  'cases.respondentUnknown': () =>
    `Orang ini bukan terlapor dalam perkara ini. ${unchanged} Muat ulang perkara dan pilih dari daftar orangnya.`,
  'cases.alreadyDecided': f =>
    `Sidang pleno sudah memutus orang ini (${f.name}). ${unchanged} Buku aturan dan tanggalnya tetap seperti saat diputus.`,
  'cases.voteOpen': f =>
    `Pemungutan suara tentang ${f.name} sedang terbuka. ${unchanged} Tunggu sampai pemungutan suara ditutup.`,
  'cases.otherFindings': f =>
    `${f.name} masih mempunyai temuan menurut ${f.citation}, sedangkan yang berlaku menjadi ${f.rulebook}. ${unchanged} Tarik temuan itu lebih dahulu.`,
  'cases.dateInFuture': f =>
    `Tanggal ${f.field === 'decidedOn' ? 'keputusan' : 'pemeriksaan'} (${day(f.on)}) belum tiba. ${unsaved} Periksa tanggal itu.`,
  'cases.datesUnchanged': f =>
    `Tanggal ${f.name} sudah tercatat seperti itu. ${unchanged} Ubah salah satu tanggal, lalu simpan.`,
  'law.unknownElection': () =>
    `Pemilihan ini tidak ada dalam paket hukum. ${unsaved} Pilih pemilihan lain atau kosongkan.`,
  'law.unknownProvince': f =>
    `Kode provinsi ${f.id} tidak ada dalam paket hukum. ${unsaved} Pilih provinsi dari daftar.`,
  'law.unknownGrade': f =>
    `Golongan ${f.id} tidak ada dalam paket hukum. ${unsaved} Pilih golongan dari daftar.`,
  'law.unknownPositionKind': () =>
    `Jenis jabatan itu tidak ada dalam paket hukum. ${unsaved} Pilih jenis jabatan dari daftar.`,
}
