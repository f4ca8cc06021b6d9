import { day } from './error-dates.ts'
import type { ErrorFacts } from './errors.ts'
import type { HistoryPattern } from './history.ts'

const dayOrNone = (on: ErrorFacts[string] | undefined) => (on ? day(on) : 'belum')

/** What the history says of reports, cases, exhibits and findings; see `HistoryPattern`. */
export const caseHistory: Readonly<Record<string, HistoryPattern>> = {
  'reports.register': 'mendaftarkan laporan[ {subject}][ dengan {persons} terlapor]',
  'reports.revealReporter': 'melihat identitas pelapor yang dilindungi[; alasannya: {reason}]',
  'reports.complete': 'melengkapi laporan[ {subject}][: {field}][ dari “{before}”][ menjadi “{after}”]',
  'reports.returnToSender':
    'mengembalikan laporan[ {subject}] ke pengirim[ dengan surat {number}][; kurang: {missing}]',
  'reports.signReturn':
    'menandatangani surat pengembalian[ {number}][ untuk laporan {subject}][ dengan sertifikat {signer}]',
  'reports.takeUp': f =>
    f.complete
      ? 'memeriksa kembali laporan[ {subject}] yang sudah lengkap'
      : 'memeriksa kembali laporan[ {subject}] yang dikembalikan[; alasannya: {reason}]',
  'reports.openReturn': 'membuka surat pengembalian[ {subject}]',
  'reports.exportReturn': 'mengekspor surat pengembalian[ {subject}][ ke {fileName}]',
  'reports.flagConflict': 'menilai benturan kepentingan PPK[ untuk {person}][: {conflict}][; {note}]',
  'reports.linkCases': 'menautkan perkara[ {subject}][ dengan {other}][; alasannya: {reason}]',
  'reports.unlinkCases': 'melepas tautan perkara[ {subject}][ dengan {other}][; alasannya: {reason}]',
  'cases.open':
    'membuka perkara[ {subject}][ dari laporan {reportNumber}][ menurut {rulebook}][; petugas: {people}]',
  'cases.recordDates': f =>
    `mencatat tanggal pemeriksaan dan keputusan[ {name}]; diperiksa ${dayOrNone(f.examinedOn)}, diputus ${dayOrNone(f.decidedOn)}${
      f.choiceFell === true ? '; pilihan buku aturan sebelumnya gugur' : ''
    }${f.undecided === true ? '; buku aturan perlu dipilih' : '[; buku aturan {rulebook}]'}`,
  'cases.recordOfficials': f =>
    `mencatat pejabat yang berwenang[ atas {name}]${
      f.homeAgency ? '[; instansi induk {homeAgency}]' : '[; instansi induk {homeBefore} dihapus]'
    }${f.failedPost ? '[; {failedPost} tidak menjatuhkan hukuman]' : '[; catatan tentang {failedBefore} dihapus]'}`,
  'cases.chooseRulebook':
    'memilih buku aturan[ {rulebook}][ untuk {name}][; sebelumnya {before}][; alasannya: {reason}]',
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
  'findings.chooseLevel': f =>
    f.level === null ? 'menghapus pilihan tingkat[ ({about})]' : 'memilih tingkat[ {level}][ ({about})]',
  'findings.propose': f =>
    f.sanction === null
      ? 'menghapus usulan sanksi[ ({about})]'
      : 'mengusulkan sanksi[: {sanction}][ ({about})]',
  'findings.submit': 'mengirim temuan ke penelaah[ ({about})]',
  'findings.reopen': 'membuka lagi temuan[ ({about})][; alasannya: {reason}]',
  'findings.exportMatrix': 'menyimpan cetakan matriks temuan[ perkara {number}]',
  'findings.review': f =>
    `${f.outcome === 'returned' ? 'mengembalikan' : 'menyetujui'} temuan sebagai penelaah[ ({about})]`,
}
