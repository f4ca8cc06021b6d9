/**
 * Whether a certificate belongs to the official that a letter names. A number in the certificate
 * decides when the letter has one too; otherwise every word of the certificate's name must stand in
 * the printed name (which may carry degrees).
 */
export function isNamedPerson(
  certificate: { subjectName: string; serialNumber: string },
  official: { name: string; nip: string | null },
): boolean {
  if (certificate.serialNumber && official.nip) {
    return digits(certificate.serialNumber) === digits(official.nip)
  }
  const printed = new Set(words(official.name))
  const own = words(certificate.subjectName)
  return own.length > 0 && own.every(word => printed.has(word))
}

const digits = (text: string) => text.replace(/\D/g, '')
const words = (text: string) =>
  text
    .normalize('NFKC')
    .toLocaleLowerCase('id')
    .match(/[\p{L}\p{N}]+/gu) ?? []
