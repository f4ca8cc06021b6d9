// Indonesian texts of the invented docket: kept short, and plainly invented.

export const seedWording = {
  rulebookReason: 'Mengikuti tanggal perbuatan; rekaan untuk perkara contoh.',
  exhibitText: (narrative: string, place: string) =>
    `Salinan catatan (rekaan)\n\n${narrative}\nTempat: ${place}\n`,
  reasonsProven: 'Didukung bukti yang ditautkan (rekaan).',
  reasonsNotProven: 'Tidak ditemukan dukungan bukti yang cukup (rekaan).',
  consideration: (name: string) => `Pemeriksaan terhadap ${name} selesai dilakukan (rekaan).`,
  returnComment: 'Uraian unsur waktu belum menunjuk bukti; mohon dilengkapi.',
  letterComment: 'Mohon perbaiki alamat dan kutipan pasal.',
  register: 'Register perkara rekaan, dibuat oleh program untuk perkara contoh.',
  registerEntry: (meeting: string) => `register rekaan, sidang ${meeting}`,
  decision: (name: string, outcome: 'proven' | 'notProven', source: string) => {
    const verdict = outcome === 'proven' ? 'terbukti' : 'tidak terbukti'
    return `Pleno memutuskan ${name} ${verdict} melanggar netralitas (diambil alih dari ${source}; tanpa surat suara di program ini).`
  },
  letterSubject: (name: string, outcome: 'proven' | 'notProven') =>
    outcome === 'proven' ? `Rekomendasi atas nama ${name}` : `Pemberitahuan hasil pemeriksaan ${name}`,
  letterBody: 'Surat rekaan untuk perkara contoh; tidak mempunyai berkas PDF.',
  addressee: (authority: string, place: string) => [`Yth. ${authority}`, `di ${place}`],
  decisionNumber: (n: number, year: string) => `SK-${n}/BKPSDM/${year}`,
  noDecision: 'PPK menyatakan pegawai sudah pensiun sebelum keputusan dibuat (rekaan).',
  plenaryPlace: 'Ruang sidang utama',
  exhibitFile: (n: number) => `catatan-${n}.txt`,
} as const
