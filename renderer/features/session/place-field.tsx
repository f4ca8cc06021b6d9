import { IconFolder } from '@tabler/icons-react'
import type { FileTicket } from '../../../shared/bridge.ts'
import { t } from '../../../shared/strings/index.ts'
import { useEngine } from '../../api/engine-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Row } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'

type Props = { value: FileTicket | null; onChange: (folder: FileTicket) => void }

/** The folder for a new store, chosen in the system's dialog; the window never sees its path. */
export function PlaceField({ value, onChange }: Props) {
  const { bridge } = useEngine()
  const choose = async () => {
    const folder = await bridge.shell('chooseFolder', { purpose: 'newStore' })
    if (folder) onChange(folder)
  }
  return (
    <Row gap={12}>
      <Button icon={IconFolder} onClick={choose} autoFocus>
        {t.session.place.choose}
      </Button>
      <Text tone={value ? 'plain' : 'third'} lines="cut" weight={value ? 'medium' : undefined}>
        {value ? value.name : t.session.place.none}
      </Text>
    </Row>
  )
}
