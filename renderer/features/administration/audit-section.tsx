import { useState } from 'react'
import { formatInstant } from '../../../shared/dates.ts'
import { historySentence } from '../../../shared/strings/id/history.ts'
import { errorSentence, t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { FormSection } from '../../ui/form-section.tsx'
import { Column, Row } from '../../ui/layout.tsx'
import { Pane } from '../../ui/pane.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { Text } from '../../ui/text.tsx'

const words = t.administration.audit

/** The audit trail: the chain checked on demand, and the latest entries in sentences. */
export function AuditSection() {
  const latest = useQuery('audit.latest', { limit: 100 })
  return (
    <Pane label={t.administration.tabs.audit} padded reading>
      <Column gap={12} style={{ maxWidth: 900 }}>
        <Text as="p" tone="second">
          {words.why}
        </Text>
        <ChainCheck />
        <FormSection title={words.latest}>
          <QueryError query={latest} />
          <Column gap={6}>
            {latest.data?.map(entry => (
              <Row key={entry.seq} align="baseline" gap={12}>
                <span style={{ flex: 'none', width: 216, fontVariantNumeric: 'tabular-nums' }}>
                  <Text size={12} tone="third" lines="oneLine">
                    {formatInstant(entry.at, deviceZone)}
                  </Text>
                </span>
                <Text>
                  {words.line(entry.actorName, historySentence(entry.method, entry.facts, entry.subject))}
                </Text>
              </Row>
            ))}
          </Column>
        </FormSection>
      </Column>
    </Pane>
  )
}

function ChainCheck() {
  const [asked, setAsked] = useState(0)
  const check = useQuery('audit.check', asked > 0 ? {} : null, { topics: [] })
  const result = check.data
  const { reload } = check
  return (
    <>
      <Row>
        <Button pending={check.loading} onClick={() => (asked > 0 ? reload() : setAsked(1))}>
          {check.loading ? words.checking : words.check}
        </Button>
      </Row>
      {check.error && <Banner tone="bad">{errorSentence(check.error.code, check.error.facts)}</Banner>}
      {result && (
        <Banner tone={result.whole ? 'ok' : 'bad'} announce>
          {result.firstBroken
            ? words.broken(result.firstBroken.seq)
            : words.whole(result.entries, formatInstant(result.checkedAt, deviceZone))}
          <Text as="p" size={12} tone="second">
            {words.head(result.headHash)}
          </Text>
        </Banner>
      )}
    </>
  )
}
