import type { PdfDocument, PdfReference, StructElement } from './pdfkit-seam.ts'

/**
 * Key under which a field carries its second appearance, drawn at generation and switched on by
 * signing. It stays in the field afterwards: pyHanko refuses a second signature if a key vanishes.
 */
export const signedAppearanceKey = 'ADJ_SignedAppearance'

export interface SignatureFieldSpec {
  /** Field name in the form, unique in the document. */
  name: string
  /** Read aloud and shown by viewers. */
  tooltip: string
  /** Points from the top left of the page. */
  box: { x: number; y: number; width: number; height: number }
  unsigned: PdfReference
  signed: PdfReference
}

/**
 * Adds an empty, visible, tagged signature field. pdfkit knows no such field, and its form
 * set-up asks for NeedAppearances, which PDF/A forbids (ISO 19005-3, 6.4.1).
 */
export function addSignatureField(doc: PdfDocument, parent: StructElement, spec: SignatureFieldSpec): void {
  if (!doc._acroform) {
    doc.initForm()
    const form = formOf(doc)
    delete form.NeedAppearances
    form.SigFlags = 3
  }
  const element = doc.struct('Form', { alt: spec.tooltip })
  unwrapSingleChild(element)
  parent.add(element)
  const { x, y, width, height } = spec.box
  doc.annotate(x, y, width, height, {
    Subtype: 'Widget',
    FT: 'Sig',
    T: new String(spec.name),
    TU: new String(spec.tooltip),
    Contents: new String(spec.tooltip),
    F: 132, // print and locked
    P: doc.page.dictionary,
    AP: { N: spec.unsigned },
    [signedAppearanceKey]: spec.signed,
    structParent: element,
  })
  const widget = doc.page.annotations.at(-1)
  const fields = formOf(doc).Fields as unknown[]
  fields.push(widget)
  element.end()
}

function formOf(doc: PdfDocument): Record<string, unknown> {
  return (doc._root.data.AcroForm as PdfReference).data
}

/** /K must be one OBJR dictionary: with an array, pyHanko calls the second signature unexplained. */
function unwrapSingleChild(element: StructElement): void {
  const { dictionary } = element
  const end = dictionary.end
  dictionary.end = function (this: PdfReference, ...rest: unknown[]) {
    const children = this.data.K
    if (Array.isArray(children) && children.length === 1) this.data.K = children[0]
    return end.apply(this, rest)
  }
}
