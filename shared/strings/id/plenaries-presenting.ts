/** Texts of presenting: agenda, recusal questions, case card, keys, the window for the audience. */
export const presenting = {
  at: (n: number, of: number) => `Perkara ${n} dari ${of}`,
  attendance: (present: number, of: number) => `Hadir ${present} dari ${of}`,
  quorumMet: 'Kuorum terpenuhi',
  quorumMissing: (needed: number) => `Kuorum belum terpenuhi, perlu ${needed}`,
  decided: (n: number, of: number) => `${n}/${of} diputus`,
  thisCase: 'Perkara di layar',
  votedOn: 'Perkara ini sudah mempunyai pemungutan suara.',
  more: 'Langkah lain',
  sealed: (n: number, of: number) => `Tersegel ${n}/${of}`,
  ready: 'Siap dibuka',
  facts: 'Peristiwa',
  contested: 'Diperdebatkan',
  chosenRulebook: (name: string, reason: string) => `Dipilih oleh ${name}: ${reason}`,
  outsideBand: (reason: string) => `Di luar rentang: ${reason}`,
  band: (names: string) => `Rentang: ${names}`,
  earlier: 'Perkara terdahulu',
  noEarlier: 'Tidak ada perkara terdahulu.',
  earlierCase: (number: string, date: string) => `${number} · perbuatan ${date}`,
  earlierOutcome: { sanctioned: 'dijatuhi sanksi', proven: 'terbukti', alleged: 'dugaan' } as Readonly<
    Record<string, string>
  >,
  reconsiders: {
    correction: 'Sidang ini mengoreksi putusan terdahulu',
    reopening: 'Sidang ini membuka kembali putusan terdahulu',
  },
  prompts: {
    title: 'Pertanyaan pengunduran diri',
    unanswered: (n: number) => `${n} pertanyaan belum dijawab; pemungutan suara menunggu.`,
    blocked: (names: readonly string[]) =>
      `Tanyakan dahulu kepada ${names.length > 3 ? `${names.length} anggota` : names.join(', ')}.`,
    allAnswered: 'Semua pertanyaan sudah dijawab.',
    ask: {
      sameRegion: (name: string, detail: string) =>
        `${name}: satu wilayah dengan perkara${detail ? ` (${detail})` : ''}.`,
      earlierRole: (name: string, detail: string) =>
        `${name}: pernah berperan dalam perkara ini${detail ? ` (${detail})` : ''}.`,
      recusedBefore: (name: string, detail: string) =>
        `${name}: pernah mengundurkan diri${detail ? ` (${detail})` : ''}.`,
      kinship: (name: string) => `${name}: ada hubungan keluarga dengan terlapor?`,
    },
    kinship: (n: number) => `Adakah hubungan keluarga dengan terlapor? Ditanyakan kepada ${n} anggota.`,
    noKinship: 'Semua menjawab tidak ada',
    recuse: 'Mundur',
    recuseOf: (name: string) => `Mundur, ${name}`,
    stay: 'Tetap ikut',
    stayOf: (name: string) => `Tetap ikut, ${name}`,
    stayReason: (name: string) => `Alasan ${name} tetap ikut`,
    answered: (name: string, text: string) => `${name} tetap ikut: ${text}`,
    none: 'Tidak ada hubungan keluarga.',
    save: 'Catat',
    onlyDeciders: 'Dijawab oleh anggota atau dicatat ketua.',
  },
  keys: {
    next: 'Berikut',
    previous: 'Sebelumnya',
    exhibits: 'Bukti',
    zoom: 'Perbesar',
    agenda: 'Agenda',
    blank: 'Gelapkan',
    display: 'Layar umum',
    vote: 'Beri suara',
    attendance: 'kehadiran',
  },
  display: {
    open: 'Buka layar umum',
    close: 'Tutup layar umum',
    showing: 'Layar umum menampilkan perkara ini',
    showingOwn: 'Layar umum di layar kedua',
    blanked: 'Layar umum digelapkan. Tekan titik (.) untuk menampilkannya lagi.',
  },
  exhibits: {
    title: (number: string) => `Bukti perkara ${number}`,
    list: 'Bukti',
    close: 'Tutup bukti',
    empty: 'Perkara ini tidak mempunyai bukti.',
  },
} as const
