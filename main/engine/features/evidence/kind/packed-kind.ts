import { type KindFacts, OCTETS, plainKind } from './exhibit-kind.ts'

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')
const ARCHIVES = [
  hex('50 4b 03 04'),
  hex('50 4b 05 06'),
  hex('50 4b 07 08'),
  hex('52 61 72 21 1a 07'),
  hex('37 7a bc af 27 1c'),
  hex('1f 8b'),
  hex('42 5a 68'),
  hex('fd 37 7a 58 5a 00'),
  hex('28 b5 2f fd'),
  hex('4d 53 43 46'),
]
const PROGRAMS = [
  hex('4d 5a'),
  hex('7f 45 4c 46'),
  hex('cf fa ed fe'),
  hex('ca fe ba be'),
  hex('4c 00 00 00 01 14 02 00'),
]
/** Old office files and messages of mail programs. */
const COMPOUND = hex('d0 cf 11 e0 a1 b1 1a e1')

/**
 * Archives, office files and programs, told by their first bytes and never unpacked: no sniffing library
 * looks inside a packed file that a hostile party may have built.
 */
export function packedKind(head: Buffer): KindFacts | null {
  const begins = (mark: Buffer) => head.subarray(0, mark.length).equals(mark)
  if (begins(COMPOUND) || head.toString('latin1', 0, 5) === '{\\rtf') {
    return plainKind('other', OCTETS, 'documentNotShown')
  }
  if (ARCHIVES.some(begins)) {
    const office = head.includes('[Content_Types].xml') || head.includes('application/vnd.oasis.opendocument')
    return plainKind('other', OCTETS, office ? 'documentNotShown' : 'archiveNotOpened')
  }
  return PROGRAMS.some(begins) ? plainKind('other', OCTETS, 'programNotRun') : null
}
