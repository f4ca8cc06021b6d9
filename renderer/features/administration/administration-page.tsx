import { t } from '../../../shared/strings/index.ts'
import { usePage } from '../../app/page-slots.tsx'
import { useQueryParam } from '../../app/router.tsx'
import { useAccount } from '../../app/session.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Page, PageHeader } from '../../ui/layout.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { AccountsSection } from './accounts-section.tsx'
import { AuditSection } from './audit-section.tsx'
import { CertificatesSection } from './certificates-section.tsx'
import { InstitutionSection } from './institution-section.tsx'
import { LawSection } from './law-section.tsx'
import { SafetySection } from './safety-section.tsx'

const words = t.administration
const SECTIONS = {
  accounts: AccountsSection,
  institution: InstitutionSection,
  certificates: CertificatesSection,
  law: LawSection,
  safety: SafetySection,
  audit: AuditSection,
} as const
type Section = keyof typeof SECTIONS
const ORDER = Object.keys(SECTIONS) as Section[]
/** Everyone makes backups and looks at the trail. */
const OPEN_TO_ALL: readonly Section[] = ['safety', 'audit']

/** What the secretariat looks after; the others may read it. */
export default function AdministrationPage() {
  const { role } = useAccount()
  const [chosen, choose] = useQueryParam('bagian')
  const section = ORDER.find(known => known === chosen) ?? 'accounts'
  const Shown = SECTIONS[section]
  usePage({ crumbs: [{ label: words.title }, { label: words.tabs[section] }] })
  return (
    <Page>
      <PageHeader title={words.title}>
        <Tabs
          tall
          label={words.title}
          value={section}
          onChange={choose}
          tabs={ORDER.map(value => ({ value, label: words.tabs[value] }))}
        />
      </PageHeader>
      {role !== 'secretariat' && !OPEN_TO_ALL.includes(section) && (
        <div style={{ padding: '12px 16px' }}>
          <Banner>{words.secretariatOnly}</Banner>
        </div>
      )}
      <Shown mayChange={role === 'secretariat'} />
    </Page>
  )
}
