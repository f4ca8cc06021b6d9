import type { ProvisionChoice, SanctionOption } from '../../../shared/contract/findings.ts'
import { t } from '../../../shared/strings/index.ts'
import { Banner } from '../../ui/banner.tsx'
import { KeyValueList } from '../../ui/facts.tsx'
import { Column } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'

const words = t.findings.add
const levelName = (level: string) => t.findings.band.levels[level as SanctionOption['level']].toLowerCase()

/** What a person should know of a provision before using it. */
export function ProvisionAbout({ provision }: { provision: ProvisionChoice }) {
  const { tiers, levels, successors, predecessors } = provision
  const related = [
    ...(predecessors.length > 0 ? [words.predecessors(predecessors.join(', '))] : []),
    ...(successors.length > 0 ? [words.successors(successors.join(', '))] : []),
  ]
  return (
    <Column gap={12}>
      {provision.warnings.map(code => (
        <Banner key={code} tone={code === 'humanLevel' || code === 'criminal' ? 'info' : 'warn'}>
          {words.warnings[code]}
        </Banner>
      ))}
      <Text as="p" tone="second">
        {provision.summary}
      </Text>
      <KeyValueList
        facts={[
          { term: words.basis, value: `${provision.legalBasis} ${provision.regulation}` },
          tiers.length > 1
            ? { term: words.tiers, value: <Tiers of={tiers} /> }
            : { term: words.level, value: words.levelOf(levels.map(levelName).join(', ')) },
          { term: words.scope, value: scopeText(provision.electionScope) },
          { term: words.elements, value: words.elementCount(provision.elementCount) },
          related.length > 0 && { term: words.related, value: related.join('; ') },
          provision.exception !== '' && { term: words.exception, value: provision.exception },
          provision.note !== '' && { term: words.note, value: provision.note },
        ]}
      />
    </Column>
  )
}

function Tiers({ of }: { of: ProvisionChoice['tiers'] }) {
  return (
    <>
      {of.map(tier => (
        <div key={`${tier.level} ${tier.basis}`}>
          {words.tier(levelName(tier.level), tier.basis, tier.condition)}
        </div>
      ))}
    </>
  )
}

function scopeText(scopes: readonly string[]): string {
  return scopes.length === 0 ? words.anyScope : scopes.map(scope => words.scopes[scope] ?? scope).join(', ')
}
