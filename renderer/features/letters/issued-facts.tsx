import { IconCheck, IconCopy } from '@tabler/icons-react'
import type { Letter } from '../../../shared/contract/letters.ts'
import { formatDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { navigate } from '../../app/router.tsx'
import { Button } from '../../ui/button.tsx'
import { KeyValueList } from '../../ui/facts.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { InspectorSection } from '../../ui/inspector.tsx'
import { Row } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './letters.module.css'

const words = t.letters.issued

/** The clear end: issued, with number, date and fingerprint. */
export function IssuedFacts({ letter }: { letter: Letter }) {
  const sha256 = letter.issuedSha256 ?? ''
  const copy = () => void navigator.clipboard.writeText(sha256).then(() => showToast(words.copied))
  return (
    <InspectorSection>
      <div className={styles.issued} role="status">
        <span className={styles.medal}>
          <IconCheck size={24} stroke={2} aria-hidden="true" />
        </span>
        <div>
          <Text as="h2" size={20} weight="strong" tone="ok">
            {words.title}
          </Text>
          <Text as="p">{words.sentence(letter.number ?? '')}</Text>
        </div>
      </div>
      <div className={styles.issuedFacts}>
        <KeyValueList
          termWidth={72}
          facts={[
            { term: words.number, value: <Text weight="strong">{letter.number ?? ''}</Text> },
            { term: words.datedOn, value: letter.datedOn ? formatDate(letter.datedOn) : '' },
            {
              term: words.sha256,
              value: (
                <Row gap={4} align="start">
                  <code className={styles.sha}>{sha256}</code>
                  <IconButton icon={IconCopy} label={words.copySha} onClick={copy} />
                </Row>
              ),
            },
          ]}
        />
        <Button variant="link" onClick={() => navigate(`/perkara/${letter.caseId}/tindak-lanjut`)}>
          {words.followUp}
        </Button>
      </div>
    </InspectorSection>
  )
}
