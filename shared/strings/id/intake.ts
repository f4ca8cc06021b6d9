/** Texts for completeness, return to the sender, conflicts of authorities and related cases. */
export const intake = {
  title: 'Kelengkapan',
  complete: 'Lengkap: tidak ada yang kurang menurut ketetapan lembaga.',
  none: 'Paket lembaga ini tidak menetapkan syarat kelengkapan.',
  summary: (formal: number, material: number) => {
    const parts = [formal > 0 && `${formal} syarat formil`, material > 0 && `${material} syarat materiil`]
    return `${parts.filter(Boolean).join(' dan ')} belum ada`
  },
  formal: 'Formil',
  material: 'Materiil',
  missing: 'belum ada',
  basis: (text: string) => `Dasar: ${text}`,
  fillIn: 'Lengkapi',
  sendBack: 'Kembalikan ke pengirim',
  sendBackKey: 'kembalikan ke pengirim',
  takeUp: 'Periksa kembali',
  form: {
    title: 'Lengkapi laporan',
    hint: 'Isi yang sudah diketahui saja. Nilai lama dan baru disimpan beserta nama Anda.',
    protected: 'Disimpan terpisah; hanya terlihat atas permintaan beralasan yang dicatat.',
    initialEvidence: 'Bukti awal yang disertakan',
    submit: 'Simpan kelengkapan',
  },
  giveBack: {
    title: 'Kembalikan ke pengirim',
    why: 'Surat bernomor dibuat dengan daftar di bawah ini. Surat itu tidak menyebut nama atau NIP terlapor. Laporan menunggu sampai dilengkapi.',
    submit: 'Kembalikan dan ambil nomor',
    done: (number: string) => `Surat pengembalian ${number}`,
    doneHint:
      'Surat ini menunggu tanda tangan ketua, atau wakil ketua bila ketua berhalangan. Setelah ditandatangani, simpan salinannya dan kirimkan.',
    signedHint: (by: string, on: string) =>
      `Ditandatangani secara elektronik oleh ${by}, ${on}. Simpan salinannya, lalu kirimkan menurut tata persuratan lembaga.`,
    save: 'Simpan salinan PDF',
    saved: (file: string) => `Salinan ${file} disimpan.`,
    suggested: (number: string) => `Surat pengembalian ${number.replace(/[/\\]/g, '-')}.pdf`,
    document: 'Surat pengembalian laporan',
    page: (page: number, total: number) => `Halaman ${page} dari ${total}`,
  },
  returned: {
    chip: 'Dikembalikan',
    title: (number: string, on: string) => `Dikembalikan dengan surat ${number} tanggal ${on}`,
    waiting: (items: string) => `Menunggu pengirim melengkapi: ${items}.`,
    takenUp: (by: string, when: string, reason: string) =>
      `Diperiksa kembali oleh ${by}, ${when}${reason ? `: ${reason}` : ''}.`,
    show: 'Lihat surat',
    signed: (by: string, on: string) => `Surat ditandatangani oleh ${by}, ${on}.`,
    unsigned: 'Surat belum ditandatangani di dalam program.',
    sign: 'Tanda tangani surat',
    signTitle: 'Tanda tangani surat pengembalian',
    signIntro: (number: string) =>
      `Surat ${number} ditandatangani dengan sertifikat Anda. Frasa sandinya hanya dipakai sekarang dan tidak disimpan.`,
    signFinal:
      'Setelah ditandatangani, surat tidak berubah lagi. Bila surat disiapkan untuk penanda tangan lain, nama dan jabatan Anda yang tertera; nomor dan tanggalnya tetap.',
    signSubmit: 'Tanda tangani',
    signDone: (number: string) => `Surat pengembalian ${number} ditandatangani.`,
    toSign: (count: number) => `${count} surat pengembalian menunggu tanda tangan ketua atau wakil ketua`,
    toSignOpen: (report: string) => `Buka laporan ${report}`,
    takeUpTitle: 'Periksa kembali laporan yang belum lengkap',
    takeUpHint: 'Laporan yang sudah lengkap berjalan lagi dengan sendirinya; di sini alasannya dicatat.',
    reason: 'Alasan',
  },
  amendments: {
    title: 'Kelengkapan yang menyusul',
    line: (field: string, before: string, after: string) =>
      before === '' && after === ''
        ? `${field}: dilengkapi`
        : before === ''
          ? `${field}: ${after}`
          : `${field}: ${before} → ${after}`,
    by: (name: string, when: string) => `${name}, ${when}`,
    fields: {
      senderOffice: 'Kantor pengirim',
      senderLetterNumber: 'Nomor surat pengirim',
      senderLetterOn: 'Tanggal surat pengirim',
      reporterName: 'Nama pelapor (terlindung)',
      reporterContact: 'Kontak pelapor (terlindung)',
      candidate: 'Calon atau partai',
      electionId: 'Pemilihan',
      designatedOn: 'Tanggal penetapan calon',
      actTime: 'Jam perbuatan',
      provinceCode: 'Provinsi',
      initialEvidence: 'Bukti awal',
    },
  },
  open: {
    title: 'Laporan belum lengkap secara formil',
    missing: (items: string) => `Belum ada: ${items}.`,
    reason: 'Alasan perkara tetap dibuka',
    reasonHint: 'Paling sedikit 10 karakter; masuk ke riwayat perkara.',
    materialMissing: (items: string) =>
      `Kelengkapan materiil yang belum ada: ${items}. Perkara tetap dapat dibuka.`,
  },
  conflict: {
    title: 'PPK',
    chip: 'PPK berkepentingan',
    flagged: (authority: string, kind: string) => `${authority} ${kind}`,
    kinds: {
      named: 'disebut dalam laporan',
      candidate: 'adalah calon',
      none: 'tidak berkepentingan',
    },
    suggested: {
      named: (authority: string, hint: string) =>
        `${authority} tampaknya disebut dalam laporan ini: ${hint}.`,
      candidate: (authority: string, hint: string) => `${authority} tampaknya calon yang didukung: ${hint}.`,
    },
    people: (names: string) => `Terlapor: ${names}`,
    higher: (addressee: string) => `Surat dapat dialamatkan kepada ${addressee}; dipilih saat surat disusun.`,
    noHigher: 'Paket lembaga tidak menyebut pejabat di atasnya.',
    decide: 'Tetapkan',
    change: 'Ubah',
    by: (name: string, when: string) => `${name}, ${when}`,
    dialog: {
      title: (authority: string) => `Kepentingan ${authority}`,
      hint: 'Bila PPK ikut berkepentingan, surat rekomendasi dapat dialamatkan kepada pejabat di atasnya. Anda yang menetapkan; isi laporan hanya petunjuk.',
      kind: 'Kedudukan PPK',
      note: 'Dari mana hal ini diketahui',
      submit: 'Simpan',
    },
    clear: (authority: string) => `${authority}: tidak ada benturan yang diketahui`,
  },
  related: {
    title: 'Mungkin berkaitan dengan perkara lain',
    sameAct: (number: string, detail: string) => `${number} · orang dan hari yang sama (${detail})`,
    sameExhibit: (number: string, detail: string) => `${number} · bukti dengan sidik yang sama (${detail})`,
    linked: (number: string, detail: string) => `${number} · tertaut: ${detail}`,
    linkedMark: 'tertaut',
    hidden: (count: number) =>
      `${count} perkara lain yang tidak Anda tangani memuat bukti dengan sidik yang sama.`,
    link: 'Tautkan',
    unlink: 'Lepas tautan',
    linkTitle: (number: string) => `Tautkan dengan ${number}`,
    unlinkTitle: (number: string) => `Lepas tautan dengan ${number}`,
    hint: 'Kedua nomor perkara tetap; tautan dapat dilepas lagi dan tercatat pada kedua riwayat.',
    reason: 'Alasan',
    inExhibits: (number: string, others: string) => `${number} sama dengan ${others}`,
    exhibitOf: (exhibit: string, caseNumber: string) => `${exhibit} pada perkara ${caseNumber}`,
    hiddenOf: (count: number) => `${count} bukti pada perkara yang tidak Anda tangani`,
    toSummary: 'Lihat ringkasan perkara',
    exhibitsTitle: 'Bukti yang sama ada pada perkara lain',
  },
} as const
