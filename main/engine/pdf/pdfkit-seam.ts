// The one place that knows pdfkit's members, public and underscore ones, as types. pdfkit is pinned
// exactly because of the latter; run a PDF/A validator when the pin moves.

export interface PdfReference {
  readonly id: number
  data: Record<string, unknown>
  write(chunk: string | Uint8Array): void
  end(...rest: unknown[]): unknown
}

export interface StructElement {
  readonly dictionary: PdfReference
  add(child: StructElement | (() => void)): StructElement
  end(): void
}

export interface StructOptions {
  alt?: string
  bbox?: [number, number, number, number]
  placement?: string
  scope?: 'Column' | 'Row'
}

export interface PdfPage {
  width: number
  height: number
  margins: { top: number; bottom: number; left: number; right: number }
  fonts: Record<string, unknown>
  annotations: PdfReference[]
  readonly dictionary: PdfReference
  maxY(): number
}

export interface DrawnFont {
  readonly id: string
  ref(): PdfReference
  encode(text: string): [string[], { xAdvance: number; advanceWidth: number }[]]
}

export interface OutlineItem {
  readonly children: OutlineItem[]
  addItem(title: string, options?: { expanded?: boolean }): OutlineItem
}

/** A pdfkit document as this program uses it. Lengths in points, origin at the top left. */
export interface PdfDocument {
  x: number
  y: number
  page: PdfPage
  readonly outline: OutlineItem
  readonly _root: PdfReference
  _font: DrawnFont
  _ctm: number[]
  _acroform?: unknown
  _addInfo(): void
  _addColorOutputIntent(): void
  appendXML(xml: string): void
  ref(data: Record<string, unknown>): PdfReference
  initForm(): void
  addContent(content: string): void
  on(event: 'data', listener: (chunk: Uint8Array) => void): void
  on(event: 'end' | 'pageAdded', listener: () => void): void
  on(event: 'error', listener: (error: Error) => void): void
  end(): void
  addPage(): void
  continueOnNewPage(): void
  switchToPage(index: number): void
  bufferedPageRange(): { count: number }
  registerFont(name: string, font: unknown): void
  font(name: string): PdfDocument
  fontSize(size: number): PdfDocument
  widthOfString(text: string): number
  struct(type: string, options?: StructOptions): StructElement
  addStructure(element: StructElement): void
  markContent(tag: string, options?: Record<string, unknown>): void
  endMarkedContent(): void
  annotate(x: number, y: number, w: number, h: number, options: Record<string, unknown>): void
  file(bytes: Uint8Array, options: Record<string, unknown>): void
  image(bytes: Uint8Array, x: number, y: number, options: { fit: [number, number] }): void
  save(): PdfDocument
  restore(): PdfDocument
  transform(a: number, b: number, c: number, d: number, e: number, f: number): PdfDocument
  rotate(degrees: number, options: { origin: [number, number] }): PdfDocument
  lineWidth(width: number): PdfDocument
  dash(length: number, options: { space: number }): PdfDocument
  undash(): PdfDocument
  moveTo(x: number, y: number): PdfDocument
  lineTo(x: number, y: number): PdfDocument
  rect(x: number, y: number, w: number, h: number): PdfDocument
  roundedRect(x: number, y: number, w: number, h: number, r: number): PdfDocument
  fillColor(color: string): PdfDocument
  fill(color?: string): PdfDocument
  stroke(color?: string): PdfDocument
}
