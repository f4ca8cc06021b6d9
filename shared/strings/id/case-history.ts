import type { HistoryPattern } from './history.ts'

/** What the history says of reports, cases, exhibits and findings; see `HistoryPattern`. */
export const caseHistory: Readonly<Record<string, HistoryPattern>> = {
  'reports.register': 'mendaftarkan laporan[ {subject}][ dengan {persons} terlapor]',
  'reports.revealReporter': 'melihat identitas pelapor yang dilindungi[; alasannya: {reason}]',
  'cases.open':
    'membuka perkara[ {subject}][ dari laporan {reportNumber}][ menurut {rulebook}][; petugas: {people}]',
  'cases.assign': 'menugaskan[ {name}][ sebagai {kind}]',
  'cases.unassign': 'melepas penugasan[ {name}][ sebagai {kind}]',
  'evidence.takeIn': f =>
    f.refused && !f.sha256
      ? 'mencoba memasukkan berkas[; {refused} tidak diterima]'
      : 'memasukkan bukti[ {subject}][: {fileName}]',
  'evidence.open': 'membuka bukti[ {subject}][; {integrity}]',
  'evidence.verify': f =>
    Number(f.checked) > 1
      ? `memeriksa ulang sidik {checked} bukti${f.changed ? '[; tidak utuh: {numbers}]' : '; semuanya cocok'}`
      : 'memeriksa ulang sidik bukti[ {subject}][; tidak utuh: {numbers}]',
  'evidence.describe': 'mengubah kartu asal bukti[ {subject}][: {title}]',
  'evidence.export': 'mengekspor salinan bukti[ {subject}][; keperluan: {purpose}]',
  'findings.add': 'menambah temuan[ {about}]',
  'findings.withdraw': 'menarik temuan[ {about}][; alasannya: {reason}]',
  'findings.assess': 'menilai unsur[ “{element}”][: {state}][ ({about})]',
  'findings.link': f =>
    f.stance === undefined
      ? 'mengubah catatan tautan[ {number}] pada unsur[ “{element}”][ ({about})]'
      : 'menautkan bukti[ {number}] yang {stance} unsur[ “{element}”][ ({about})]',
  'findings.unlink': 'melepas tautan bukti[ {number}] dari unsur[ “{element}”][ ({about})]',
  'findings.conclude': 'menyimpulkan temuan[: {conclusion}][ ({about})]',
  'findings.propose': f =>
    f.sanction === null
      ? 'menghapus usulan sanksi[ ({about})]'
      : 'mengusulkan sanksi[: {sanction}][ ({about})]',
  'findings.submit': 'mengirim temuan ke penelaah[ ({about})]',
  'findings.reopen': 'membuka lagi temuan[ ({about})][; alasannya: {reason}]',
  'findings.review': f =>
    `${f.outcome === 'returned' ? 'mengembalikan' : 'menyetujui'} temuan sebagai penelaah[ ({about})]`,
}
