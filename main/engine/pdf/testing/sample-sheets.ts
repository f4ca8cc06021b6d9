import { civilDate, instant } from '../../../../shared/dates.ts'
import type { MatrixSheet } from '../matrix-sheet.ts'
import type { MinutesDocument } from '../minutes-types.ts'
import type { RecoverySheet } from '../recovery-sheet.ts'
import { sampleLetter } from './sample-letter.ts'

const members = ['Bakti Semoga', 'Arman Cobaan', 'Laksmi Andaiani', 'Rina Ibaratnya', 'Jaya Umpama']

/** Invented minutes with a recusal, a dissent and two persons. */
export function sampleMinutes(changes: Partial<MinutesDocument> = {}): MinutesDocument {
  const { letterhead } = sampleLetter()
  return {
    id: 'ba-1',
    number: 'BA-12/KC/11/2020',
    paper: 'A4',
    typeface: 'arimo',
    letterhead,
    heldOn: civilDate.parse('2020-11-19'),
    startTime: '10:00',
    endTime: '12:30',
    zone: 'WITA',
    place: 'Ruang Rapat Utama Komisi Contoh, Kota Rekaan',
    presidedBy: 'Bakti Semoga, Ketua',
    attendance: members.map((name, index) => ({
      name,
      position: index === 0 ? 'Ketua' : index === 1 ? 'Wakil Ketua' : 'Komisioner',
      present: index < 4,
      leftEarly: false,
      keyFingerprint: `a1b2 c3d4 e5f6 000${index}`,
    })),
    quorum: { present: 4, base: 5, needed: 3, met: true },
    cases: [
      {
        caseNumber: '2020/117',
        summary: 'Dugaan pelanggaran netralitas pada Kecamatan Contoh, 14 Oktober 2020.',
        quorum: { present: 3, base: 4, needed: 3 },
        recusals: [{ name: 'Laksmi Andaiani', reason: 'berasal dari daerah yang sama dengan terlapor.' }],
        answers: [
          {
            name: 'Arman Cobaan',
            prompt: 'sameRegion',
            detail: 'Wilayah Contoh',
            text: 'tidak mengenal terlapor',
          },
        ],
        notes: [{ name: 'Rina Ibaratnya', at: 'pukul 11.05 WITA', text: 'Rapat diskors sepuluh menit.' }],
        persons: ['Wayan Semisal', 'Made Andaikata'].map((name, person) => ({
          name,
          nip: '198001012005011002',
          position: 'Staf Seksi Pemerintahan',
          agency: 'Kecamatan Contoh',
          rulebook: { label: 'PP 53/2010', track: 'discipline', reason: '', chosenBy: '' },
          reconsiders: null,
          opening: { threshold: 3, holders: 4, openers: 'Bakti Semoga, Arman Cobaan, dan Rina Ibaratnya' },
          rejected: [],
          annulled: [],
          outsideBand: [],
          referrals: [],
          needed: [],
          provisions: ['Pasal 4 angka 15 huruf d jo. Pasal 12 angka 9 PP 53/2010'],
          votes: members.slice(0, 4).map((member, index) => ({
            name: member,
            choice: index === 2 ? 'recused' : person === 1 && index === 1 ? 'notProven' : 'proven',
            sanction: index === 2 ? null : 'penundaan kenaikan pangkat selama 1 (satu) tahun',
            sealHash: index === 2 ? null : `${index}`.repeat(64),
            replaced: index === 1 ? 1 : 0,
          })),
          result: `Sdr. ${name} dinyatakan terbukti dengan ${3 - person} suara dari 3 suara yang diberikan.`,
          considerations: [
            'Bahwa undangan pertemuan dibagikan pada masa kampanye.',
            'Bahwa pembelaan telah dicatat.',
          ],
          opinions:
            person === 1
              ? [
                  {
                    ordinal: 1,
                    kind: 'dissenting',
                    name: 'Arman Cobaan',
                    text: 'alat bukti P-7 belum cukup.',
                  },
                ]
              : [],
        })),
      },
    ],
    openingNotes: [],
    closingNotes: [],
    auditDayRoot: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    signatories: members.slice(0, 4).map((name, index) => ({
      field: `ttd_anggota_${index + 1}`,
      position: index === 0 ? 'Ketua' : 'Komisioner',
      name,
      nip: null,
    })),
    electronicSignatures: false,
    createdAt: instant.parse('2020-11-19T05:00:00.000Z'),
    ...changes,
  }
}

export function sampleRecoverySheet(changes: Partial<RecoverySheet> = {}): RecoverySheet {
  return {
    institution: 'Komisi Contoh Aparatur Negara',
    storeLabel: 'Penyimpanan Utama 2020',
    recoveryKey: 'K7QPM-4XW2T-9HDRC-6VJNB-81ZSF-EYG3A-5TQWK-MX0PD-RC27H-VN4JB-9F',
    on: civilDate.parse('2020-11-18'),
    ...changes,
  }
}

/** Three persons with two provisions of six elements. */
export function sampleMatrix(changes: Partial<MatrixSheet> = {}): MatrixSheet {
  return {
    institution: 'Komisi Contoh Aparatur Negara',
    title: 'Matriks unsur – perkara 2020/117',
    subtitles: ['PP 53/2010 · tahap pemeriksaan', 'Asisten: Rina Ibaratnya'],
    heads: { person: 'Terlapor', provision: 'Ketentuan', element: n => `Unsur ${n}` },
    rows: matrixRows(['Wayan Semisal', 'Made Andaikata', 'Ketut Seumpama'], 60),
    notRequired: 'tidak disyaratkan',
    printedAt: instant.parse('2020-11-18T02:42:00.000Z'),
    zone: 'WITA',
    ...changes,
  }
}

/** Some provisions for each person, six elements each, with reasons of about that many letters. */
export function matrixRows(names: readonly string[], letters: number, provisions = 1): MatrixSheet['rows'] {
  const reasons = 'Undangan dibagikan pada masa kampanye kepada pegawai dan warga; keterangan saksi sesuai. '
  const elements = ['Subjek', 'Perbuatan', 'Keberpihakan', 'Waktu', 'Sasaran', 'Akibat']
  return names.flatMap(name =>
    Array.from({ length: provisions }, (_, provision) => ({
      person: { always: [name, 'NIP 198001012005011002'], ifRoom: ['Staf Seksi Pemerintahan'] },
      provision: {
        always: [`Pasal 4 angka ${12 + provision} huruf b`, 'Terbukti.'],
        ifRoom: ['Peserta kampanye dengan atribut'],
      },
      cells: elements.map((element, n) => ({
        name: `${n + 1} ${element}`,
        state: n % 3 ? 'Terbukti' : 'Belum dinilai',
        exhibits: `P-${n + 1} hlm. 2, P-${n + 4}`,
        texts: [{ label: '', text: reasons.repeat(1 + letters / reasons.length).slice(0, letters) }],
        brief: '',
      })),
    })),
  )
}
