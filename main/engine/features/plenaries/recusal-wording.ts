import type { EarlierRole } from './recusals.queries.ts'

// Sentences of the engine about recusals; they stand in the meeting room and in the minutes.

const ROLES: Readonly<Record<EarlierRole['role'], string>> = {
  assistant: 'ditugaskan sebagai asisten perkara ini',
  reviewer: 'ditugaskan sebagai penelaah perkara ini',
  commissioner: 'ditugaskan sebagai komisioner perkara ini',
  findingAuthor: 'ikut menyusun temuan perkara ini',
  findingReviewer: 'menelaah temuan perkara ini',
  registrar: 'mencatat laporan perkara ini',
}

/** 'ditugaskan sebagai komisioner perkara ini; menelaah temuan perkara ini'. */
export const earlierRoleText = (roles: readonly EarlierRole['role'][]): string =>
  [...new Set(roles)].map(role => ROLES[role]).join('; ')

/** What the presider is told of a recusal at an earlier meeting. */
export const earlierRecusalText = (number: string, reason: string): string =>
  `mengundurkan diri pada Rapat Pleno ${number} dengan alasan: ${reason}`

/** The answer that stands for everybody after the presider has asked and nobody has spoken up. */
export const noKinshipText = 'Tidak mempunyai hubungan keluarga dengan terlapor dalam perkara ini.'
