// Sentences of the printed recovery sheet.

export const recoveryWording = {
  title: 'LEMBAR KODE PEMULIHAN',
  subtitle: 'Rahasia – simpan seperti menyimpan segel lembaga',
  institution: 'Lembaga',
  store: 'Penyimpanan',
  date: 'Dicetak pada',
  keyTitle: 'Kode pemulihan',
  keyHint: 'Ketik kelompok demi kelompok, dari kiri ke kanan. Tanda hubung dan spasi boleh dilewati.',
  qrAlt: 'Kode QR yang memuat kode pemulihan yang sama',
  purposeTitle: 'Untuk apa lembar ini',
  purpose: [
    'Kode ini membuka seluruh penyimpanan AdjudikASN tersebut di atas tanpa frasa sandi siapa pun.',
    'Kode ini dipakai di layar kunci bila pemegang frasa sandi lupa atau berhalangan tetap.',
    'Tanpa frasa sandi dan tanpa lembar ini, isi penyimpanan tidak dapat dibuka oleh siapa pun, termasuk oleh pembuat program.',
  ],
  keepingTitle: 'Cara menyimpan',
  keeping: [
    'Masukkan lembar ini ke dalam amplop, segel, bubuhkan tanda tangan dua pejabat di atas segel, dan simpan di lemari besi.',
    'Jangan memotret, memindai, menyalin ke komputer, atau mengirimkan lembar ini.',
    'Simpan terpisah dari laptop dan dari cadangan data.',
    'Catat setiap pembukaan amplop dalam berita acara.',
  ],
  handoverTitle: 'Serah terima',
  handoverHead: ['Diserahkan oleh', 'Diterima oleh', 'Tanggal', 'Tempat simpan'],
  footer: 'Program tidak menyimpan salinan lembar ini.',
} as const
