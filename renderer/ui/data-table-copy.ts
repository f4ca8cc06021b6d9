type Cells = readonly (readonly string[])[]

/** Cells as tab-separated text; breaks and tabs inside a cell become blanks, a leading formula sign is made harmless. */
export function asTabSeparated(cells: Cells): string {
  return cells
    .map(row => row.map(cell => harmless(cell.replace(/[\t\r\n]+/g, ' ').trim())).join('\t'))
    .join('\n')
}

/** The same as an HTML table of text cells, so that a spreadsheet keeps all 18 digits of a NIP and runs no formula. */
export function asTextTable(cells: Cells): string {
  const rows = cells.map(
    row =>
      `<tr>${row.map(cell => `<td style="mso-number-format:'\\@'">${escaped(cell)}</td>`).join('')}</tr>`,
  )
  return `<table>${rows.join('')}</table>`
}

function harmless(cell: string): string {
  return /^[=+\-@]/.test(cell) && !/^[+-]?[\d.,]+%?$/.test(cell) ? `'${cell}` : cell
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`)
}
