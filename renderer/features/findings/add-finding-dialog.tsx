import { useState } from 'react'
import type { CaseFile, CaseRespondent } from '../../../shared/contract/cases.ts'
import type { Finding } from '../../../shared/contract/findings.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useQuery } from '../../api/use-query.ts'
import { navigate } from '../../app/router.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice-fields.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Column } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './findings.module.css'
import { ProvisionAbout } from './provision-about.tsx'

const words = t.findings.add

type AddFindingDialogProps = {
  file: CaseFile
  findings: readonly Finding[]
  respondentId: string | null
  onClose: () => void
}

/** A person and the provision that they may have broken; those that fit the form of violation stand first. */
export function AddFindingDialog({ file, findings, respondentId, onClose }: AddFindingDialogProps) {
  const [personId, setPersonId] = useState<CaseRespondent['id'] | null>(
    file.respondents.find(person => person.id === respondentId)?.id ?? file.respondents[0]?.id ?? null,
  )
  const provisions = useQuery('findings.listProvisions', { caseId: file.id, respondentId: personId })
  const choices = provisions.data?.choices ?? []
  const own = new Set(findings.filter(f => f.respondentId === personId).map(f => f.provisionId))
  const [chosen, setChosen] = useState<string | null>(null)
  const firstFree = choices.find(entry => entry.suggested && !own.has(entry.id))?.id ?? null
  const provisionId = chosen ?? firstFree
  const provision = choices.find(entry => entry.id === provisionId)
  const add = useAction('findings.add', {
    onDone: made => {
      onClose()
      navigate(`/perkara/${file.id}/unsur?sel=${made.id}.1`, { replace: true })
    },
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.title}
      width={680}
      foot={
        <Button
          variant="primary"
          pending={add.pending}
          disabledReason={provisionId && own.has(provisionId) ? words.already : null}
          onClick={() =>
            personId && provisionId && void add.run({ caseId: file.id, respondentId: personId, provisionId })
          }
        >
          {words.submit}
        </Button>
      }
    >
      <Column gap={16}>
        <RadioGroup
          label={words.person}
          value={personId}
          onChange={setPersonId}
          choices={file.respondents.map(({ id, name, position }) => ({
            value: id,
            label: name,
            hint: position,
          }))}
        />
        {provisions.data?.notices.map(notice => (
          <Banner key={notice.code} tone="warn" title={words.notices[notice.code]}>
            {notice.detail}
          </Banner>
        ))}
        <Select
          label={words.provision}
          hint={words.hint}
          searchable
          autoFocus
          value={provisionId}
          onChange={setChosen}
          choices={choices.map(entry => ({
            value: entry.id,
            label: words.option(
              entry.group === 'rulebook' ? '' : entry.regulation,
              entry.citation,
              entry.subject,
            ),
            group: entry.suggested ? words.suggested : words.groups[entry.group],
          }))}
        />
        {provision && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          <section className={styles.about} tabIndex={0} aria-label={provision.citation}>
            <ProvisionAbout provision={provision} />
          </section>
        )}
        <ActionError error={provisions.error ?? add.error} />
      </Column>
    </Dialog>
  )
}
