// Sentences of the printed element matrix.

export const matrixWording = {
  workingCopy: (institution: string, printed: string) =>
    `${institution} · kertas kerja, bukan putusan · dicetak ${printed}`,
  empty: 'Belum ada penilaian.',
} as const
