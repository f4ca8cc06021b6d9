const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
]

/** '2020-11-18' as '18 November 2020'. */
export function spellDate(civilDate: string): string {
  const [year, month, day] = civilDate.split('-')
  return `${Number(day)} ${months[Number(month) - 1] ?? '…'} ${year}`
}

/** '2020-11-18' as '… November 2020': the day is filled in when the letter is numbered. */
export function spellMonth(civilDate: string): string {
  return spellDate(civilDate).replace(/^\d+/, '…')
}
