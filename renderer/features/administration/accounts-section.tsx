import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Account } from '../../../shared/contract/session.ts'
import { civilDateAt, formatDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useQuery } from '../../api/use-query.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { useAccount } from '../../app/session.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmBar } from '../../ui/confirm-bar.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { KeyValueList } from '../../ui/facts.tsx'
import { Inspector, InspectorSection } from '../../ui/inspector.tsx'
import { Row } from '../../ui/layout.tsx'
import { Nip } from '../../ui/nip.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'
import { AddAccountDialog } from './add-account-dialog.tsx'
import { NipDialog } from './nip-dialog.tsx'

const words = t.administration.accounts
const dayOf = (at: Account['addedAt']) => formatDate(civilDateAt(at, deviceZone))

/** Who may sign in; ending an account takes its key away for good. */
export function AccountsSection({ mayChange }: { mayChange: boolean }) {
  const list = useQuery('accounts.list', {})
  const [activeId, setActiveId] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const columns = useMemo(() => accountColumns(), [])
  const active = list.data?.find(account => account.id === activeId)
  return (
    <>
      {mayChange && (
        <Row style={{ padding: '10px 16px' }}>
          <Button icon={IconPlus} variant="primary" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        </Row>
      )}
      <QueryError query={list} />
      <DataTable
        name="accounts"
        label={t.administration.tabs.accounts}
        columns={columns}
        rows={list.data}
        loading={list.loading}
        keyOf={account => account.id}
        activeKey={activeId}
        onActiveChange={setActiveId}
        autoFocus
      />
      {active && <AccountInspector key={active.id} account={active} mayChange={mayChange} />}
      <AddAccountDialog opened={adding} onClose={() => setAdding(false)} />
    </>
  )
}

function AccountInspector({ account, mayChange }: { account: Account; mayChange: boolean }) {
  const me = useAccount()
  const [asking, setAsking] = useState(false)
  const [changing, setChanging] = useState(false)
  const retire = useAction('accounts.retire', { onDone: () => setAsking(false) })
  const own = account.id === me.id
  return (
    <Inspector
      foot={
        mayChange &&
        !account.retiredAt &&
        (asking ? (
          <ConfirmBar
            question={words.retireQuestion(account.displayName)}
            confirm={{
              label: words.retire,
              run: () => void retire.run({ accountId: account.id }),
              pending: retire.pending,
            }}
            onCancel={() => setAsking(false)}
          >
            {words.retireWhy}
          </ConfirmBar>
        ) : (
          <Button fill disabledReason={own ? words.ownAccount : null} onClick={() => setAsking(true)}>
            {words.retire}
          </Button>
        ))
      }
    >
      <InspectorSection>
        <Text as="h2" size={16} weight="strong">
          {account.displayName}
        </Text>
        <KeyValueList
          facts={[
            { term: words.facts.signInName, value: account.signInName.split('#')[0] },
            { term: words.facts.role, value: t.session.role(account.role) },
            { term: words.facts.position, value: account.position },
            { term: words.facts.nip, value: account.nip ? <Nip digits={account.nip} /> : words.noNip },
            account.region !== '' && { term: words.facts.region, value: account.region },
            { term: words.facts.added, value: dayOf(account.addedAt) },
          ]}
        />
        <Text as="p" size={12} tone="second">
          {account.nip ? words.nipWhy.known : words.nipWhy.none}
        </Text>
        {mayChange && !account.retiredAt && (
          <Row>
            <Button onClick={() => setChanging(true)}>
              {account.nip ? words.changeNip : words.enterNip}
            </Button>
          </Row>
        )}
        {changing && <NipDialog account={account} onClose={() => setChanging(false)} />}
        <ActionError error={retire.error} />
      </InspectorSection>
    </Inspector>
  )
}

function accountColumns(): Column<Account>[] {
  const column = (
    id: Exclude<keyof typeof words.columns, 'state'>,
    width: number,
    text: (account: Account) => string,
    more: Partial<Column<Account>> = {},
  ): Column<Account> => ({ id, header: words.columns[id], cell: text, copy: text, width, ...more })
  return [
    column('name', 190, account => account.displayName, { look: 'strong' }),
    column('signInName', 120, account => account.signInName.split('#')[0] ?? ''),
    column('role', 104, account => t.session.role(account.role)),
    column('position', 130, account => account.position, { grow: true, look: 'second' }),
    column('region', 170, account => account.region || '–', { look: 'second', from: 880 }),
    {
      id: 'state',
      header: words.columns.state,
      width: 150,
      cell: account =>
        account.retiredAt ? (
          <StateMark state="locked" label={words.retired(dayOf(account.retiredAt))} />
        ) : (
          <Text tone="second">{words.active}</Text>
        ),
      copy: account => (account.retiredAt ? words.retired(dayOf(account.retiredAt)) : words.active),
    },
  ]
}
