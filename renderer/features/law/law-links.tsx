import type { ProvisionLink } from '../../../shared/contract/law-shapes.ts'
import { Link } from '../../app/router.tsx'
import { Text } from '../../ui/text.tsx'
import { provisionAddress } from './addresses.ts'
import styles from './law.module.css'

/** Provisions as links, each with what it is about. */
export function ProvisionLinks({
  links,
  version,
}: {
  links: readonly ProvisionLink[]
  version: string | null
}) {
  return (
    <ul className={styles.links}>
      {links.map(link => (
        <li key={link.id}>
          <Link className={styles.link} to={provisionAddress(link.id, version)}>
            {`${link.regulation} ${link.citation}`}
          </Link>
          <Text as="div" size={12} tone="second">
            {link.subject}
          </Text>
        </li>
      ))}
    </ul>
  )
}
