import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { LawPackInfo } from '../../../shared/contract/law-shapes.ts'
import { formatInstant } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useEngine } from '../../api/engine-context.tsx'
import { useAction } from '../../api/use-action.ts'
import { useQuery } from '../../api/use-query.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { navigate } from '../../app/router.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { KeyValueList } from '../../ui/facts.tsx'
import { Inspector, InspectorSection } from '../../ui/inspector.tsx'
import { Column as Stack } from '../../ui/layout.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'
import { showToast } from '../../ui/toast.tsx'

const words = t.law.packs
const keyOf = (pack: LawPackInfo) => pack.version
/** Both change what is said of the packs. */
const TOPICS = ['law.changed', 'cases.changed'] as const

/** The law packs of the store: where they came from, who signed them, which cases keep them. */
export function LawSection({ mayChange }: { mayChange: boolean }) {
  const { bridge } = useEngine()
  const list = useQuery('law.listPacks', {}, { topics: TOPICS })
  const [version, setVersion] = useState<string | null>(null)
  const columns = useMemo(() => packColumns(), [])
  const add = useAction('law.importPack', {
    onDone: result => {
      setVersion(result.version)
      showToast(words.added(result.version))
    },
  })
  const choose = async () => {
    const [file] = await bridge.shell('chooseFiles', { kind: 'any', many: false })
    if (file) await add.run({ file: file.ticket })
  }
  const active = list.data?.find(pack => pack.version === version)
  return (
    <>
      <Stack gap={12} style={{ padding: '12px 16px' }}>
        <div style={{ maxWidth: '90ch' }}>
          <Text as="p" tone="second">
            {words.why}
          </Text>
        </div>
        {mayChange && (
          <div>
            <Button icon={IconPlus} variant="primary" pending={add.pending} onClick={() => void choose()}>
              {words.add}
            </Button>
          </div>
        )}
        <ActionError error={add.error} />
      </Stack>
      <QueryError query={list} />
      <DataTable
        name="law-packs"
        label={t.administration.tabs.law}
        columns={columns}
        rows={list.data}
        loading={list.loading}
        keyOf={keyOf}
        activeKey={version}
        onActiveChange={setVersion}
        onOpen={pack => navigate(readingAddress(pack))}
        autoFocus
        empty={<EmptyState title={words.empty} />}
      />
      {active && <PackInspector pack={active} />}
    </>
  )
}

function PackInspector({ pack }: { pack: LawPackInfo }) {
  return (
    <Inspector
      foot={
        pack.fault === null && (
          <Button size="large" keys="Enter" fill onClick={() => navigate(readingAddress(pack))}>
            {words.read}
          </Button>
        )
      }
    >
      <InspectorSection>
        <Stack>
          <Text as="h2" size={16} weight="strong">
            {`${words.columns.version} ${pack.version}`}
          </Text>
          <Standing pack={pack} />
          {pack.fault && (
            <Text as="p" tone="bad">
              {words.brokenAt(pack.fault.line)}
            </Text>
          )}
          <KeyValueList
            facts={[
              { term: words.facts.source, value: words.source[pack.source] },
              { term: words.columns.imported, value: formatInstant(pack.importedAt, deviceZone) },
              { term: words.columns.by, value: pack.importedBy },
              { term: words.columns.cases, value: pack.cases },
            ]}
          />
        </Stack>
      </InspectorSection>
      <InspectorSection title={words.facts.signer}>
        <Text as="p">{grouped(pack.signer)}</Text>
      </InspectorSection>
      <InspectorSection title={words.facts.sha256}>
        <Text as="p">{grouped(pack.sha256)}</Text>
      </InspectorSection>
    </Inspector>
  )
}

function Standing({ pack }: { pack: LawPackInfo }) {
  if (pack.fault) return <StateMark state="broken" label={words.broken} />
  if (pack.newest) return <StateMark state="verified" label={words.newest} />
  return <StateMark state="open" label={words.kept} />
}

/** A long hex number in fours, so that two people can read it to each other. */
const grouped = (hex: string) => hex.replace(/(.{4})(?=.)/g, '$1 ')

const readingAddress = (pack: LawPackInfo) => (pack.newest ? '/hukum' : `/hukum?versi=${pack.version}`)

function packColumns(): Column<LawPackInfo>[] {
  return [
    {
      id: 'version',
      header: words.columns.version,
      width: 96,
      look: 'strong',
      cell: pack => pack.version,
      copy: pack => pack.version,
    },
    {
      id: 'state',
      header: words.columns.state,
      width: 220,
      cell: pack => <Standing pack={pack} />,
      copy: pack => (pack.fault ? words.broken : pack.newest ? words.newest : words.kept),
    },
    {
      id: 'cases',
      header: words.columns.cases,
      width: 84,
      align: 'right',
      cell: pack => pack.cases || '–',
      copy: pack => String(pack.cases),
    },
    {
      id: 'imported',
      header: words.columns.imported,
      width: 230,
      grow: true,
      look: 'second',
      cell: pack => formatInstant(pack.importedAt, deviceZone),
      copy: pack => formatInstant(pack.importedAt, deviceZone),
    },
    {
      id: 'by',
      header: words.columns.by,
      width: 180,
      from: 760,
      look: 'second',
      cell: pack => pack.importedBy,
      copy: pack => pack.importedBy,
    },
    {
      id: 'signer',
      header: words.columns.signer,
      width: 180,
      from: 900,
      look: 'second',
      cell: pack => grouped(pack.signer.slice(0, 16)),
      copy: pack => pack.signer,
    },
  ]
}
