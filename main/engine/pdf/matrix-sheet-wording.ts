// Sentences of the printed element matrix.

export const matrixWording = {
  workingCopy: (institution: string, printed: string) =>
    `${institution} · kertas kerja, bukan putusan · dicetak ${printed}`,
  empty: 'Belum ada penilaian.',
  cut: 'Teks yang panjang dipersingkat (…) agar matriks termuat pada satu halaman; lengkapnya ada pada tiap temuan.',
  spread:
    'Matriks ini tidak termuat pada satu halaman dan bersambung ke halaman berikutnya dengan teks lengkap.',
} as const
