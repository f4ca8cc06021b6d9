import type { HistoryPattern } from './history.ts'

/** What the history says of work that is about no case: keys, accounts, institution; see `HistoryPattern`. */
export const systemHistory: Readonly<Record<string, HistoryPattern>> = {
  'session.createStore': 'membuat tempat penyimpanan[ {subject}][ dengan {accounts} akun]',
  'session.unlock': 'membuka kunci',
  'session.lock': 'mengunci program',
  'session.recover': 'masuk dengan kode pemulihan dan membuat frasa sandi baru',
  'session.changePassphrase': 'mengganti frasa sandi',
  'session.replaceRecoveryKey': 'membuat kode pemulihan baru',
  'session.saveRecoverySheet': 'menyimpan lembar pemulihan',
  'session.backUp': 'membuat cadangan[ {subject}]',
  'accounts.add': 'menambahkan akun[ {subject}][ ({role})]',
  'accounts.changeNip': 'mengubah NIP akun[ {subject}][ dari {before}][ menjadi {nip}]',
  'accounts.retire': 'mengakhiri akun[ {subject}]',
  'institution.update': 'mengubah data lembaga[ {subject}]',
  'institution.addTrustedRoot': 'memercayai sertifikat[ {subject}]',
  'institution.removeTrustedRoot': 'menghapus satu sertifikat dari daftar tepercaya',
  'law.keepShippedPack': 'menyimpan paket hukum bawaan program[ versi {version}]',
  'law.importPack': 'memasukkan paket hukum[ versi {version}]',
  'system.changeSigningKeys': 'memperbarui kunci penanda tangan jejak audit',
  'system.seed': 'membuat perkara contoh[ {subject}][ dari laporan {reportNumber}] (data rekaan)',
  'audit.caseWork': 'bekerja pada satu perkara',
}
