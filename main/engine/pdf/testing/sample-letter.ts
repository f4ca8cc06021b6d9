import { fileURLToPath } from 'node:url'
import { civilDate, instant } from '../../../../shared/dates.ts'
import type { LetterDocument } from '../letter-types.ts'

/** Folder of the bundled typefaces, for tests only. */
export const testFontsDir = fileURLToPath(new URL('../../../../resources/fonts', import.meta.url))

type Mark = 'bold' | 'italic' | 'underline'
export const text = (value: string, ...marks: Mark[]) => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 && { marks: marks.map(type => ({ type })) }),
})
export const variable = (name: string) => ({ type: 'variable', attrs: { name } })
export const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
export const heading = (level: number, value: string) => ({
  type: 'heading',
  attrs: { level },
  content: [text(value)],
})
export const item = (...content: object[]) => ({ type: 'listItem', content })
export const ordered = (...content: object[]) => ({ type: 'orderedList', attrs: { start: 1 }, content })
export const cell = (value: string, type: 'tableHeader' | 'tableCell' = 'tableCell', width = 100) => ({
  type,
  attrs: { colwidth: [width] },
  content: [paragraph(text(value))],
})
export const row = (...content: object[]) => ({ type: 'tableRow', content })
export const body = (...content: object[]) => ({ type: 'doc', content })

const analysis =
  'Berdasarkan hasil pemeriksaan dokumen, keterangan para pihak, serta pemeriksaan alat bukti, yang bersangkutan terbukti membagikan undangan pertemuan warga melalui grup percakapan yang beranggotakan pegawai kecamatan dan masyarakat pada masa kampanye.'

/** Invented letter of an invented institution, with everything a letter may contain. */
export function sampleLetter(changes: Partial<LetterDocument> = {}): LetterDocument {
  return {
    id: 'surat-contoh-1',
    paper: 'A4',
    typeface: 'arimo',
    letterhead: {
      name: 'KOMISI CONTOH APARATUR NEGARA',
      englishName: 'Example Civil Service Commission',
      addressLines: [
        'Jalan Contoh Nomor 0, Kota Rekaan 00000',
        'Telepon (000) 000-0000, pos-el persuratan@contoh.example',
      ],
      logo: null,
    },
    number: 'R-117/KC/11/2020',
    classification: 'Rahasia',
    attachments: '1 (satu) berkas',
    subject: 'Rekomendasi atas pelanggaran netralitas ASN a.n. Sdr. Wayan Semisal',
    place: 'Kota Rekaan',
    datedOn: civilDate.parse('2020-11-18'),
    addressee: ['Yth. Bupati Contoh Utara', 'selaku Pejabat Pembina Kepegawaian', 'di Contoh Utara'],
    body: body(
      paragraph(text('Dengan hormat,')),
      ordered(
        item(
          paragraph(
            text('Berdasarkan laporan Nomor '),
            variable('reportNumber'),
            text(' tanggal 15 Oktober 2020, Komisi telah memeriksa dugaan pelanggaran netralitas oleh '),
            text('Sdr. Wayan Semisal', 'bold'),
            text(', Staf Seksi Pemerintahan pada Kecamatan Contoh.'),
          ),
        ),
        item(
          paragraph(text('Fakta yang terungkap:')),
          ordered(
            item(paragraph(text(analysis))),
            item(paragraph(text('keterangan saksi ', 'italic'), text('bersesuaian.'))),
          ),
        ),
        item(
          paragraph(
            text('Perbuatan tersebut melanggar '),
            text('Pasal 4 angka 15 huruf d jo. Pasal 12 angka 9', 'bold'),
            text(' Peraturan Pemerintah Nomor 53 Tahun 2010 tentang Disiplin Pegawai Negeri Sipil.'),
          ),
        ),
        item(paragraph(text('Uraian per orang sebagai berikut:'))),
      ),
      {
        type: 'table',
        content: [
          row(
            cell('No.', 'tableHeader', 30),
            cell('Temuan', 'tableHeader', 240),
            cell('Bukti', 'tableHeader', 80),
          ),
          row(
            cell('1.', 'tableCell', 30),
            cell('Membagikan undangan pertemuan warga', 'tableCell', 240),
            cell('P-5, P-8', 'tableCell', 80),
          ),
          row(
            cell('2.', 'tableCell', 30),
            cell('Membacakan ajakan memilih', 'tableCell', 240),
            cell('P-7', 'tableCell', 80),
          ),
        ],
      },
      paragraph(
        text(
          'Komisi merekomendasikan kepada Saudara agar menjatuhkan hukuman disiplin tingkat sedang berupa penundaan kenaikan pangkat selama 1 (satu) tahun paling lambat 14 (empat belas) hari sejak surat ini diterima.',
        ),
      ),
    ),
    variables: { reportNumber: '2020/L-061' },
    closing: 'Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.',
    signatories: [
      {
        field: 'ttd_ketua',
        position: 'Ketua Komisi Contoh',
        name: 'Bakti Semoga',
        nip: '197001012000011001',
      },
    ],
    copyRecipients: ['Gubernur Misal;', 'Kepala Inspektorat Contoh Utara.'],
    decision: { persons: [{ name: 'Wayan Semisal', result: 'proven' }] },
    draft: false,
    draftLabel: null,
    createdAt: instant.parse('2020-11-18T02:42:00.000Z'),
    ...changes,
  }
}

/** A body with a table of `rows` rows: 120 rows fill about nine pages. */
export function longTableBody(rows: number) {
  const finding = (index: number) =>
    index % 3
      ? `Penundaan selama ${10 + index} hari kerja tanpa pemberitahuan tertulis kepada pelapor`
      : `Penyimpangan pada tahap ${index}: tidak ada berita acara, tidak ada paraf koordinasi & tidak tercatat dalam register <induk>`
  return body(heading(2, 'Temuan dan Bukti'), {
    type: 'table',
    content: [
      row(
        cell('No.', 'tableHeader', 30),
        cell('Temuan', 'tableHeader', 220),
        cell('Bukti', 'tableHeader', 70),
        cell('Dasar hukum', 'tableHeader', 120),
      ),
      ...Array.from({ length: rows }, (_, index) =>
        row(
          cell(`${index + 1}.`, 'tableCell', 30),
          cell(finding(index), 'tableCell', 220),
          cell(`P-${index + 1}, P-${2 * index + 1}`, 'tableCell', 70),
          cell(`Pasal ${4 + (index % 9)} angka ${1 + (index % 15)}`, 'tableCell', 120),
        ),
      ),
    ],
  })
}
