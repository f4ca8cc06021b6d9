import type { Role } from '../../contract/define.ts'

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  assistant: 'Asisten',
  commissioner: 'Komisioner',
  chair: 'Ketua',
  deputyChair: 'Wakil ketua',
  secretariat: 'Sekretariat',
}

/** Texts of the lock screen, first start and accounts. */
export const session = {
  role: (role: Role) => ROLE_NAMES[role],
  roleAndRegion: (role: Role, region: string) => `${ROLE_NAMES[role]} · ${region}`,
  lock: {
    signInName: 'Nama masuk',
    passphrase: 'Frasa sandi',
    unlock: 'Buka kunci',
    unlocking: 'Membuka kunci',
    change: 'Ganti',
    forgotten: 'Lupa frasa sandi?',
    recover: 'Pulihkan dengan kode pemulihan',
    verify: 'Periksa surat tanpa membuka kunci',
    otherPlace: 'Buka tempat lain',
    newPlace: 'Buat tempat baru',
    wait: (seconds: number) => `Tunggu ${seconds} detik sebelum mencoba lagi. Data tetap aman.`,
    nothingLost: 'Yang sudah tersimpan aman. Tidak ada yang hilang.',
  },
  recover: {
    title: 'Pulihkan dengan kode pemulihan',
    why: 'Kode ada pada lembar pemulihan yang dicetak saat tempat penyimpanan dibuat. Frasa sandi lama akun ini tidak berlaku lagi.',
    code: 'Kode pemulihan',
    codeHint: 'Tanda hubung dan huruf kecil boleh diketik apa adanya.',
    newPassphrase: 'Frasa sandi baru',
    repeat: 'Ulangi frasa sandi baru',
    action: 'Pulihkan dan buka',
  },
  passphraseHint: 'Paling sedikit 12 karakter. Satu kalimat pendek mudah diingat dan kuat.',
  passphraseDiffers: 'Kedua frasa sandi belum sama.',
  passphraseShort: 'Frasa sandi paling sedikit 12 karakter.',
  changePassphrase: {
    title: 'Ganti frasa sandi',
    current: 'Frasa sandi sekarang',
    next: 'Frasa sandi baru',
    repeat: 'Ulangi frasa sandi baru',
    action: 'Ganti frasa sandi',
    done: 'Frasa sandi diganti. Pakai yang baru saat membuka kunci berikutnya.',
  },
  start: {
    title: 'Selamat datang',
    intro:
      'Belum ada tempat penyimpanan di laptop ini. Semua data nanti terenkripsi di satu folder pilihan Anda.',
    create: 'Buat tempat baru',
    createWhy: 'Untuk lembaga Anda: isi lembaga, buat akun, cetak lembar pemulihan.',
    open: 'Buka tempat yang sudah ada',
    openWhy: 'Folder AdjudikASN dari laptop lain atau dari cadangan.',
    example: 'Buka map contoh',
    exampleWhy: 'Perkara rekaan lengkap dengan bukti untuk belajar. Bukan untuk perkara nyata.',
    verify: 'Periksa surat',
    verifyWhy: 'Memeriksa keaslian PDF surat rekomendasi tanpa tempat penyimpanan.',
  },
  steps: (n: number, total: number) => `Langkah ${n} dari ${total}`,
  place: {
    title: 'Tempat penyimpanan',
    why: 'Pilih folder kosong di laptop ini. Semua isinya terenkripsi; nama orang tidak pernah tertulis terbuka.',
    choose: 'Pilih folder',
    chosen: 'Folder terpilih',
    none: 'Belum ada folder yang dipilih.',
    missing: 'Pilih folder lebih dahulu.',
  },
  institution: {
    title: 'Lembaga',
    why: 'Terisi dengan lembaga contoh. Ubah sesuai lembaga Anda; kop surat, nomor, dan tenggat diambil dari sini.',
    name: 'Nama lembaga',
    shortName: 'Nama singkat',
    city: 'Kota',
    zone: 'Zona waktu',
    address: 'Alamat',
    addressHint: 'Satu baris per baris kop surat, paling banyak 4.',
    contact: 'Kontak',
    letterNumber: 'Pola nomor surat',
    letterNumberHint:
      '{n} nomor urut, {m} atau {mm} bulan, {mr} bulan Romawi, {yyyy} tahun, {sifat} sifat surat, {kode} kode klasifikasi.',
    seats: 'Jumlah komisioner',
    legalBasis: 'Dasar hukum wewenang',
    legalBasisHint: 'Satu paragraf per baris, seperti tertulis di surat.',
  },
  accounts: {
    title: 'Akun',
    why: 'Setiap orang mempunyai akun dan frasa sandi sendiri. Akun sekretariat pertama langsung dibuka setelah selesai.',
    displayName: 'Nama lengkap',
    signInName: 'Nama masuk',
    signInHint: 'Huruf kecil, angka, titik.',
    role: 'Peran',
    position: 'Jabatan tertulis',
    region: 'Wilayah',
    passphrase: 'Frasa sandi',
    add: 'Tambah akun',
    remove: (name: string) => `Hapus akun ${name}`,
    number: (n: number) => `Akun ${n}`,
    needSecretariat: 'Diperlukan paling sedikit satu akun sekretariat.',
    nameTwice: 'Nama masuk ini sudah dipakai akun lain.',
    minimumNote: 'Asas empat mata: penyusun, penelaah, dan ketua adalah orang yang berbeda.',
    roles: 'Akun dapat ditambah lagi nanti oleh sekretariat.',
    create: 'Buat tempat penyimpanan',
    creating: 'Membuat tempat penyimpanan',
  },
  sheet: {
    title: 'Lembar pemulihan',
    why: 'Kode ini ditampilkan sekali saja. Siapa pun yang memegangnya dapat membuka semua data. Cetak, masukkan ke dalam amplop, lalu simpan di lemari besi.',
    code: 'Kode pemulihan',
    save: 'Simpan lembar (PDF)',
    saved: (name: string) => `Lembar disimpan sebagai ${name}. Cetak dari sana, lalu hapus berkasnya.`,
    suggestedName: 'lembar-pemulihan.pdf',
    confirm: 'Kode sudah dicetak atau disalin di atas kertas',
    confirmFirst: 'Centang lebih dahulu bahwa kode sudah ada di atas kertas.',
    enter: 'Mulai bekerja',
  },
  example: {
    title: 'Map contoh',
    why: 'Pilih folder kosong. Isinya perkara rekaan; semua nama dan lembaga dibuat-buat.',
    making: 'Membuat map contoh',
    /** `what`: what the engine is replaying now. */
    loading: (what: string | undefined) =>
      what === 'accounts'
        ? 'Membuat akun'
        : what === 'reports'
          ? 'Mendaftarkan laporan rekaan'
          : what === 'cases'
            ? 'Menyusun perkara rekaan'
            : 'Membuat map contoh',
    ready: 'Map contoh siap.',
    onePassphrase: 'Semua akun memakai frasa sandi yang sama:',
    account: 'Akun',
  },
} as const
