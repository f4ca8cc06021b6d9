import type { LetterHeader } from '../../../../shared/contract/letters.ts'
import { type CivilDate, formatDate } from '../../../../shared/dates.ts'
import { terbilang } from '../../../../shared/terbilang.ts'

// Sentences of the recommendation letter. Version of 22 November 2026; anatomy and style from published
// letters of the years 2018–2022 and Pedoman Umum Tata Naskah Dinas. Each provision is quoted with its
// 'jo.' chain. What depends on the law in force is keyed by the statute of the day of the act.

export const letterWording = {
  subject: {
    proven: (name: string) => `Rekomendasi atas pelanggaran netralitas ASN a.n. Sdr. ${name}`,
    notProven: (name: string) => `Hasil pemeriksaan dugaan pelanggaran netralitas ASN a.n. Sdr. ${name}`,
  },
  greeting: 'Dengan hormat,',
  headings: {
    basis: 'Dasar Hukum',
    facts: 'Fakta',
    analysis: 'Analisis',
    conclusion: 'Kesimpulan',
    recommendation: { proven: 'Rekomendasi', notProven: 'Penyelesaian' },
    opinions: 'Pendapat Terpisah',
  },
  labels: {
    report: (number: string) => `Laporan ${number}`,
    basis: 'Dasar hukum',
    respondent: 'Data pegawai',
    act: 'Uraian laporan',
    exhibits: 'Daftar bukti',
    finding: (n: number) => `Temuan ${n}`,
    elements: (n: number) => `Unsur temuan ${n}`,
    decision: 'Putusan pleno',
    recommendation: 'Putusan pleno',
    deadline: 'Tenggat lembaga',
    consequence: 'Dasar hukum',
    rulebook: 'Pilihan aturan oleh komisioner',
    band: 'Alasan di luar rentang',
    referral: 'Segi pidana',
    opinions: 'Pendapat terpisah',
    replaces: 'Putusan yang digantikan',
    addressee: 'Alamat surat',
    officials: 'Pejabat yang berwenang',
  },

  /** Opening: which report, from which office. A private reporter is never named. */
  source(report: {
    senderKind: string
    senderOffice: string
    letterNumber: string
    letterOn: CivilDate | null
    receivedOn: CivilDate
  }): string {
    const received = `yang diterima pada tanggal ${formatDate(report.receivedOn)}`
    if (report.senderKind === 'commission')
      return `prakarsa sendiri pada tanggal ${formatDate(report.receivedOn)}`
    if (report.senderKind === 'public' || report.senderOffice === '') return `laporan masyarakat ${received}`
    if (report.letterNumber === '') return `laporan ${report.senderOffice} ${received}`
    const on = report.letterOn ? ` tanggal ${formatDate(report.letterOn)}` : ''
    return `surat ${report.senderOffice} Nomor ${report.letterNumber}${on} ${received}`
  },
  opening: (source: string) => `Sehubungan dengan ${source} dan dicatat dengan nomor register `,
  openingExamined: (institution: string, who: string) =>
    `, ${institution} telah memeriksa dugaan pelanggaran netralitas Aparatur Sipil Negara atas nama ${who}, dan memutuskannya dalam Rapat Pleno Nomor `,
  openingEnd: (heldOn: CivilDate) =>
    ` tanggal ${formatDate(heldOn)}. Untuk itu, kami sampaikan hal-hal sebagai berikut.`,
  person: (name: string) => `Sdr. ${name}`,
  identity: (person: { name: string; nip: string; rank: string; post: string }) =>
    `Terlapor adalah Sdr. ${person.name}, NIP ${person.nip},${person.rank ? ` ${person.rank},` : ''} pada saat perbuatan menjabat sebagai ${person.post}.`,
  act(facts: { on: CivilDate; until: CivilDate | null; time: string; place: string; narrative: string }) {
    const until = facts.until && facts.until !== facts.on ? ` sampai dengan ${formatDate(facts.until)}` : ''
    const time = facts.time ? ` ${facts.time}` : ''
    return `Perbuatan dilaporkan terjadi pada ${formatDate(facts.on)}${until}${time} di ${facts.place}. ${facts.narrative}`
  },
  exhibitsIntro: 'Alat bukti yang diperiksa untuk terlapor ini:',
  exhibit: (number: string, title: string, sha256: string) =>
    `Bukti ${number}, ${title} (SHA-256 ${sha256.slice(0, 16)}…);`,
  noExhibits: 'Tidak ada alat bukti yang ditautkan dengan terlapor ini.',
  finding: (basis: string, subject: string, consideration: string) =>
    `${basis}, mengenai ${lowerFirst(subject)}. ${consideration}`,
  element(facts: {
    label: string
    state: string
    exhibits: string
    reasons: string
    defence: string
    defenceReply: string
  }): string {
    const support = facts.exhibits ? `, berdasarkan bukti ${facts.exhibits}` : ''
    const state = ELEMENT_STATES[facts.state] ?? 'tidak dinilai'
    const reasons = facts.reasons ? ` ${endWithStop(facts.reasons)}` : ''
    const defence = facts.defence
      ? ` Terlapor menjawab: ${endWithStop(facts.defence)} Tanggapan: ${endWithStop(facts.defenceReply || '–')}`
      : ''
    return `${facts.label}: ${state}${support}.${reasons}${defence}`
  },
  conclusion: {
    proven: (institution: string, name: string, bases: string) =>
      `Berdasarkan uraian tersebut, ${institution} berkesimpulan bahwa Sdr. ${name} terbukti melanggar ${bases}.`,
    notProven: (institution: string, name: string, bases: string) =>
      `Berdasarkan uraian tersebut, ${institution} berkesimpulan bahwa Sdr. ${name} tidak terbukti melanggar ${bases}.`,
  },
  notProvenBeside: (bases: string) => ` Adapun dugaan pelanggaran ${bases} tidak terbukti.`,
  /** The letter goes to whoever stands above the authority, who is part of the matter himself. */
  addressedHigher: (authority: string, kind: Conflict | null, reason: string) =>
    `Surat ini kami alamatkan kepada Saudara selaku atasan ${authority}${kind ? `, karena ${authority} ${CONFLICTS[kind]}` : ''}. ${endWithStop(reason)}`,
  /** The authority is part of the matter, and the letter still goes to him. */
  addressedDespite: (authority: string, kind: Conflict, reason: string) =>
    `Kami mencatat bahwa ${authority} ${CONFLICTS[kind]}. Surat ini tetap disampaikan kepada Saudara karena: ${endWithStop(reason)}`,
  replaces: (cite: string, letterNumber: string | null) =>
    `Putusan ini menggantikan ${cite}${letterNumber ? `; dengan terbitnya surat ini, surat kami Nomor ${letterNumber} tidak berlaku lagi` : ''}.`,
  rulebookChoice: (label: string, reason: string) =>
    `Ketentuan peralihan membuka lebih dari satu pembacaan tentang aturan yang berlaku. Yang diterapkan ialah ${label}, dengan alasan: ${endWithStop(reason)}`,
  seconded: (person: { name: string; agencyName: string }, home: string, rule: Rule) =>
    `Sdr. ${person.name} bertugas pada ${person.agencyName}, sedangkan instansi induknya ${home}. ${endWithStop(rule.summary)} (${rule.citation})`,
  didNotSanction: (official: { post: string; note: string }, rule: Rule) =>
    `${official.post} tidak menjatuhkan hukuman yang wajib dijatuhkannya (${official.note.replace(/\s+/g, ' ').trim()}). ${endWithStop(rule.summary)} (${rule.citation})`,
  outsideBand: (reason: string) =>
    `Rekomendasi ini berada di luar rentang sanksi menurut ketentuan yang terbukti dilanggar, dengan alasan: ${endWithStop(reason)}`,
  opinionsIntro: 'Atas putusan ini dicatat pendapat terpisah anggota komisi:',
  opinion: (opinion: {
    ordinal: number
    displayName: string
    kind: 'dissenting' | 'concurring'
    text: string
  }) => `${opinion.displayName} (${OPINIONS[opinion.kind]}): ${endWithStop(opinion.text)}`,
  recommendationIntroHigher: (institution: string, authority: string) =>
    `Sehubungan dengan itu, ${institution} merekomendasikan kepada Saudara selaku atasan ${authority} agar mengambil langkah sesuai kewenangan untuk:`,
  imposeMoral: (name: string, sanction: string, citation: string, beside: boolean) =>
    `menjatuhkan kepada Sdr. ${name} sanksi moral berupa ${sanction} sebagaimana dimaksud dalam ${citation}${beside ? ', di samping hukuman disiplin tersebut' : ''};`,
  replacedFollowUp: (number: string) =>
    `Digantikan oleh surat Nomor ${number} atas putusan yang lebih baru; tindak lanjutnya dihitung dari surat itu.`,
  replacedWord: 'DIGANTI',
  replacedMark: (cite: string, letterNumber: string | null) =>
    letterNumber ? `DIGANTI dengan surat Nomor ${letterNumber} (${cite})` : `DIGANTI dengan ${cite}`,
  recommendationIntro: (institution: string) =>
    `Sehubungan dengan itu, ${institution} merekomendasikan kepada Saudara selaku Pejabat Pembina Kepegawaian untuk:`,
  impose: (name: string, sanction: string, citation: string) =>
    `memeriksa dan menjatuhkan kepada Sdr. ${name} ${sanction} sebagaimana dimaksud dalam ${citation};`,
  actByLaw: (name: string) =>
    `memeriksa dan menindaklanjuti pelanggaran Sdr. ${name} sesuai dengan ketentuan peraturan perundang-undangan;`,
  reportBack: (institution: string) =>
    `menyampaikan hasil tindak lanjut kepada ${institution} disertai salinan keputusan.`,
  noRecommendation: (institution: string, name: string) =>
    `Dengan demikian, laporan atas nama Sdr. ${name} dinyatakan selesai dan ${institution} tidak merekomendasikan penjatuhan hukuman. Kami mohon Saudara memberitahukan hasil ini kepada yang bersangkutan.`,
  deadline: {
    before: 'Rekomendasi tersebut agar ditindaklanjuti paling lambat ',
    after: ' sejak surat ini diterima.',
  },
  responsePeriod: (days: number, unit: string) => `${days} (${terbilang(days)}) ${unit}`,
  /** What follows when nothing is done: `step` is what the institution pack says under the statute of the day. */
  consequence: (institution: string, step: string | null) =>
    `Apabila dalam jangka waktu tersebut rekomendasi ini tidak ditindaklanjuti, ${institution} ${step ?? 'melaporkannya kepada Presiden sesuai dengan ketentuan peraturan perundang-undangan'}.`,
  closing: 'Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.',
  draftLabel: (version: number, on: CivilDate) => `KONSEP ke-${version} · ${formatDate(on)}`,
  confidentiality: {
    biasa: 'Biasa',
    rahasia: 'Rahasia',
    penting: 'Penting',
    segera: 'Segera',
  } satisfies Record<LetterHeader['confidentiality'], string>,
} as const

const ELEMENT_STATES: Readonly<Record<string, string>> = {
  proven: 'terpenuhi',
  notProven: 'tidak terpenuhi',
  insufficient: 'alat bukti tidak cukup',
  notAssessed: 'tidak dinilai',
}

const CONFLICTS = {
  named: 'disebut dalam laporan ini',
  candidate: 'merupakan calon yang terkait dengan perkara ini',
  didNotSanction: 'tidak menjatuhkan hukuman yang wajib dijatuhkannya',
} as const
/** A rule of the law pack, as the letter cites it. */
type Rule = { citation: string; summary: string }
type Conflict = keyof typeof CONFLICTS

const OPINIONS = { dissenting: 'pendapat berbeda', concurring: 'alasan berbeda' } as const

const endWithStop = (text: string) => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`)
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
