import { join } from 'node:path'
import type { CivilDate } from '../../../../shared/dates.ts'
import type { InstitutionPack } from '../../../../shared/institution-pack.ts'
import { loadFonts } from '../../pdf/fonts.ts'
import { renderRecoverySheet } from '../../pdf/recovery-sheet.ts'

/** The sheet with the recovery key as PDF bytes; it is written nowhere inside the store. */
export async function recoverySheetOf(
  resourcesDir: string,
  facts: { pack: InstitutionPack; storeName: string; recoveryKey: string; on: CivilDate },
): Promise<Uint8Array> {
  return renderRecoverySheet(
    {
      institution: facts.pack.name,
      storeLabel: facts.storeName,
      recoveryKey: facts.recoveryKey,
      on: facts.on,
    },
    loadFonts(join(resourcesDir, 'fonts')),
  )
}
