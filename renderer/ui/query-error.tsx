import { common } from '../../shared/strings/id/common.ts'
import { errorSentence } from '../../shared/strings/id/errors.ts'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'

type Failed = {
  error: { code: string; facts: Record<string, string | number | boolean | null> } | null
  reload: () => void
}

/** Says why something could not be read, with a way to try again; nothing while there is no error. */
export function QueryError({ query: { error, reload } }: { query: Failed }) {
  if (!error) return null
  return (
    <div style={{ padding: 12 }}>
      <Banner tone="bad" announce actions={<Button onClick={reload}>{common.retry}</Button>}>
        {errorSentence(error.code, error.facts)}
      </Banner>
    </div>
  )
}
