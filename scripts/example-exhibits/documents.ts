import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'

type Doc = InstanceType<typeof PDFDocument>

const MARGIN = 72
const NOTE =
  'Dokumen rekaan untuk docket contoh. Tidak ada orang, instansi, atau pasangan calon yang sungguh ada.'
const POSTS = [
  ['1', 'Joko Andaikata, S.Sos.', '19700115 199503 1 993', 'Camat Contoh', 'IV/a'],
  ['2', 'Siti Rekaanwati, S.E.', '19830907 200801 2 994', 'Kepala Subbagian Umum Kecamatan Contoh', 'III/c'],
  ['3', 'Wayan Semisal', '19790421 200312 1 995', 'Staf Seksi Pemerintahan Kecamatan Contoh', 'II/d'],
]

/** Three pages: an appointment decision, its list, and the designation of the pair of candidates. */
export async function writeDocuments(path: string, fonts: string): Promise<void> {
  const doc = start(path, fonts, 'Petikan keputusan jabatan dan penetapan pasangan calon (rekaan)')
  heading(
    doc,
    'BUPATI CONTOH UTARA',
    'PETIKAN KEPUTUSAN\nNOMOR 821.2/114/REKAAN/2019\nTENTANG PENGANGKATAN DALAM JABATAN',
  )
  doc.text(
    'Menimbang bahwa untuk kelancaran tugas pemerintahan di Kecamatan Contoh perlu mengangkat Pegawai Negeri Sipil dalam jabatan; mengingat peraturan perundang-undangan yang berlaku; memutuskan mengangkat Pegawai Negeri Sipil yang nama dan jabatannya tercantum dalam lampiran keputusan ini terhitung mulai tanggal 1 April 2019.',
    { align: 'justify' },
  )
  doc.moveDown().text('Keputusan ini berlaku sejak tanggal ditetapkan.')
  signed(
    doc,
    'Ditetapkan di Contoh Utara\npada tanggal 25 Maret 2019',
    'BUPATI CONTOH UTARA',
    'Bagus Permisalan',
  )
  nextPage(doc)
  heading(doc, 'LAMPIRAN', 'KEPUTUSAN BUPATI CONTOH UTARA\nNOMOR 821.2/114/REKAAN/2019')
  table(doc, ['No.', 'Nama', 'NIP', 'Jabatan', 'Gol.'], POSTS)
  nextPage(doc)
  heading(
    doc,
    'PENYELENGGARA PEMILIHAN KABUPATEN CONTOH UTARA',
    'PENGUMUMAN\nNOMOR 45/PL.02.3/REKAAN/2020\nTENTANG PENETAPAN PASANGAN CALON',
  )
  doc.text(
    'Berdasarkan rapat pleno tertutup tanggal 23 September 2020 ditetapkan Pasangan Calon Bupati dan Wakil Bupati Contoh Utara dalam Pemilihan Tahun 2020 sebagai berikut:',
    { align: 'justify' },
  )
  doc.moveDown()
  doc.list(['Pasangan Calon Contoh, nomor urut X', 'Pasangan Calon Umpama, nomor urut Y'], {
    bulletRadius: 2,
  })
  doc.moveDown().text('Masa kampanye berlangsung dari 26 September sampai dengan 5 Desember 2020.')
  signed(doc, 'Contoh Utara, 23 September 2020', 'KETUA', 'Ratih Misalnya')
  await finish(doc)
}

/** One page: the written defence of one respondent. */
export async function writeDefence(path: string, fonts: string): Promise<void> {
  const doc = start(path, fonts, 'Pembelaan tertulis (rekaan)')
  heading(doc, 'PEMBELAAN TERTULIS', 'Siti Rekaanwati, S.E.\nNIP 19830907 200801 2 994')
  const points = [
    'Saya hadir sebagai warga yang diundang oleh panitia desa, di luar jam kerja, dan tidak memakai seragam dinas.',
    'Akun media sosial atas nama saya sering dipegang keponakan saya. Unggahan malam itu dibuat olehnya tanpa sepengetahuan saya.',
  ]
  for (const [n, point] of points.entries()) doc.text(`${n + 1}. ${point}`, { align: 'justify' }).moveDown()
  doc.text('Demikian pembelaan ini saya sampaikan dengan sebenarnya.')
  signed(doc, 'Contoh Utara, 6 November 2020', 'Yang membuat pernyataan', 'Siti Rekaanwati')
  await finish(doc)
}

function start(path: string, fonts: string, title: string): Doc {
  const fixed = new Date('2020-11-01T00:00:00Z')
  const info = { Title: title, Author: 'Docket contoh', CreationDate: fixed, ModDate: fixed }
  const doc = new PDFDocument({ size: 'A4', margin: MARGIN, info, lang: 'id-ID' })
  doc.registerFont('body', join(fonts, 'tinos-regular.ttf'))
  doc.registerFont('strong', join(fonts, 'tinos-bold.ttf'))
  doc.pipe(createWriteStream(path))
  footnote(doc)
  return doc
}

function nextPage(doc: Doc): void {
  doc.addPage()
  footnote(doc)
}

function footnote(doc: Doc): void {
  const { x, y } = doc
  doc.page.margins.bottom = 0
  doc.font('body').fontSize(8).fillColor('#777777')
  doc.text(NOTE, MARGIN, doc.page.height - 48, { width: doc.page.width - 2 * MARGIN, align: 'center' })
  doc.page.margins.bottom = MARGIN
  doc.fillColor('#000000').fontSize(12)
  doc.x = x
  doc.y = y
}

function heading(doc: Doc, first: string, second: string): void {
  doc.font('strong').fontSize(14).text(first, { align: 'center' })
  doc.moveDown(0.5).fontSize(12).text(second, { align: 'center' })
  doc.moveDown(2).font('body')
}

function signed(doc: Doc, place: string, office: string, name: string): void {
  doc.moveDown(3)
  doc.text(`${place}\n\n${office}\n\n\n\n${name}`, 320, doc.y, { width: 200 })
  doc.x = MARGIN
}

function table(doc: Doc, head: string[], rows: string[][]): void {
  const widths = [28, 112, 128, 148, 35]
  for (const row of [head, ...rows]) {
    const top = doc.y
    let bottom = top
    let left = MARGIN
    doc.font(row === head ? 'strong' : 'body').fontSize(10)
    row.forEach((cell, n) => {
      doc.text(cell, left + 3, top + 4, { width: (widths[n] ?? 40) - 6 })
      bottom = Math.max(bottom, doc.y)
      left += widths[n] ?? 40
    })
    doc
      .moveTo(MARGIN, bottom + 4)
      .lineTo(left, bottom + 4)
      .lineWidth(0.5)
      .stroke()
    doc.x = MARGIN
    doc.y = bottom + 4
  }
}

function finish(doc: Doc): Promise<void> {
  return new Promise((resolve, reject) => {
    doc.on('end', () => resolve())
    doc.on('error', reject)
    doc.end()
  })
}
