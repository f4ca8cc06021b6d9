import type { Instant } from '../../../shared/dates.ts'

/** What a file says about itself, in the document information and in XMP. */
export interface PdfMetadata {
  title: string
  author: string
  subject: string
  keywords: string
  /** Stable name of the content, such as the letter number. */
  identifier: string | null
  /** Creation and modification date in the file. */
  createdAt: Instant
}

export const creatorName = 'AdjudikASN'
export const producerName = 'pdfkit 0.20.2'

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** XML text; pdfkit puts values into XMP unescaped, and one "&" in a title would break PDF/A. */
function escapeXml(value: string): string {
  return value
    .replace(/[\ud800-\udfff]/gu, '\ufffd') // lone surrogates have no UTF-8
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '') // XML 1.0 forbids controls even escaped
    .replace(/[&<>"']/g, character => entities[character] ?? character)
}

const description = (attributes: string, content: string) =>
  `<rdf:Description rdf:about="" ${attributes}>${content}</rdf:Description>`

const languages = (tag: string, value: string) =>
  value &&
  `<dc:${tag}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(value)}</rdf:li><rdf:li xml:lang="id-ID">${escapeXml(value)}</rdf:li></rdf:Alt></dc:${tag}>`

// PDF/A allows only known XMP schemas; PDF/UA's must therefore be declared as an extension.
const pdfUaExtension = description(
  'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>',
)

/** The XMP descriptions of a PDF/A-3a and PDF/UA-1 file (pdfkit itself adds `pdfaid`). */
export function xmpDescriptions(meta: PdfMetadata): string {
  const instant = `${meta.createdAt.slice(0, 19)}Z`
  const identifier = meta.identifier ? `<dc:identifier>${escapeXml(meta.identifier)}</dc:identifier>` : ''
  return [
    description(
      'xmlns:dc="http://purl.org/dc/elements/1.1/"',
      `<dc:format>application/pdf</dc:format>${languages('title', meta.title)}${languages('description', meta.subject)}<dc:creator><rdf:Seq><rdf:li>${escapeXml(meta.author)}</rdf:li></rdf:Seq></dc:creator><dc:language><rdf:Bag><rdf:li>id-ID</rdf:li></rdf:Bag></dc:language>${identifier}`,
    ),
    description(
      'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
      `<xmp:CreateDate>${instant}</xmp:CreateDate><xmp:ModifyDate>${instant}</xmp:ModifyDate><xmp:MetadataDate>${instant}</xmp:MetadataDate><xmp:CreatorTool>${creatorName}</xmp:CreatorTool>`,
    ),
    description(
      'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
      `<pdf:Producer>${producerName}</pdf:Producer>${meta.keywords ? `<pdf:Keywords>${escapeXml(meta.keywords)}</pdf:Keywords>` : ''}`,
    ),
    description('xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"', '<pdfuaid:part>1</pdfuaid:part>'),
    pdfUaExtension,
  ].join('\n')
}
