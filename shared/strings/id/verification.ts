import { type CivilDate, formatDate, isCivilDate } from '../../dates.ts'
import type { ErrorFacts } from './errors.ts'

type Outcome = 'genuine' | 'changed' | 'cannotTell'

/** Texts of the verification screen; it also works while the program is locked. */
export const verification = {
  title: 'Verifikasi',
  heading: 'Verifikasi surat',
  intro: 'Berlaku untuk PDF dari siapa pun. Berkas tidak disimpan.',
  drop: 'Letakkan PDF di sini, atau pilih berkas',
  dropHint: 'Diperiksa di laptop ini, tanpa jaringan.',
  choose: 'Pilih berkas',
  chooseVerb: 'Periksa surat PDF',
  checking: (name: string) => `Memeriksa ${name}`,
  certificate: {
    add: 'Tambahkan sertifikat penerbit',
    hint: 'Hanya untuk pemeriksaan berikut; daftar kepercayaan tidak berubah.',
    using: (name: string) => `Memakai juga penerbit dari ${name}`,
    remove: 'Jangan pakai',
  },
  outcomes: { genuine: 'Asli', changed: 'Berubah', cannotTell: 'Belum dapat dipastikan' } satisfies Record<
    Outcome,
    string
  >,
  sentences: {
    genuine: (institution: string) =>
      institution
        ? `Surat ini dikeluarkan ${institution} dan tidak berubah sejak ditandatangani.`
        : 'Surat ini tidak berubah sejak ditandatangani.',
    changed: () =>
      'Isi berkas ini bukan lagi yang ditandatangani. Jangan dipakai; minta surat asli dari penerbitnya.',
    cannotTell: () => 'Keaslian belum dapat dinyatakan. Alasan di bawah menyebut apa yang kurang.',
  } satisfies Record<Outcome, (institution: string) => string>,
  announce: (fileName: string, word: string, sentence: string) => `${fileName}: ${word}. ${sentence}`,
  facts: {
    number: 'Nomor',
    datedOn: 'Tanggal surat',
    subject: 'Hal',
  },
  day: (text: string) => (isCivilDate(text) ? formatDate(text as CivilDate) : text || '–'),
  signatures: {
    title: 'Tanda tangan',
    name: 'Nama dalam sertifikat',
    serialNumber: 'Nomor seri',
    claimedAt: 'Waktu menurut penanda tangan',
    result: 'Hasil',
    valid: 'Sah',
    untrusted: 'Cocok, belum dipercaya',
    invalid: 'Tidak cocok',
    none: '–',
  },
  basis: {
    why: 'Dasar hasil ini',
    sha256: 'SHA-256',
    checkedAt: 'Diperiksa',
    roots: 'Daftar kepercayaan',
    rootCount: (n: number) => (n === 0 ? 'kosong' : `${n} penerbit`),
    copySha: 'Salin sidik',
    copied: 'Sidik disalin',
  },
  side: {
    label: 'Keterangan',
    outcomes: 'Tiga kemungkinan hasil',
    explain: {
      genuine: 'Semua tanda tangan sah, penerbitnya dipercaya, dan isi tidak berubah.',
      changed: 'Isi atau tanda tangan tidak lagi cocok.',
      cannotTell: 'Ada yang kurang; hasil menyebut apa dan dari mana mendapatkannya.',
    } satisfies Record<Outcome, string>,
    recent: 'Pemeriksaan sejak program dibuka',
    none: 'Belum ada.',
    withoutApp: 'Periksa tanpa program ini',
    withoutAppText:
      'Surat yang sama dapat diperiksa dengan pembaca PDF apa pun atau lewat baris perintah. Hasilnya harus sama.',
    command: 'npm run -s tool -- verify --trust CA.pem SURAT.pdf',
    pdfsig: 'pdfsig -nssdir sql:NSS SURAT.pdf',
  },
  keys: { choose: 'pilih berkas', panes: 'pindah panel' },
  reason: (code: string, facts: ErrorFacts) =>
    reasons[code]?.(facts) ?? `Ada alasan lain (kode ${code}). Tanyakan kepada penerbit surat.`,
} as const

