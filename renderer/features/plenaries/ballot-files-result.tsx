import type { Output } from '../../../shared/contract/index.ts'
import { t } from '../../../shared/strings/index.ts'
import type { EngineError } from '../../api/engine-error.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Text } from '../../ui/text.tsx'
import { RejectedBallots } from './rejected-ballots.tsx'
import styles from './vote.module.css'

const words = t.plenaries.ballots

type BallotFilesResultProps = {
  result: Output<'plenaries.importBallots'> | null
  error: EngineError | null
  onClose: () => void
}

/** What came of a ballot file: each ballot accepted, known already, or rejected with its reason. */
export function BallotFilesResult({ result, error, onClose }: BallotFilesResultProps) {
  return (
    <Dialog
      opened
      onClose={onClose}
      title={result ? words.files.title : words.files.menu}
      width={640}
      foot={
        <Button variant="primary" size="plenary" autoFocus onClick={onClose}>
          {words.files.done}
        </Button>
      }
    >
      <div className={styles.ceremony}>
        <ActionError error={error} />
        {result && (
          <>
            <Text as="p" size={20} weight="strong">
              {words.files.accepted(result.accepted.length)}
            </Text>
            {result.accepted.length > 0 && (
              <ul className={styles.ballots}>
                {result.accepted.map(row => (
                  <li key={`${row.displayName} ${row.respondentName}`}>
                    {words.rejectedBallot(row.displayName, row.respondentName)}
                  </li>
                ))}
              </ul>
            )}
            {result.known > 0 && (
              <Text as="p" tone="second">
                {words.files.known(result.known)}
              </Text>
            )}
            <RejectedBallots rejected={result.rejected} />
          </>
        )}
      </div>
    </Dialog>
  )
}
