const WARNINGS: Readonly<Record<string, string>> = {
  'nip.empty': 'NIP belum diisi.',
  'nip.foreignCharacter': 'Ada tanda yang bukan angka.',
  'nip.wrongLength': 'Jumlah angka tidak 18 (atau 9 untuk NIP lama).',
  'nip.notADate': 'Delapan angka pertama bukan tanggal lahir.',
  'nip.notAMonth': 'Bulan pengangkatan tidak sah.',
  'nip.sexDigit': 'Angka jenis kelamin bukan 1 atau 2.',
  'nip.serialZero': 'Nomor urut 000 tidak lazim.',
  'nip.ageAtAppointment': 'Umur saat pengangkatan tidak lazim.',
  'nip.lookAlike': 'Ada huruf yang mirip angka (O/0, I/1); periksa.',
  'nip.fullWidth': 'Angka lebar diubah menjadi angka biasa.',
  'nip.oldFormat': 'Format sebelum 2009.',
}

/** One short sentence for a doubt about a NIP. */
export const nipWarning = (code: string): string => WARNINGS[code] ?? 'Periksa NIP ini.'
