import type { ELEMENT_STATES } from '../../../../shared/contract/findings.ts'

// Words of the printed matrix of elements; it is a paper, not a screen.

type State = (typeof ELEMENT_STATES)[number]

const states: Readonly<Record<State, string>> = {
  proven: 'Terbukti',
  notProven: 'Tidak terbukti',
  insufficient: 'Bukti belum cukup',
  notAssessed: 'Belum dinilai',
}

const findingStates = {
  draft: 'konsep',
  submitted: 'menunggu telaah',
  returned: 'dikembalikan',
  reviewed: 'sudah ditelaah',
} as const

const conclusions = {
  proven: 'terbukti',
  notProven: 'tidak terbukti',
  undecided: 'belum disimpulkan',
} as const

export const matrixWords = {
  title: 'Matriks Unsur dan Bukti',
  caseLine: (number: string) => `Perkara ${number}`,
  rulebookLine: (title: string) => `Dasar pemeriksaan: ${title}`,
  columns: ['No.', 'Unsur', 'Keadaan', 'Bukti', 'Bukti yang menyangkal', 'Alasan'],
  state: (state: State) => states[state],
  none: '–',
  person: (name: string, nip: string, position: string) => `${name} · NIP ${nip} · ${position}`,
  finding: (basis: string, subject: string) => `${basis}: ${subject}`,
  outcome: (conclusion: keyof typeof conclusions, state: keyof typeof findingStates) =>
    `Kesimpulan: ${conclusions[conclusion]} (${findingStates[state]}).`,
  proposal: (name: string, citation: string) => `Usul hukuman: ${name} (${citation}).`,
  outsideBand: (reason: string) => `Di luar tingkat yang ditentukan, karena: ${reason}`,
} as const
