/** Words for the codes among the facts of an audit entry, by the name of the fact. */
export const codeWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  stance: { supports: 'mendukung', contradicts: 'membantah' },
  state: {
    proven: 'terbukti',
    notProven: 'tidak terbukti',
    insufficient: 'kurang bukti',
    notAssessed: 'belum dinilai',
  },
  conclusion: { proven: 'terbukti', notProven: 'tidak terbukti', undecided: 'belum disimpulkan' },
  outcome: { proven: 'terbukti', notProven: 'tidak terbukti', deferred: 'ditunda' },
  integrity: { intact: 'sidik cocok', changed: 'sidik TIDAK cocok', missing: 'berkas hilang' },
  kind: { assistant: 'asisten', reviewer: 'penelaah', commissioner: 'komisioner' },
  role: {
    assistant: 'asisten',
    commissioner: 'komisioner',
    chair: 'ketua',
    deputyChair: 'wakil ketua',
    secretariat: 'sekretariat',
  },
  difference: {
    same: 'sama dengan rekomendasi',
    lighter: 'lebih ringan daripada rekomendasi',
    heavier: 'lebih berat daripada rekomendasi',
    notComparable: 'tidak dapat dibandingkan dengan rekomendasi',
  },
}
