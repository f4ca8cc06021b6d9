import type { PdfFile } from './pdf-file.ts'
import { type PdfDict, type PdfValue, writeValue } from './pdf-syntax.ts'

/**
 * Appends a revision with the given objects; the file's own bytes stay as they are.
 * @returns the new bytes, and where each object begins in them
 */
export function appendRevision(
  file: PdfFile,
  objects: ReadonlyMap<number, PdfValue>,
): { bytes: Buffer; offsets: ReadonlyMap<number, number> } {
  const parts: Buffer[] = [file.bytes]
  let length = file.bytes.length
  const put = (text: string) => {
    const part = Buffer.from(text, 'latin1')
    parts.push(part)
    length += part.length
  }
  if (file.bytes.at(-1) !== 10) put('\n')
  const offsets = new Map<number, number>()
  for (const [number, value] of objects) {
    offsets.set(number, length)
    put(`${number} 0 obj\n${writeValue(value)}\nendobj\n`)
  }
  const numbers = [...offsets.keys()].sort((a, b) => a - b)
  const startxref = length
  const trailer: PdfDict = new Map(file.trailer)
  trailer.set('Prev', file.startxref)
  trailer.set('Size', Math.max(Number(file.trailer.get('Size')), (numbers.at(-1) ?? 0) + 1))
  put(`${xrefTable(numbers, offsets)}trailer\n${writeValue(trailer)}\nstartxref\n${startxref}\n%%EOF\n`)
  return { bytes: Buffer.concat(parts), offsets }
}

function xrefTable(numbers: readonly number[], offsets: ReadonlyMap<number, number>): string {
  let table = 'xref\n'
  for (let first = 0; first < numbers.length; ) {
    let end = first + 1
    while (end < numbers.length && numbers[end] === (numbers[end - 1] ?? 0) + 1) end++
    const run = numbers.slice(first, end)
    const entries = run.map(number => `${String(offsets.get(number)).padStart(10, '0')} 00000 n \n`)
    table += `${run[0]} ${run.length}\n${entries.join('')}`
    first = end
  }
  return table
}
