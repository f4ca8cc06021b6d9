import type { LawContents } from '../../../shared/contract/law-shapes.ts'
import { t } from '../../../shared/strings/index.ts'
import { navigate } from '../../app/router.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './law.module.css'

const words = t.law.version

/** Chooses among the packs of the store; hidden while there is one. */
export function VersionSelect({
  contents,
  onChange,
}: {
  contents: LawContents
  onChange: (version: string | null) => void
}) {
  const { versions, version } = contents
  if (versions.length < 2) return null
  const [newest] = versions
  return (
    <div style={{ width: 150 }}>
      <Select
        label={words.label}
        hideLabel
        value={version}
        onChange={next => onChange(next === newest ? null : next)}
        choices={versions.map(value => ({ value, label: value === newest ? words.newest(value) : value }))}
      />
    </div>
  )
}

/** Says that what is on screen is not what new cases take. */
export function OldVersionNotice({ contents, address }: { contents: LawContents; address: string }) {
  const newest = contents.versions[0]
  if (newest === undefined || newest === contents.version) return null
  return (
    <div className={styles.notice}>
      <Banner actions={<Button onClick={() => navigate(address)}>{words.toNewest}</Button>}>
        {words.old(contents.version, newest)}
      </Banner>
    </div>
  )
}
