import * as library from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

library.GlobalWorkerOptions.workerSrc = workerAddress

const resources = import.meta.glob<string>(
  [
    '../../node_modules/pdfjs-dist/cmaps/*.bcmap',
    '../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}',
    '../../node_modules/pdfjs-dist/wasm/*.wasm',
  ],
  { query: '?url', import: 'default', eager: true, exhaustive: true },
)
const byName = new Map(
  Object.entries(resources).map(([path, address]) => [path.slice(path.lastIndexOf('/') + 1), address]),
)

/** Character maps, standard fonts and decoders come from the program itself, never from a network. */
class BundledData {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const address = byName.get(filename)
    if (!address) throw new Error(`not part of the program: ${filename}`)
    return new Uint8Array(await (await fetch(address)).arrayBuffer())
  }
}

export type Pdf = library.PDFDocumentProxy
export type PdfPage = library.PDFPageProxy

/**
 * Opens a PDF from an address of our own origin or from bytes. Scripts, XFA forms and links of the document
 * are never run or followed. `close` ends its worker; call it also when opening is no longer wanted.
 */
export function openPdf(source: string | Uint8Array): { document: Promise<Pdf>; close: () => void } {
  const stop = new AbortController()
  let task: library.PDFDocumentLoadingTask | null = null
  const load = async () => {
    const data = typeof source === 'string' ? await bytesAt(source, stop.signal) : source.slice()
    stop.signal.throwIfAborted()
    task = library.getDocument({
      data,
      BinaryDataFactory: BundledData,
      cMapUrl: 'cmaps/',
      cMapPacked: true,
      standardFontDataUrl: 'fonts/',
      wasmUrl: 'wasm/',
      useWorkerFetch: false,
      isEvalSupported: false,
      enableXfa: false,
      verbosity: library.VerbosityLevel.ERRORS,
    })
    return task.promise
  }
  return {
    document: load(),
    close: () => {
      stop.abort()
      void task?.destroy()
    },
  }
}

async function bytesAt(address: string, signal: AbortSignal): Promise<Uint8Array> {
  const answer = await fetch(address, { signal })
  if (!answer.ok) throw new Error(`not readable: ${answer.status}`)
  return new Uint8Array(await answer.arrayBuffer())
}
