import { IconPlus, IconTrash } from '@tabler/icons-react'
import { civilDateAt, formatDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useEngine } from '../../api/engine-context.tsx'
import { useAction } from '../../api/use-action.ts'
import { useQuery } from '../../api/use-query.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Column, Row, Spacer } from '../../ui/layout.tsx'
import { Pane } from '../../ui/pane.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { Text } from '../../ui/text.tsx'
import { showToast } from '../../ui/toast.tsx'

const words = t.administration.certificates

/** Authorities whose certificates make a letter genuine. */
export function CertificatesSection({ mayChange }: { mayChange: boolean }) {
  const { bridge } = useEngine()
  const roots = useQuery('institution.listTrustedRoots', {})
  const add = useAction('institution.addTrustedRoot')
  const remove = useAction('institution.removeTrustedRoot', { onDone: () => showToast(words.removed) })
  const error = add.error ?? remove.error
  const choose = async () => {
    const [file] = await bridge.shell('chooseFiles', { kind: 'certificate', many: false })
    if (file) await add.run({ file: file.ticket })
  }
  const button = (
    <Button icon={IconPlus} variant="primary" pending={add.pending} onClick={() => void choose()}>
      {words.add}
    </Button>
  )
  return (
    <Pane label={t.administration.tabs.certificates} padded>
      <Column gap={12} style={{ maxWidth: 900 }}>
        <Text as="p" tone="second">
          {words.why}
        </Text>
        {mayChange && <Row>{button}</Row>}
        <ActionError error={error} />
        <QueryError query={roots} />
        {roots.data?.length === 0 && <EmptyState title={words.empty} next={words.emptyNext} />}
        {roots.data?.map(root => (
          <Row key={root.fingerprint} align="start">
            <div style={{ minWidth: 0 }}>
              <Text as="p" weight="strong">
                {root.subject}
              </Text>
              <Text as="p" tone="second">
                {`${words.columns.validUntil} ${formatDate(civilDateAt(root.validUntil, deviceZone))}`}
              </Text>
              <Text as="p" size={12} tone="third">
                {`${words.columns.fingerprint} ${root.fingerprint}`}
              </Text>
            </div>
            <Spacer />
            {mayChange && (
              <IconButton
                icon={IconTrash}
                label={words.remove}
                onClick={() => void remove.run({ fingerprint: root.fingerprint })}
              />
            )}
          </Row>
        ))}
      </Column>
    </Pane>
  )
}
