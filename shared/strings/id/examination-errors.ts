import type { ErrorFacts } from './errors.ts'

const safe = 'Tidak ada yang berubah.'

/** Sentences for exhibits and findings: what is wrong, what is safe, what to do next. */
export const examinationErrors: Readonly<Record<string, (facts: ErrorFacts) => string>> = {
  'evidence.unknown': () => `Bukti ini tidak ada pada perkara ini. ${safe} Muat ulang daftar bukti.`,
  'evidence.isFolder': () =>
    'Ini folder, bukan berkas. Berkas lain tetap masuk. Pilih berkas-berkas di dalamnya.',
  'evidence.notAFile': () =>
    'Ini bukan berkas biasa. Berkas lain tetap masuk. Salin dahulu isinya ke sebuah berkas.',
  'evidence.unreadable': () =>
    'Berkas ini tidak dapat dibaca. Berkas lain tetap masuk. Periksa media dan izinnya, lalu masukkan lagi.',
  'evidence.changed': f =>
    `Isi ${f.number ?? 'bukti ini'} tidak lagi sama dengan saat diterima. Bukti lain aman. Pulihkan berkasnya dari cadangan, lalu periksa lagi.`,
  'evidence.missing': f =>
    `Berkas ${f.number ?? 'bukti ini'} tidak ada di penyimpanan. Bukti lain aman. Pulihkan berkasnya dari cadangan, lalu periksa lagi.`,
  'evidence.unknownField': () => `Ada isian yang tidak dikenal kartu asal. ${safe} Muat ulang kartu.`,
  'evidence.timeWithoutZone': () =>
    `Jam perolehan belum bertanda zona. ${safe} Pilih WIB, WITA, atau WIT, atau tandai zona “tidak diketahui”.`,
  'evidence.exportIntoStore': () =>
    `Salinan tidak boleh ditaruh di dalam folder penyimpanan. ${safe} Pilih folder lain.`,
  'files.ticketUnknown': () => `Pilihan berkas sudah tidak berlaku. ${safe} Pilih berkasnya lagi.`,
  'files.notWritable': f => `${f.name} tidak dapat ditulis di tempat itu. ${safe} Pilih folder lain.`,
  'call.cancelled': () => 'Pekerjaan dibatalkan. Tidak ada yang ditambahkan.',
  'findings.unknown': () => `Temuan ini tidak ada atau sudah ditarik. ${safe} Muat ulang matriks.`,
  'findings.unknownElement': () => `Unsur ini bukan bagian dari ketentuan. ${safe} Muat ulang matriks.`,
  'findings.unknownLink': () => `Tautan bukti ini sudah tidak ada. ${safe} Muat ulang matriks.`,
  'findings.alreadyAdded': f =>
    `Temuan atas ${f.citation} bagi orang ini sudah ada. ${safe} Lanjutkan temuan yang ada.`,
  'findings.otherRulebook': f =>
    `${f.citation} bukan bagian dari aturan yang berlaku bagi orang ini menurut tanggal perbuatan dan pilihan aturannya. ${safe} Pilih ketentuan dari daftar.`,
  'findings.respondentOfOtherCase': () =>
    `Orang ini bukan terlapor dalam perkara ini. ${safe} Pilih terlapor dari daftar.`,
  'findings.decided': () =>
    `Sidang pleno sudah memutus orang ini. Temuannya tidak dapat diubah. Koreksi hanya dengan putusan berikutnya.`,
  'findings.voteOpen': () =>
    `Sidang pleno sedang memungut suara tentang orang ini. ${safe} Tunggu sampai pemungutan suara ditutup.`,
  'findings.hasReview': () =>
    `Temuan ini sudah pernah ditelaah, jadi tidak dapat ditarik. ${safe} Simpulkan “tidak terbukti” bila memang gugur.`,
  'findings.noElements': () =>
    `Ketentuan ini tidak memuat unsur dalam paket hukum. ${safe} Minta paket hukum yang lengkap.`,
  'findings.exhibitRequired': f =>
    `Unsur${f.element ? ` “${f.element}”` : ''} belum didukung bukti yang utuh, jadi belum dapat dinyatakan terbukti. ${safe} Tautkan bukti yang mendukung.`,
  'findings.elementsOpen': f =>
    `Unsur${f.element ? ` “${f.element}”` : ''} belum terbukti, jadi temuan belum dapat disimpulkan terbukti. ${safe} Nilai semua unsur dahulu.`,
  'findings.noElementFails': () =>
    `Belum ada unsur yang tidak terbukti atau kurang bukti. ${safe} Nilai unsur yang gugur, baru simpulkan “tidak terbukti”.`,
  'findings.considerationRequired': () =>
    `Pertimbangan belum ditulis. ${safe} Tulis mengapa kesimpulannya demikian.`,
  'findings.exhibitOfOtherCase': () =>
    `Bukti ini milik perkara lain. ${safe} Terima berkasnya pada perkara ini bila memang diperlukan.`,
  'findings.alreadyLinked': f =>
    `${f.number} sudah ditautkan pada tempat yang sama. ${safe} Pilih tempat lain atau ubah catatannya.`,
  'findings.placeOutside': () => `Kotak penanda keluar dari halaman. ${safe} Gambar kotaknya lagi.`,
  'findings.lastExhibit': f =>
    `${f.number} adalah satu-satunya bukti utuh untuk unsur “${f.element}” yang terbukti. ${safe} Tautkan bukti lain atau ubah keadaan unsurnya dahulu.`,
  'findings.notProven': () =>
    `Sanksi hanya diusulkan untuk temuan yang terbukti. ${safe} Simpulkan temuannya dahulu.`,
  'law.unknownSanction': () => `Sanksi itu tidak ada dalam aturan ini. ${safe} Pilih sanksi dari daftar.`,
  'findings.outsideBandNeedsReason': f =>
    `Sanksi ini di luar tingkat yang ditentukan. ${safe} Tulis alasannya, paling sedikit ${f.least} karakter.`,
  'findings.levelUnknown': () =>
    `Ketentuan ini tidak mengenal tingkat itu. ${safe} Pilih tingkat dari daftar.`,
  'findings.levelReasonShort': f =>
    `Alasan pilihan tingkat belum cukup. ${safe} Tulis mengapa syarat tingkat itu terpenuhi, paling sedikit ${f.least} karakter.`,
  'findings.levelRequired': () =>
    `Ketentuan ini mengenal beberapa tingkat. ${safe} Pilih dahulu tingkat yang syaratnya terpenuhi, lalu usulkan sanksinya.`,
  'findings.unansweredReasonShort': f =>
    `Alasan tidak menjawab pembelaan belum cukup. ${safe} Tulis alasannya, paling sedikit ${f.least} karakter, atau tulis tanggapan.`,
  'findings.undecided': () => `Temuan belum disimpulkan. ${safe} Simpulkan dahulu, lalu kirim ke penelaah.`,
  'findings.defenceUnanswered': f =>
    `Pembelaan pada unsur “${f.element}” belum ditanggapi. ${safe} Tulis tanggapannya atau alasan mengapa tidak dijawab, lalu kirim lagi.`,
  'findings.provenanceIncomplete': f =>
    `Kartu asal ${f.number} belum lengkap. ${safe} Isi atau tandai “tidak diketahui”, lalu kirim lagi.`,
  'findings.underReview': () =>
    `Temuan ini sedang ditelaah orang kedua. ${safe} Tunggu hasilnya, atau minta dikembalikan.`,
  'findings.reviewed': () =>
    `Temuan ini sudah disetujui penelaah dan tidak dapat diubah lagi. ${safe} Bila sidang pleno menundanya, temuan dapat dibuka lagi.`,
  'findings.notReviewed': () =>
    `Temuan ini belum disetujui penelaah, jadi masih dapat diubah langsung. ${safe} Ubah temuan itu di matriks.`,
  'findings.notDeferred': () =>
    `Sidang pleno tidak menunda orang ini sejak temuannya disetujui. ${safe} Temuan yang disetujui hanya dibuka lagi setelah penundaan.`,
  'findings.ownReview': () =>
    `Anda ikut menyusun temuan ini, jadi tidak dapat menelaahnya. ${safe} Minta orang kedua menelaah.`,
  'findings.notSubmitted': () => `Temuan ini belum dikirim ke penelaah. ${safe} Tunggu penyusunnya mengirim.`,
  'findings.checksMissing': () =>
    `Belum semua butir telaah dicentang. ${safe} Periksa dan centang setiap butir.`,
  'findings.commentRequired': () =>
    `Pengembalian harus disertai catatan. ${safe} Tulis apa yang perlu diperbaiki.`,
}
