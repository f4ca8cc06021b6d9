import { day } from './error-dates.ts'
import type { ErrorFacts } from './errors.ts'

const safe = 'Tidak ada yang berubah.'

/** Why a case cannot go to the plenary, word by word. */
export const blockedReasons: Readonly<Record<string, string>> = {
  noFindings: 'belum ada temuan',
  notReviewed: 'temuan belum ditelaah orang kedua',
  rulebookUndecided: 'buku aturan seorang terlapor belum dipilih komisioner',
  exhibitChanged: 'ada bukti yang berubah',
  decided: 'semua orang sudah diputus',
  onAgenda: 'sudah ada di agenda sidang lain',
}

/** Sentences for plenaries, letters and follow-ups: what is wrong, what is safe, what to do next. */
export const decisionErrors: Readonly<Record<string, (facts: ErrorFacts) => string>> = {
  'plenaries.unknown': () => `Sidang ini tidak ada. ${safe} Muat ulang daftar sidang.`,
  'plenaries.caseNotReady': f =>
    `Perkara ${f.caseNumber || 'ini'} belum dapat dibawa ke sidang: ${blockedText(f.blockedBy)}. ${safe} Selesaikan dahulu, lalu susun agenda lagi.`,
  'plenaries.noQuorum': f =>
    `Kuorum belum terpenuhi: hadir ${f.present}, diperlukan ${f.needed}. ${safe} Catat kehadiran yang benar, atau tunda sidang.`,
  'plenaries.alreadyOpen': () => `Sidang ini sudah dibuka atau ditutup. ${safe} Muat ulang sidang.`,
  'plenaries.notOpen': () =>
    `Sidang belum dibuka atau sudah ditutup. ${safe} Ketua membuka sidang lebih dahulu.`,
  'plenaries.closed': () => 'Sidang sudah ditutup dan berita acaranya tetap. Pakai sidang yang baru.',
  'plenaries.notClosed': () =>
    `Berita acara tetap ada setelah sidang ditutup. ${safe} Tutup sidang lebih dahulu.`,
  'plenaries.notOnAgenda': () => `Perkara ini tidak ada di agenda sidang ini. ${safe} Periksa agendanya.`,
  'plenaries.notAMember': () =>
    `Akun ini bukan anggota sidang yang aktif. ${safe} Hanya ketua, wakil ketua, dan komisioner yang bersuara.`,
  'plenaries.ownRecusalOnly': () =>
    `Anda hanya dapat mencatat pengunduran diri Anda sendiri. ${safe} Minta pemimpin sidang mencatat pengunduran diri orang lain.`,
  'plenaries.alreadyRecused': () =>
    `Anggota ini sudah mengundurkan diri dari perkara ini. ${safe} Muat ulang sidang.`,
  'plenaries.voteUnderWay': () =>
    `Pemungutan suara sudah dibuka. ${safe} Tutup pemungutan suara lebih dahulu; pengunduran diri dicatat sebelum dibuka.`,
  'plenaries.alreadyDecided': () =>
    'Orang ini sudah diputus. Putusan tidak diubah; koreksi hanya dengan putusan baru.',
  'plenaries.voteUnknown': () => `Pemungutan suara ini tidak ada. ${safe} Muat ulang sidang.`,
  'plenaries.voteClosed': () =>
    'Pemungutan suara ini sudah ditutup. Suara yang masuk tetap. Lihat hasilnya di ruang sidang.',
  'plenaries.alreadyVoted': () =>
    'Suara anggota ini sudah tersegel. Setiap anggota memberi satu suara untuk setiap orang; bila keliru, pilih “Ganti suara” sebelum dibuka.',
  'plenaries.recused': () =>
    `Anggota ini mengundurkan diri dari perkara ini, jadi tidak bersuara. ${safe} Pilih anggota lain.`,
  'plenaries.absent': () =>
    `Anggota ini tidak tercatat hadir. ${safe} Catat kehadirannya sebelum pemungutan suara.`,
  'plenaries.provenUnsupported': () =>
    `Belum ada temuan terbukti yang sudah ditelaah untuk orang ini. ${safe} Pilih tidak terbukti atau tunda.`,
  'plenaries.sanctionRequired': () =>
    `Suara “terbukti” menyebut satu sanksi. ${safe} Pilih sanksi dari rentangnya.`,
  'plenaries.outsideBandNeedsReason': () =>
    `Sanksi ini di luar rentang ketentuan. ${safe} Tulis alasannya, paling sedikit satu kalimat, di kotak pendapat.`,
  'plenaries.votesMissing': f =>
    `Masih ada ${f.missing} suara yang belum masuk${f.names ? `: ${f.names}` : ''}. Suara yang masuk tetap tersegel. Tunggu semuanya, atau catat siapa yang sudah pulang.`,
  'plenaries.sanctionOnlyProven': () =>
    `Sanksi hanya menyertai suara “terbukti”. ${safe} Pilih terbukti, atau kosongkan sanksinya.`,
  'plenaries.nothingToReplace': () =>
    `Anggota ini belum menyegel suara, jadi tidak ada yang diganti. ${safe} Berikan suara seperti biasa.`,
  'plenaries.noVotingKey': f =>
    `Kunci suara ${f.name || 'seorang anggota'} tidak ada di penyimpanan ini. ${safe} Minta sekretariat memeriksa akunnya, atau catat anggota itu tidak hadir.`,
  'plenaries.votingKeyChanged': () =>
    'Kunci anggota ini berganti setelah pemungutan suara dibuka. Suara lain tetap tersegel. Batalkan pemungutan suara ini, lalu buka yang baru.',
  'plenaries.questionDamaged': () =>
    'Catatan pertanyaan pemungutan suara ini rusak. Suara tetap tersegel. Periksa jejak audit, lalu batalkan pemungutan suara ini.',
  'plenaries.openersMissing': f =>
    `Suara baru terbuka oleh ${f.needed} pemegang kunci; yang mengonfirmasi baru ${f.given}. Suara tetap tersegel. Minta anggota lain mengetik frasa sandinya.`,
  'plenaries.notAHolder': f =>
    `${f.name || 'Akun ini'} tidak memegang kunci suara ini. Suara tetap tersegel. Pilih anggota yang hadir saat pemungutan dibuka.`,
  'plenaries.ballotDamaged': f =>
    `Suara tersegel ini tidak lagi seperti saat disegel: ${f.names}. Tidak ada suara yang dibuka dan tidak ada putusan. Minta yang bersangkutan mengganti suaranya; bila tidak dapat, batalkan pemungutan ini dan ulangi.`,
  'plenaries.ballotsChanged': () =>
    'Ada suara masuk saat suara dibuka. Semua suara tetap tersegel. Tutup sekali lagi.',
  'plenaries.votesOfTwoMeetings': () =>
    `Suara dari dua sidang tidak dibuka bersama. ${safe} Tutup sidang satu per satu.`,
  'plenaries.noBallots': () =>
    `Belum ada suara tersegel dalam pemungutan yang masih terbuka. ${safe} Berikan suara lebih dahulu.`,
  'plenaries.nothingToRecount': () =>
    `Belum ada suara tersegel yang sudah dibuka pada sidang ini. ${safe} Tutup pemungutan suara lebih dahulu.`,
  'plenaries.ballotFileInvalid': f =>
    `Berkas suara ini rusak atau bukan berkas suara${Number(f.line) > 0 ? ` (baris ${f.line})` : ''}. ${safe} Minta berkas yang utuh dari laptop asalnya.`,
  'plenaries.reasonShort': () => 'Tuliskan alasan paling sedikit 10 huruf.',
  'plenaries.nothingDecided': () =>
    `Belum ada orang yang diputus. ${safe} Adakan pemungutan suara lebih dahulu.`,
  'plenaries.changedMeanwhile': () =>
    'Data sidang berubah saat berita acara disusun. Sidang masih terbuka dan suara aman. Tutup sekali lagi.',
  'plenaries.minutesDamaged': () =>
    'Berkas berita acara tidak lagi sama dengan saat sidang ditutup. Data suara utuh. Pulihkan folder “vault” dari cadangan.',

  'letters.unknown': () => `Surat ini tidak ada. ${safe} Muat ulang daftar surat.`,
  'letters.notDecided': () => `Sidang pleno belum memutus orang ini. ${safe} Surat dibuat setelah putusan.`,
  'letters.alreadyDrafted': () => `Surat untuk putusan ini sudah ada. ${safe} Buka surat itu.`,
  'letters.notEditable': () =>
    'Naskah ini tidak dapat diubah pada tahap ini. Isinya aman. Minta penelaah mengembalikannya.',
  'letters.assistantsOnly': () => 'Naskah surat ditulis oleh asisten. Anda dapat membaca dan menelaahnya.',
  'letters.decidersOnly': () => 'Surat disetujui oleh komisioner, wakil ketua, atau ketua.',
  'letters.presidersOnly': () => 'Surat ditandatangani oleh ketua, atau wakil ketua bila ketua berhalangan.',
  'letters.stale': f =>
    `Orang lain sudah menyimpan versi ${f.version}. Tulisan Anda masih di layar. Buka versi itu, lalu gabungkan.`,
  'letters.traceUnknown': () => `Paragraf ini tidak mempunyai sumber. ${safe} Muat ulang surat.`,
  'letters.sourceGone': () =>
    `Sumber paragraf ini sudah tidak ada. ${safe} Pilih “Masih benar” atau hapus paragrafnya.`,
  'letters.notInReview': () => `Surat ini tidak sedang ditelaah. ${safe} Muat ulang surat.`,
  'letters.ownReview': () => `Penyusun tidak dapat menjadi penelaah. ${safe} Minta orang kedua.`,
  'letters.ownApproval': () => `Penyusun tidak dapat menyetujui suratnya sendiri. ${safe} Minta orang lain.`,
  'letters.notReviewed': () => `Surat ini belum ditelaah. ${safe} Tunggu telaah orang kedua.`,
  'letters.commentRequired': () =>
    `Surat yang dikembalikan perlu catatan. ${safe} Tulis apa yang harus diperbaiki.`,
  'letters.notApproved': () => `Surat ini belum disetujui atau sudah bernomor. ${safe} Muat ulang surat.`,
  'letters.plenaryOpen': () => `Sidang yang memutusnya belum ditutup. ${safe} Tutup sidang lebih dahulu.`,
  'letters.checksFailed': f =>
    `Surat masih mempunyai ${f.count ?? 'beberapa'} kesalahan pada panel pemeriksaan. ${safe} Perbaiki dahulu.`,
  'letters.datedBeforePlenary': f =>
    `Tanggal surat mendahului sidang (${day(f.heldOn)}). ${safe} Pilih tanggal sidang atau sesudahnya.`,
  'letters.datedTooLate': f =>
    `Tanggal surat terlalu jauh ke depan (paling lambat ${day(f.latest)}). ${safe} Pilih tanggal lain.`,
  'letters.bodyTooLong': () =>
    'Naskah surat terlalu panjang. Konsep yang tersimpan aman. Pindahkan sebagian ke lampiran.',
  'letters.numberTaken': () =>
    'Nomor itu baru saja dipakai surat lain. Surat ini belum bernomor. Tekan sekali lagi.',
  'letters.noSignatory': () =>
    `Tidak ada ketua atau wakil ketua yang aktif menurut paket lembaga. ${safe} Minta sekretariat melengkapi akun.`,
  'letters.notFinalised': () => `Surat ini belum bernomor. ${safe} Ambil nomornya lewat “Finalisasi”.`,
  'letters.otherSignatory': () =>
    `Surat ini disiapkan untuk penanda tangan lain. ${safe} Bila ketua berhalangan, wakil ketua memakai “Siapkan untuk tanda tangan saya”.`,
  'letters.signatoryChanged': () =>
    `NIP pada surat ini tidak sama lagi dengan NIP akun Anda. ${safe} Siapkan lagi surat ini untuk tanda tangan Anda; nomor dan tanggalnya tetap.`,
  'letters.alreadyIssued': () =>
    'Surat ini sudah terbit dan tidak berubah lagi. Koreksi hanya dengan surat baru yang menyebutnya.',
  'letters.notIssued': () => `Surat ini belum terbit. ${safe} Salinan keluar setelah ditandatangani.`,
  'letters.fileChanged': () =>
    'Berkas surat tidak lagi sama dengan yang dicatat. Data perkara utuh. Pulihkan folder “vault” dari cadangan.',
  'signing.otherPerson': f =>
    `Sertifikat ini atas nama ${f.subject}, bukan nama penanda tangan. Dokumen belum ditandatangani. Pakai sertifikat Anda sendiri.`,
  'signing.otherNip': f =>
    `Sertifikat ini bernomor ${f.serialNumber}, sedangkan akun Anda ber-NIP ${f.nip}. Dokumen belum ditandatangani. Pakai sertifikat Anda sendiri; bila NIP akun keliru, minta sekretariat membetulkannya di Pengaturan.`,
  'signing.untrusted': f =>
    `Penerbit sertifikat (${f.issuer}) belum dipercaya di sini, jadi dokumen tidak ditandatangani dan tidak berubah. Minta sekretariat menambahkan sertifikat penerbit, lalu tanda tangani lagi.`,

  'followUps.unknown': () => `Tindak lanjut ini tidak ada. ${safe} Muat ulang daftarnya.`,
  'followUps.noDeadline': () =>
    'Paket lembaga tidak memuat tenggat tindak lanjut. Surat belum diterbitkan. Minta sekretariat melengkapinya.',
  'followUps.alreadyClosed': () => `Tindak lanjut ini sudah ditutup. ${safe} Muat ulang daftarnya.`,
  'followUps.beforeLetter': f =>
    `Tanggal SK mendahului surat (${day(f.datedOn)}). ${safe} Periksa tanggal SK.`,
  'followUps.fileRequired': () =>
    `Berkas SK tidak terbaca. ${safe} Pilih berkas SK, atau tutup tanpa SK dengan alasan.`,
}

function blockedText(codes: ErrorFacts[string] | undefined): string {
  return String(codes ?? '')
    .split(', ')
    .map(code => blockedReasons[code] ?? code)
    .join('; ')
}
