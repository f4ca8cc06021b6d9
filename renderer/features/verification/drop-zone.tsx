import { IconFileText } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { FileTicket } from '../../../shared/bridge.ts'
import { t } from '../../../shared/strings/index.ts'
import { Button } from '../../ui/button.tsx'
import { iconProps } from '../../ui/icon.ts'
import { Row } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import styles from './verification.module.css'

const words = t.verification
type Props = {
  checking: string | null
  trust: FileTicket | null
  onChoose: () => void
  onChooseTrust: () => void
  onDropTrust: () => void
}

/** Where a PDF is put down or chosen; below it, a CA certificate for this check alone. */
export function DropZone({ checking, trust, onChoose, onChooseTrust, onDropTrust }: Props) {
  const over = useDragOver()
  return (
    <div>
      <div className={styles.drop} data-over={over || undefined}>
        <IconFileText {...iconProps} size={20} />
        <div>
          <Text as="p" weight="medium">
            {checking ? words.checking(checking) : words.drop}
          </Text>
          <Text as="p" size={12} tone="second">
            {words.dropHint}
          </Text>
        </div>
        <Button variant="primary" keys="Ctrl O" pending={checking !== null} onClick={onChoose}>
          {words.choose}
        </Button>
      </div>
      <Row gap={8} className={styles.trust} wrap>
        {trust ? (
          <>
            <Text size={12}>{words.certificate.using(trust.name)}</Text>
            <Button variant="link" onClick={onDropTrust}>
              {words.certificate.remove}
            </Button>
          </>
        ) : (
          <>
            <Button variant="link" onClick={onChooseTrust}>
              {words.certificate.add}
            </Button>
            <Text size={12} tone="third">
              {words.certificate.hint}
            </Text>
          </>
        )}
      </Row>
    </div>
  )
}

/** Whether something is being dragged over the window; the files themselves come through the bridge. */
function useDragOver(): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const enter = () => setOver(true)
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const end = () => setOver(false)
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', end, true)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', end, true)
    }
  }, [])
  return over
}
