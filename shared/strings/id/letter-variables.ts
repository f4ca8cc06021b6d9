const names: Readonly<Record<string, string>> = {
  reportNumber: 'nomor register laporan',
  plenaryNumber: 'nomor sidang pleno',
  responsePeriod: 'jangka waktu tindak lanjut',
}

/** What stands for a value that the program fills into a letter, by its name in the text. */
export const letterVariable = (name: string): string => names[name] ?? name
