import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type UseFormReturn, useFieldArray } from 'react-hook-form'
import type { LawChoices } from '../../../shared/contract/law.ts'
import { t } from '../../../shared/strings/index.ts'
import { useKey } from '../../app/use-key.ts'
import { Button } from '../../ui/button.tsx'
import { FormSection } from '../../ui/form-section.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Row, Spacer } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { emptyRespondent, type ReportForm } from './empty-report.ts'
import styles from './reports.module.css'
import { RespondentFields } from './respondent-fields.tsx'

const words = t.reports.form

/** The civil servants of one report; each gets findings, votes and a letter of their own. */
export function RespondentsSection({ form, law }: { form: UseFormReturn<ReportForm>; law: LawChoices }) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'respondents' })
  const add = () => {
    const last = form.getValues(`respondents.${fields.length - 1}`)
    // People of one report mostly work at the same agency; what is copied can be typed over.
    const agency = last && {
      agencyName: last.agencyName,
      agencyType: last.agencyType,
      provinceCode: last.provinceCode ?? '',
    }
    append({ ...emptyRespondent, ...agency }, { focusName: `respondents.${fields.length}.nip` })
  }
  useKey('Alt+O', add)
  return (
    <FormSection title={words.respondents} hint={words.respondentsHint}>
      {fields.map((field, index) => (
        <fieldset key={field.id} className={styles.respondent}>
          <legend className="visually-hidden">{words.respondent(index + 1)}</legend>
          <Row>
            <Text weight="strong">{words.respondent(index + 1)}</Text>
            <Spacer />
            {fields.length > 1 && (
              <IconButton
                icon={IconTrash}
                label={words.removeRespondent(index + 1)}
                onClick={() => remove(index)}
              />
            )}
          </Row>
          <RespondentFields form={form} index={index} law={law} />
        </fieldset>
      ))}
      <Row>
        <Button icon={IconPlus} onClick={add} keys="Alt O">
          {words.addRespondent}
        </Button>
      </Row>
    </FormSection>
  )
}
