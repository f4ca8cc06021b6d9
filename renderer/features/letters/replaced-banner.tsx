import type { Letter } from '../../../shared/contract/letters.ts'
import { t } from '../../../shared/strings/index.ts'
import { navigate } from '../../app/router.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'

const words = t.letterStanding.replaced

/** A later decision took the place of the one this letter states (features row 41). */
export function ReplacedBanner({ letter }: { letter: Letter }) {
  const { replacedBy, state, caseId } = letter
  if (!replacedBy) return null
  return (
    <Banner
      tone="warn"
      title={words.title(replacedBy.cite)}
      actions={<Button onClick={() => navigate(`/perkara/${caseId}/surat`)}>{words.show}</Button>}
    >
      {[
        replacedBy.letterNumber ? words.withLetter(replacedBy.letterNumber) : words.noLetter,
        state === 'issued' ? words.next : words.draftNext,
      ].join(' ')}
    </Banner>
  )
}
