import type { RecountReport } from './recount-command.ts'
import type { RecountedVote, RecountFault } from './recount-vote.ts'

const outcomes: Record<RecountReport['outcome'], string> = {
  same: 'SAMA: hitung ulang menghasilkan putusan yang sama untuk setiap orang.',
  differs: 'BERBEDA: ada suara yang diubah atau putusan yang tidak sama dengan suaranya.',
  cannotTell: 'TIDAK DAPAT DIPASTIKAN: berkas ini belum cukup untuk menghitung ulang.',
}

const faults: Record<RecountFault['code'], string> = {
  questionDamaged: 'pertanyaannya diubah',
  questionTwice: 'pemungutan suara ini tercantum dua kali',
  headerDamaged: 'kepala suara tidak terbaca',
  sealHash: 'segelnya tidak cocok dengan kepala suara',
  otherVote: 'suara ini milik pemungutan suara lain',
  notAHolder: 'suara ini bukan dari anggota yang berhak',
  signature: 'tanda tangannya tidak cocok',
  chain: 'urutan penggantiannya putus: ada suara yang hilang atau ganda',
  openingMissing: 'isi suaranya tidak ada',
  openingForeign: 'ada isi suara tanpa segel yang dihitung',
  commitment: 'isi suaranya bukan yang disegel',
  bodyForeign: 'isi suaranya milik orang atau pertanyaan lain',
  notAllowed: 'isi suaranya tidak boleh diberikan',
  quorum: 'putusan tanpa kuorum',
  decisionMissing: 'putusannya tidak ada',
  decisionDiffers: 'putusan tidak sama dengan hasil hitung',
  key: 'kunci anggota ini tidak sama dengan daftar kunci',
}

const verdicts = { proven: 'terbukti', notProven: 'tidak terbukti', deferred: 'ditunda' } as const

/** Sentences of a recount. */
export function recountText(report: RecountReport): string {
  const source =
    report.keysFrom === 'keysFile'
      ? 'Kunci anggota diambil dari berkas --keys:'
      : 'Kunci anggota diambil dari berkas ini sendiri; cocokkan sidiknya dengan berita acara:'
  return [
    outcomes[report.outcome],
    `Rapat Pleno Nomor ${report.plenary.number} tanggal ${report.plenary.heldOn}.`,
    ...report.votes.flatMap(voteLines),
    source,
    ...report.keys.map(key => `  ${key.fingerprint}  ${key.name}`),
    ...report.unknownKeys.map(name => `  Kunci ${name} tidak ada dalam berkas --keys.`),
  ].join('\n')
}

function voteLines(vote: RecountedVote): string[] {
  const { counted, notVoted } = vote
  const result = counted
    ? `${verdicts[counted.outcome]} (${counted.tally.proven} terbukti, ${counted.tally.notProven} tidak terbukti, ${counted.tally.deferred} tunda)`
    : vote.state === 'annulled'
      ? 'dibatalkan sebelum dibuka'
      : 'tidak dapat dihitung'
  const sanction = vote.sanctionNames.join(' dan ')
  return [
    `- Perkara ${vote.caseNumber}, ${vote.respondentName}: ${result}${sanction ? `; ${sanction}` : ''}.`,
    ...(notVoted.length > 0 ? [`    Tanpa suara: ${notVoted.join(', ')}.`] : []),
    ...(vote.replaced > 0 ? [`    Suara yang diganti pemiliknya sebelum dibuka: ${vote.replaced}.`] : []),
    ...vote.rejected.map(
      row => `    Ditolak: suara atas nama ${row.name || 'tidak dikenal'} (${row.reason}).`,
    ),
    ...vote.faults.map(({ code, name, detail }) => {
      const whose = name ? `Suara ${name}` : 'Pemungutan suara ini'
      return `    SALAH: ${whose}: ${faults[code]}${detail ? ` (${detail})` : ''}.`
    }),
  ]
}
