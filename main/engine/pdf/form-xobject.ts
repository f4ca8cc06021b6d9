import type { PdfDocument, PdfPage, PdfReference } from './pdfkit-seam.ts'

/**
 * Draws into a form XObject of the given size. pdfkit has no call for it, so a stand-in page
 * collects the content stream and its resources.
 */
export function drawFormXObject(
  doc: PdfDocument,
  width: number,
  height: number,
  draw: () => void,
): PdfReference {
  const content = doc.ref({ Type: 'XObject', Subtype: 'Form', FormType: 1, BBox: [0, 0, width, height] })
  const resources: Record<string, Record<string, unknown>> = {}
  const collect = (kind: string) => ({
    get() {
      resources[kind] ??= {}
      return resources[kind]
    },
  })
  const page = Object.create(Object.prototype, {
    fonts: collect('Font'),
    xobjects: collect('XObject'),
    ext_gstates: collect('ExtGState'),
    patterns: collect('Pattern'),
    colorSpaces: collect('ColorSpace'),
  }) as PdfPage
  Object.assign(page, {
    width,
    height,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    markings: [],
    write: (chunk: string | Uint8Array) => content.write(chunk),
    maxY: () => height,
    content,
  })
  const before = { page: doc.page, x: doc.x, y: doc.y, matrix: doc._ctm }
  doc.page = page
  doc._ctm = [1, 0, 0, 1, 0, 0]
  doc.transform(1, 0, 0, -1, 0, height)
  doc.x = 0
  doc.y = 0
  draw()
  doc.page = before.page
  doc.x = before.x
  doc.y = before.y
  doc._ctm = before.matrix
  content.data.Resources = resources
  content.end()
  return content
}
