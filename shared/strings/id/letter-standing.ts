/** Texts for the choices before a letter is drafted, and for letters whose decision was replaced. */
export const letterStanding = {
  draft: {
    title: (name: string) => `Susun surat untuk ${name}`,
    conflict: (authority: string, kind: string) => `${authority} ${kind}`,
    conflictKinds: {
      named: 'disebut dalam laporan',
      candidate: 'adalah calon',
      didNotSanction: 'tidak menjatuhkan hukuman yang wajib dijatuhkannya',
    },
    conflictNext:
      'Pilih kepada siapa surat dialamatkan. Pilihan dan alasannya masuk ke surat dan ke riwayat.',
    to: 'Alamat surat',
    higher: (addressee: string) => `${addressee} (pejabat di atasnya)`,
    ppk: (authority: string) => `${authority} (PPK)`,
    noHigher: 'Paket lembaga tidak menyebut pejabat di atas PPK ini.',
    reason: 'Alasan',
    reasonHint: 'Paling sedikit 10 karakter; dimuat dalam surat.',
    opinions: (count: number) => `Muat ${count} pendapat terpisah dalam surat`,
    cites: (cite: string) => `Surat ini akan menggantikan surat atas ${cite}.`,
    submit: 'Susun surat',
  },
  replaced: {
    chip: 'Diganti',
    title: (cite: string) => `DIGANTI dengan ${cite}`,
    withLetter: (number: string) => `Surat penggantinya: ${number}.`,
    noLetter: 'Surat untuk putusan yang baru belum terbit.',
    next: 'Berkas yang ditandatangani tidak berubah. Yang tampil di sini dan salinan untuk dicetak memuat tanda DIGANTI.',
    draftNext: 'Konsep ini tidak dapat diterbitkan lagi. Susun surat untuk putusan yang baru.',
    show: 'Lihat surat perkara ini',
  },
  cites: (cite: string) => `Menggantikan ${cite}`,
  addressedHigher: 'Dialamatkan ke atasan PPK',
  export: {
    which: 'Yang disalin',
    original: 'Berkas asli bertanda tangan, tidak berubah',
    marked: 'Salinan bertanda DIGANTI, untuk dicetak',
    markedName: (number: string) => `DIGANTI ${number.replace(/[/\\]/g, '-')}.pdf`,
  },
} as const
