import { useMemo } from 'react'
import type { SearchHit } from '../../shared/contract/docket.ts'
import type { LawHit } from '../../shared/contract/law-shapes.ts'
import { t } from '../../shared/strings/index.ts'
import { useEngine } from '../api/engine-context.tsx'
import { hitAddress } from '../features/law/addresses.ts'
import type { Command } from './commands.ts'
import { navigate } from './router.tsx'
import { mayCall } from './routes.tsx'
import { useAccount } from './session.tsx'

/** Looks for things while a person types in the palette; what it finds stands under its label. */
export type SearchSource = { label: string; search(query: string): Promise<Command[]> }

const MOST_THINGS = 12
const MOST_LAW = 10
/** People and cases are looked for most; a name or NIP means the person before the case it stands in. */
const KINDS: readonly SearchHit['kind'][] = ['person', 'case', 'report', 'letter', 'exhibit']
const words = t.app.palette

/** What the palette searches for this account, in the order of the screen: the docket, then the law. */
export function useSearchSources(): readonly SearchSource[] {
  const { client } = useEngine()
  const { role } = useAccount()
  return useMemo(() => {
    const things = {
      label: words.groups.found,
      search: async (query: string) => {
        const hits = await client.call('docket.search', { query, limit: MOST_THINGS })
        return KINDS.flatMap(kind => hits.filter(hit => hit.kind === kind)).map(thingCommand)
      },
    }
    const law = {
      label: words.groups.law,
      search: async (query: string) =>
        (await client.call('law.search', { query, limit: MOST_LAW })).map(lawCommand),
    }
    return mayCall(role, 'docket.search') ? [things, law] : [law]
  }, [client, role])
}

function thingCommand(hit: SearchHit): Command {
  return {
    id: `${hit.kind}.${hit.id}`,
    label: hit.title,
    detail: [words.found[hit.kind], hit.detail].filter(part => part !== '').join(' · '),
    run: () => navigate(thingAddress(hit)),
  }
}

function thingAddress({ kind, id, caseId, title }: SearchHit): string {
  switch (kind) {
    case 'case':
      return `/perkara/${id}`
    case 'person':
      return `/pegawai/${id}`
    case 'report':
      return `/laporan/${id}`
    case 'letter':
      return `/surat/${id}`
    case 'exhibit': {
      // The title of an exhibit begins with its number, which is how its room is asked for it.
      const [number = ''] = title.split(' ')
      return `/perkara/${caseId ?? ''}/bukti?${new URLSearchParams({ nomor: number }).toString()}`
    }
  }
}

function lawCommand(hit: LawHit): Command {
  const cited = hit.kind === 'provision' || hit.kind === 'regulation'
  return {
    id: `law.${hit.kind}.${hit.id}`,
    label: cited ? hit.place : hit.title,
    detail: cited ? hit.title : [t.law.hit[hit.kind], hit.place].filter(part => part !== '').join(' · '),
    run: () => navigate(hitAddress(hit, null)),
  }
}