const reasons: Readonly<Record<string, (facts: ErrorFacts) => string>> = {
  'verification.intact': () => 'Semua yang ditandatangani masih utuh.',
  'verification.trusted': f =>
    f.issuer
      ? `Sertifikat penanda tangan diterbitkan ${f.issuer}, yang dipercaya di sini.`
      : 'Sertifikat penanda tangan berpangkal pada penerbit yang dipercaya.',
  'verification.complete': f => `Semua tanda tangan yang diminta surat ini ada (${f.signatures}).`,
  'verification.revocationChecked': () => 'Daftar pencabutan sertifikat sudah diperiksa.',
  'verification.revocationNotChecked': () =>
    'Pencabutan sertifikat tidak diperiksa, karena tanpa jaringan tidak ada daftarnya.',
  'verification.contentChanged': () => 'Isi berkas berbeda dengan yang ditandatangani.',
  'verification.signatureBroken': () => 'Tanda tangan tidak cocok dengan kunci dalam sertifikatnya.',
  'verification.changedAfterSigning': () => 'Ada yang ditambahkan pada berkas sesudah penandatanganan.',
  'verification.structureChanged': () => 'Susunan berkas diubah sesudah surat dibuat.',
  'verification.empty': () => 'Berkas ini kosong. Minta berkas yang utuh dari pengirimnya.',
  'verification.tooLarge': f =>
    `Berkas ini terlalu besar untuk sebuah surat (paling besar ${f.megabytes} MB). Pilih berkas suratnya saja.`,
  'verification.notPdf': () => 'Berkas ini bukan PDF. Pilih berkas surat yang berakhiran .pdf.',
  'verification.unreadable': () => 'Berkas ini tidak terbaca sebagai surat. Minta berkas yang utuh.',
  'verification.unsigned': () =>
    'Berkas ini tidak bertanda tangan elektronik. Pindaian kertas pun begitu; minta PDF aslinya.',
  'verification.foreignStructure': () =>
    'Berkas ini tidak dibuat oleh program ini. Periksa dengan alat milik penerbitnya.',
  'verification.noTrustedRoots': () =>
    'Belum ada penerbit sertifikat yang dipercaya di laptop ini. Tambahkan sertifikat penerbit di atas, atau minta sekretariat mendaftarkannya.',
  'verification.untrustedIssuer': f =>
    `Penerbit sertifikat${f.issuer ? `, ${f.issuer},` : ''} belum dipercaya di laptop ini. Bila Anda memegang sertifikat penerbitnya, tambahkan di atas.`,
  'verification.certificateExpired': f =>
    `Sertifikat ${f.name ?? ''} berakhir pada ${dayOf(f.validUntil)} dan surat tidak berstempel waktu. Tanyakan kepada penerbit surat.`,
  'verification.certificateNotYetValid': f =>
    `Sertifikat ${f.name ?? ''} baru berlaku pada ${dayOf(f.validFrom)}. Periksa jam laptop ini.`,
  'verification.certificateRevoked': f =>
    `Sertifikat ${f.name ?? ''} dicabut pada ${dayOf(f.revokedAt)}. Tanyakan kepada penerbit surat.`,
  'verification.certificateUnsuitable': f =>
    `Sertifikat ${f.name ?? ''} tidak dibuat untuk menandatangani dokumen.`,
  'verification.signatureForm': () =>
    'Bentuk tanda tangan ini tidak dapat diperiksa di sini. Periksa dengan alat milik penerbitnya.',
  'verification.timestampInvalid': () => 'Stempel waktu pada tanda tangan tidak sah.',
  'verification.claimedTimeWrong': () => 'Waktu penandatanganan yang tercatat tidak mungkin benar.',
  'verification.incomplete': () => 'Belum semua tanda tangan yang diminta surat ini ada.',
  'verification.signerNotNamed': f =>
    `Penanda tangan ${f.signerName ?? ''} bukan orang yang disebut dalam surat${f.named ? ` (${f.named})` : ''}.`,
  'verification.decisionMissing': () =>
    'Putusan yang seharusnya terlampir dan ikut ditandatangani tidak ada atau tidak terbaca.',
}

function dayOf(value: ErrorFacts[string] | undefined): string {
  const text = String(value ?? '').slice(0, 10)
  return isCivilDate(text) ? formatDate(text as CivilDate) : 'tanggal yang tidak terbaca'
}
