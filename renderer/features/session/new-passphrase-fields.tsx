import { t } from '../../../shared/strings/index.ts'
import { PassphraseField } from '../../ui/passphrase-field.tsx'

export type NewPassphrase = { first: string; repeat: string }
export const SHORTEST_PASSPHRASE = 12

/** What is wrong with a newly chosen passphrase, or null. */
export function passphraseProblem({ first, repeat }: NewPassphrase): string | null {
  if (first.length < SHORTEST_PASSPHRASE) return t.session.passphraseShort
  return first === repeat ? null : t.session.passphraseDiffers
}

type Props = {
  value: NewPassphrase
  onChange: (value: NewPassphrase) => void
  labels: { first: string; repeat: string }
  /** Shows what is wrong once the person has tried to go on. */
  tried: boolean
}

/** A new passphrase typed twice. */
export function NewPassphraseFields({ value, onChange, labels, tried }: Props) {
  const problem = passphraseProblem(value)
  const short = value.first.length < SHORTEST_PASSPHRASE
  return (
    <>
      <PassphraseField
        kind="new"
        label={labels.first}
        hint={t.session.passphraseHint}
        required
        value={value.first}
        onChange={first => onChange({ ...value, first })}
        error={tried && short ? problem : null}
      />
      <PassphraseField
        kind="new"
        label={labels.repeat}
        required
        value={value.repeat}
        onChange={repeat => onChange({ ...value, repeat })}
        error={tried && !short ? problem : null}
      />
    </>
  )
}
