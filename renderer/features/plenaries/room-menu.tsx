import { IconDots, IconDownload, IconFileImport, IconListCheck, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import type { Plenary } from '../../../shared/contract/plenaries.ts'
import { t } from '../../../shared/strings/index.ts'
import { useEngine } from '../../api/engine-context.tsx'
import { useAction } from '../../api/use-action.ts'
import { useAccount } from '../../app/session.tsx'
import { iconProps } from '../../ui/icon.ts'
import { Menu } from '../../ui/menu.tsx'
import { showToast } from '../../ui/toast.tsx'
import { mayRemove, type Turn, turnsOf } from './agenda-order.ts'
import { BallotFilesResult } from './ballot-files-result.tsx'
import { isDecider, isPresider } from './presiding.ts'
import { RemoveCase } from './remove-case.tsx'
import styles from './room.module.css'

const words = t.plenaries.ballots.files

/**
 * Steps that are seldom needed: files that carry ballots between laptops without a network, the file for a recount,
 * and taking a case off the agenda.
 */
export function RoomMenu({ plenary, turn }: { plenary: Plenary; turn: Turn | undefined }) {
  const { role } = useAccount()
  const { bridge } = useEngine()
  const plenaryId = plenary.id
  const [removing, setRemoving] = useState(false)
  const [result, setResult] = useState<Output<'plenaries.importBallots'> | null>(null)
  const exporting = useAction('plenaries.exportBallots', {
    onDone: ({ count, fileName }) => showToast(words.exported(count, fileName)),
  })
  const importing = useAction('plenaries.importBallots', { onDone: setResult })
  const recounting = useAction('plenaries.exportRecount', {
    onDone: ({ votes, fileName }) => showToast(words.recounted(votes, fileName)),
  })
  const actions = [exporting, importing, recounting]
  const error = exporting.error ?? importing.error ?? recounting.error
  const begin = () => {
    for (const action of actions) action.clearError()
  }
  const saveTo = async (suggestedName: string) => {
    begin()
    return bridge.shell('chooseSaveTarget', { suggestedName, kind: 'any' })
  }
  const exportBallots = async () => {
    const target = await saveTo(words.exportName(plenary.number))
    if (target) await exporting.run({ plenaryId, target: target.ticket })
  }
  const exportRecount = async () => {
    const target = await saveTo(words.recountName(plenary.number))
    if (target) await recounting.run({ plenaryId, target: target.ticket })
  }
  const importBallots = async () => {
    begin()
    const [file] = await bridge.shell('chooseFiles', { kind: 'any', many: false })
    if (file) await importing.run({ plenaryId, file: file.ticket })
  }
  const votes = turnsOf(plenary).map(({ person }) => person.vote)
  const nothingSealed = votes.some(vote => vote && vote.castCount > 0) ? null : words.noVote
  const nothingOpened = votes.some(vote => vote?.state === 'closed') ? null : words.recountOff
  return (
    <>
      <Menu
        groups={[
          {
            label: words.menu,
            items: [
              {
                id: 'export',
                icon: IconDownload,
                label: words.export,
                disabledReason: isDecider(role) ? nothingSealed : words.exportOff,
                run: () => void exportBallots(),
              },
              {
                id: 'import',
                icon: IconFileImport,
                label: words.import,
                disabledReason: isPresider(role) ? null : words.importOff,
                run: () => void importBallots(),
              },
              {
                id: 'recount',
                icon: IconListCheck,
                label: words.recount,
                disabledReason: nothingOpened,
                run: () => void exportRecount(),
              },
            ],
          },
          {
            label: t.plenaries.presenting.thisCase,
            items: [
              {
                id: 'remove',
                icon: IconX,
                label: t.plenaries.room.remove,
                disabledReason: turn && mayRemove(plenary, turn) ? null : t.plenaries.presenting.votedOn,
                run: () => setRemoving(true),
              },
            ],
          },
        ]}
      >
        <button
          type="button"
          className={styles.topButton}
          aria-label={t.plenaries.presenting.more}
          title={t.plenaries.presenting.more}
        >
          <IconDots {...iconProps} />
        </button>
      </Menu>
      {removing && turn && (
        <RemoveCase plenary={plenary} item={turn.item} onClose={() => setRemoving(false)} />
      )}
      {(result || error) && (
        <BallotFilesResult
          result={result}
          error={error}
          onClose={() => {
            setResult(null)
            begin()
          }}
        />
      )}
    </>
  )
}
