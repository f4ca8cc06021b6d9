const UNITS = 'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' ')

/**
 * A whole number 0 … 999,999 in Indonesian words ('empat belas'), as letters write it after the figure.
 * Throws RangeError outside that range: a letter must never carry a half-written number.
 */
export function terbilang(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 999_999) throw new RangeError('terbilang.outOfRange')
  if (n < 12) return UNITS[n] ?? ''
  if (n < 20) return `${terbilang(n - 10)} belas`
  if (n < 100) return join(`${terbilang(Math.floor(n / 10))} puluh`, n % 10)
  if (n < 200) return join('seratus', n - 100)
  if (n < 1000) return join(`${terbilang(Math.floor(n / 100))} ratus`, n % 100)
  if (n < 2000) return join('seribu', n - 1000)
  return join(`${terbilang(Math.floor(n / 1000))} ribu`, n % 1000)
}

/** '14 (empat belas)'. */
export function withTerbilang(n: number): string {
  return `${n} (${terbilang(n)})`
}

function join(head: string, rest: number): string {
  return rest === 0 ? head : `${head} ${terbilang(rest)}`
}
