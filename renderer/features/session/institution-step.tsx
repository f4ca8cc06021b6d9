import type { InstitutionPack } from '../../../shared/institution-pack.ts'
import { isNumberPattern } from '../../../shared/institution-pack.ts'
import { fieldSentence, t } from '../../../shared/strings/index.ts'
import { SegmentedControl } from '../../ui/choice-fields.tsx'
import { FieldGrid } from '../../ui/form-section.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'

type Props = { value: InstitutionPack; onChange: (value: InstitutionPack) => void }
const ZONES = (['WIB', 'WITA', 'WIT'] as const).map(zone => ({ value: zone, label: zone }))

/** What a letterhead, a number and a clock need; the rest of the pack stays as in the example. */
export function InstitutionStep({ value, onChange }: Props) {
  const s = t.session.institution
  const set = (part: Partial<InstitutionPack>) => onChange({ ...value, ...part })
  const empty = (text: string) => (text.trim() ? null : t.ui.fieldEmpty)
  return (
    <>
      <FieldGrid columns="2fr 1fr">
        <TextField
          label={s.name}
          required
          value={value.name}
          onChange={name => set({ name })}
          error={empty(value.name)}
          autoFocus
        />
        <TextField
          label={s.shortName}
          required
          value={value.shortName}
          onChange={shortName => set({ shortName })}
          error={empty(value.shortName)}
        />
      </FieldGrid>
      <FieldGrid columns="1fr 1fr">
        <TextArea
          label={s.address}
          hint={s.addressHint}
          required
          rows={2}
          value={value.addressLines.join('\n')}
          onChange={text => set({ addressLines: text.split('\n').slice(0, 4) })}
        />
        <TextArea
          label={s.contact}
          hint={s.addressHint}
          rows={2}
          value={value.contactLines.join('\n')}
          onChange={text => set({ contactLines: text.split('\n').slice(0, 4) })}
        />
      </FieldGrid>
      <FieldGrid columns="1fr auto 200px">
        <TextField
          label={s.city}
          required
          value={value.city}
          onChange={city => set({ city })}
          error={empty(value.city)}
        />
        <SegmentedControl
          label={s.zone}
          required
          value={value.zone}
          choices={ZONES}
          onChange={zone => set({ zone })}
        />
        <NumberField
          label={s.seats}
          required
          value={value.commissionerSeats}
          min={1}
          max={99}
          onChange={seats => seats !== null && set({ commissionerSeats: seats })}
        />
      </FieldGrid>
      <TextField
        label={s.letterNumber}
        hint={s.letterNumberHint}
        required
        value={value.letterNumberFormat}
        onChange={letterNumberFormat => set({ letterNumberFormat })}
        error={
          isNumberPattern(value.letterNumberFormat) ? null : fieldSentence('institution.badNumberPattern')
        }
      />
      <TextArea
        label={s.legalBasis}
        hint={s.legalBasisHint}
        required
        rows={3}
        value={value.legalBasis.join('\n')}
        onChange={text => set({ legalBasis: text.split('\n') })}
      />
    </>
  )
}
