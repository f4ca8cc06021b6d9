import type { ELEMENT_STATES } from '../../../../shared/contract/findings.ts'

// Words of the printed matrix of elements; it is a paper, not a screen.

type State = (typeof ELEMENT_STATES)[number]

const states: Readonly<Record<State, string>> = {
  proven: 'Terbukti',
  notProven: 'Tidak terbukti',
  insufficient: 'Belum cukup bukti',
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
  rulebookLine: (rulebooks: string) => `Dasar pemeriksaan: ${rulebooks}`,
  legend: 'Angka bukti diikuti tempatnya: halaman, kotak, menit, atau baris',
  heads: {
    person: 'Terlapor',
    provision: 'Ketentuan dan kesimpulan',
    element: (n: number) => `Unsur ${n}`,
  },
  element: (n: number, name: string) => `${n} ${name}`,
  notRequired: 'tidak disyaratkan',
  noFinding: 'Belum ada temuan',
  state: (state: State) => states[state],
  nip: (nip: string) => `NIP ${nip}`,
  outcome: (conclusion: keyof typeof conclusions, state: keyof typeof findingStates) =>
    `Kesimpulan: ${conclusions[conclusion]} (${findingStates[state]}).`,
  proposal: (name: string, citation: string) => `Usul: ${name} (${citation}).`,
  outsideBand: (reason: string) => `Di luar tingkat yang ditentukan, karena: ${reason}`,
  against: (exhibits: string) => `lawan ${exhibits}`,
  page: (n: number) => `hlm. ${n}`,
  box: 'kotak',
  second: (second: number) => {
    const whole = Math.floor(second)
    return `menit ${String(Math.floor(whole / 60)).padStart(2, '0')}.${String(whole % 60).padStart(2, '0')}`
  },
  line: (n: number) => `baris ${n}`,
  defence: 'Pembelaan',
  reply: 'Tanggapan',
  noReply: 'belum ada',
  unanswered: 'Tidak dijawab karena',
  unansweredBecause: (reason: string) => `Tidak dijawab karena: ${reason}`,
  briefDefence: (replied: boolean, withReason: boolean) =>
    `Pembelaan ${replied ? 'ditanggapi' : withReason ? 'tidak dijawab dengan alasan' : 'belum ditanggapi'}`,
} as const
