// Sentences that the program itself puts on a letter. Style: Pedoman Umum Tata Naskah Dinas.

/** Labels in the letter's head, in their official order. */
export const headLabels = {
  number: 'Nomor',
  classification: 'Sifat',
  attachments: 'Lampiran',
  subject: 'Hal',
} as const

export const letterWording = {
  numberPending: 'diambil saat penomoran',
  copies: 'Tembusan:',
  draftMark: 'KONSEP',
  draftFooter: 'KONSEP – belum bernomor dan belum ditandatangani',
  finalFooter:
    'Surat ini ditandatangani secara elektronik. Keasliannya diperiksa pada berkas PDF aslinya, bukan pada hasil cetak.',
  page: (page: number, count: number) => `Halaman ${page} dari ${count}`,
  runningNumber: (number: string) => `Nomor ${number}`,
  nip: (nip: string) => `NIP ${nip}`,
  logoAlt: (institution: string) => `Lambang ${institution}`,
  attachmentDescription: 'Data keputusan yang dapat dibaca mesin',
  bookmarks: { signatures: 'Tanda tangan', copies: 'Tembusan' },
  signatureTooltip: (position: string, name: string) => `Tanda tangan elektronik ${position}: ${name}`,
  unsigned: 'Ruang tanda tangan elektronik',
  signedBy: 'Ditandatangani secara elektronik oleh',
} as const
