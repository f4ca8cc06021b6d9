import { useState } from 'react'
import type { Finding } from '../../../shared/contract/findings.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { Button } from '../../ui/button.tsx'
import { InspectorSection } from '../../ui/inspector.tsx'
import { Column } from '../../ui/layout.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { Text } from '../../ui/text.tsx'

type FindingEndingsProps = { finding: Finding; readOnly: string | null }

/** The rare ways out: taking a finding away, or opening it again when the plenary asks for it. */
export function FindingEndings({ finding, readOnly }: FindingEndingsProps) {
  const [asking, setAsking] = useState<'withdraw' | 'reopen' | null>(null)
  const withdraw = useAction('findings.withdraw', { onDone: () => setAsking(null) })
  const reopen = useAction('findings.reopen', { onDone: () => setAsking(null) })
  const { withdraw: take, panel } = t.findings
  const { mayReopen, mayWithdraw } = finding
  if (readOnly && !mayReopen && !mayWithdraw) return null
  return (
    <InspectorSection>
      {mayReopen ? (
        <Column gap={8}>
          <Text as="p" tone="second">
            {panel.reopenNow}
          </Text>
          <Button onClick={() => setAsking('reopen')}>{panel.reopen}</Button>
        </Column>
      ) : (
        <Button
          variant="quiet"
          disabledReason={mayWithdraw ? null : take.reviewed}
          onClick={() => setAsking('withdraw')}
        >
          {take.action}
        </Button>
      )}
      {asking === 'withdraw' && (
        <ReasonDialog
          title={take.title}
          why={take.why}
          label={take.reason}
          submit={take.submit}
          pending={withdraw.pending}
          error={withdraw.error}
          onSubmit={reason => void withdraw.run({ findingId: finding.id, reason })}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'reopen' && (
        <ReasonDialog
          title={panel.reopenTitle}
          why={panel.reopenWhy}
          label={panel.reopenReason}
          submit={panel.reopen}
          pending={reopen.pending}
          error={reopen.error}
          onSubmit={reason => void reopen.run({ findingId: finding.id, reason })}
          onClose={() => setAsking(null)}
        />
      )}
    </InspectorSection>
  )
}
