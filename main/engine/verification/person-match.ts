/**
 * Whether a certificate belongs to the official that a letter names. A number in the certificate
 * decides when the letter has one too; otherwise the names must be the same without titles and degrees
 * ("Dr. Bakti Semoga, S.H." is "BAKTI SEMOGA").
 */
export function isNamedPerson(
  certificate: { subjectName: string; serialNumber: string },
  official: { name: string; nip: string | null },
): boolean {
  if (certificate.serialNumber && official.nip) {
    return digits(certificate.serialNumber) === digits(official.nip)
  }
  const own = bareName(certificate.subjectName)
  return own !== '' && own === bareName(official.name)
}

const digits = (text: string) => text.replace(/\D/g, '')

/** Lower case, without degrees after the first comma and without leading titles that end in a point. */
function bareName(name: string): string {
  const [front = ''] = name.normalize('NFKC').toLocaleLowerCase('id').split(',')
  const words = front.trim().split(/\s+/)
  while (words.length > 1 && /^\p{L}{1,5}\.$/u.test(words[0] ?? '')) words.shift()
  return words.join(' ')
}
