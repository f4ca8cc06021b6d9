import { errorSentence, fieldSentence } from '../../shared/strings/id/errors.ts'
import { Banner } from './banner.tsx'

type Refusal = {
  code: string
  facts: Readonly<Record<string, string | number | boolean | null>>
  issues: readonly { message: string }[]
}

/** Why a call was refused, in its place; nothing when it was not. */
export function ActionError({ error }: { error: Refusal | null }) {
  if (!error) return null
  const [issue] = error.issues
  return (
    <Banner tone="bad" announce>
      {issue ? fieldSentence(issue.message) : errorSentence(error.code, error.facts)}
    </Banner>
  )
}
