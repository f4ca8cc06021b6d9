import QRCode from 'qrcode'
import type { PdfDocument } from './pdfkit-seam.ts'

/** Draws a QR code as vector squares, without the quiet zone; the caller leaves white around it. */
export function drawQrCode(doc: PdfDocument, text: string, x: number, y: number, size: number): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const unit = size / modules.size
  doc.save().fillColor('black')
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue
      let end = column
      while (end < modules.size && modules.get(row, end)) end++
      doc.rect(x + column * unit, y + row * unit, (end - column) * unit, unit)
      column = end
    }
  }
  doc.fill().restore()
}
