import { caseHistorySentence } from './case-history.ts'
import type { ErrorFacts } from './errors.ts'
import { session } from './session.ts'

/** What the history says of work that is about no case: keys, accounts, institution. */
const sentences: Readonly<Record<string, (facts: ErrorFacts, subject: string) => string>> = {
  'session.createStore': (f, subject) => `membuat tempat penyimpanan ${subject} dengan ${f.accounts} akun`,
  'session.unlock': () => 'membuka kunci',
  'session.lock': () => 'mengunci',
  'session.recover': () => 'masuk dengan kunci pemulihan dan mendapat frasa sandi baru',
  'session.changePassphrase': () => 'mengganti frasa sandi',
  'session.replaceRecoveryKey': () => 'mengganti kunci pemulihan',
  'session.saveRecoverySheet': () => 'menyimpan lembar pemulihan',
  'session.backUp': (_f, subject) => `membuat cadangan ${subject}`,
  'accounts.add': (f, subject) => `menambahkan akun ${subject} (${roleLabel(f.role)})`,
  'accounts.retire': (_f, subject) => `mengakhiri akun ${subject}`,
  'institution.update': (_f, subject) => `mengubah data lembaga ${subject}`,
  'institution.addTrustedRoot': (_f, subject) => `mempercayai sertifikat ${subject}`,
  'institution.removeTrustedRoot': () => 'menghapus sertifikat tepercaya',
  'system.changeSigningKeys': () => 'memperbarui kunci penanda tangan jejak audit',
  'audit.caseWork': () => 'bekerja pada satu perkara',
}

/** One entry of the audit trail in words; the person's name stands before it. */
export function historySentence(method: string, facts: ErrorFacts, subject: string): string {
  return sentences[method]?.(facts, subject) ?? caseHistorySentence(method, facts, subject)
}

function roleLabel(role: ErrorFacts[string] | undefined): string {
  const known = ['assistant', 'commissioner', 'chair', 'deputyChair', 'secretariat'] as const
  const found = known.find(name => name === role)
  return found ? session.role(found).toLowerCase() : ''
}
