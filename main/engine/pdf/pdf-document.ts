import PDFDocument from 'pdfkit'
import type { PdfDocument } from './pdfkit-seam.ts'
import { srgbProfile } from './srgb-profile.ts'
import { creatorName, type PdfMetadata, producerName, xmpDescriptions } from './xmp.ts'

const millimetre = 72 / 25.4

/** Paper in points. F4 ("folio", 215 x 330 mm) is the common office paper in Indonesia. */
const paperSizes = {
  A4: [595.28, 841.89],
  F4: [215 * millimetre, 330 * millimetre],
  A4Landscape: [841.89, 595.28],
} as const satisfies Record<string, readonly [number, number]>

export type PaperName = keyof typeof paperSizes

export interface PdfOptions {
  paper: PaperName
  margins: { top: number; bottom: number; left: number; right: number }
  /** False only in tests that compare bytes: zlib differs between runtimes. */
  compress?: boolean
}

/**
 * Opens an empty PDF/A-3a + PDF/UA-1 document in Indonesian, tagged, without a first page.
 * @see ISO 19005-3, ISO 14289-1; what pdfkit does not do by itself is in `xmp.ts` and `signature-field.ts`
 */
export function createPdf(meta: PdfMetadata, options: PdfOptions): PdfDocument {
  const date = new Date(meta.createdAt)
  const settings = {
    size: [...paperSizes[options.paper]],
    margins: options.margins,
    compress: options.compress ?? true,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: 'id-ID',
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    font: null,
    info: {
      Title: meta.title,
      Author: meta.author,
      Subject: meta.subject,
      Keywords: meta.keywords,
      Creator: creatorName,
      Producer: producerName,
      CreationDate: date,
      ModDate: date,
    },
  }
  // The published types lag behind 0.20 (no PDF/A-3a, no `font: null`); the seam describes the rest.
  const doc = new PDFDocument(settings as unknown as PDFKit.PDFDocumentOptions) as unknown as PdfDocument
  doc._addInfo = () => doc.appendXML(xmpDescriptions(meta))
  doc._addColorOutputIntent = () => addOutputIntent(doc)
  return doc
}

/** ISO 19005-3, 6.2.3: says what the document's RGB colours mean. */
function addOutputIntent(doc: PdfDocument): void {
  const profile = doc.ref({ Length: srgbProfile.length, N: 3 })
  profile.write(srgbProfile)
  profile.end()
  const condition = 'sRGB IEC61966-2.1'
  const intent = doc.ref({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    Info: new String(condition),
    OutputConditionIdentifier: new String(condition),
    DestOutputProfile: profile,
  })
  intent.end()
  doc._root.data.OutputIntents = [intent]
}

/** Ends the document and gives its bytes. */
export function finishPdf(doc: PdfDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    doc.on('data', chunk => chunks.push(chunk))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    doc.on('error', reject)
    doc.end()
  })
}

/** Draws something that is no content (lines, page numbers), as tagged PDF demands. */
export function drawArtifact(
  doc: PdfDocument,
  draw: () => void,
  options: Record<string, unknown> = { type: 'Layout' },
): void {
  doc.markContent('Artifact', options)
  draw()
  doc.endMarkedContent()
}
