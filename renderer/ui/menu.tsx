import { Menu as LibraryMenu } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { Fragment, type ReactElement } from 'react'
import { type Icon, iconProps } from './icon.ts'
import { Kbd } from './kbd.tsx'
import styles from './overlays.module.css'

export type MenuItem = {
  id: string
  label: string
  icon?: Icon
  keys?: string
  /** For a choice among several, or an on/off entry. */
  checked?: boolean
  /** Why it cannot be chosen; shown under the label. */
  disabledReason?: string | null
  run(): void
}
export type MenuGroup = { label?: string; items: readonly MenuItem[] }

type MenuProps = {
  /** The button that opens it. */
  children: ReactElement
  groups: readonly MenuGroup[]
  position?: 'bottom-start' | 'bottom-end' | 'top-start' | 'right-end'
}

/** A menu that shows the key of each entry, so that mouse users learn it. */
export function Menu({ children, groups, position = 'bottom-end' }: MenuProps) {
  return (
    <LibraryMenu
      position={position}
      offset={4}
      transitionProps={{ transition: 'fade', duration: 100 }}
      classNames={{ dropdown: styles.menu, item: styles.menuItem, label: styles.menuLabel }}
      withinPortal
    >
      <LibraryMenu.Target>{children}</LibraryMenu.Target>
      <LibraryMenu.Dropdown>
        {groups.map((group, index) => (
          <Fragment key={group.label ?? group.items[0]?.id ?? index}>
            {index > 0 && <LibraryMenu.Divider />}
            {group.label && <LibraryMenu.Label>{group.label}</LibraryMenu.Label>}
            {group.items.map(item => (
              <Item key={item.id} item={item} />
            ))}
          </Fragment>
        ))}
      </LibraryMenu.Dropdown>
    </LibraryMenu>
  )
}

function Item({ item }: { item: MenuItem }) {
  const Left = item.icon
  return (
    <LibraryMenu.Item
      onClick={item.run}
      disabled={Boolean(item.disabledReason)}
      leftSection={Left && <Left {...iconProps} className={styles.menuIcon} />}
      rightSection={item.checked ? <IconCheck {...iconProps} /> : item.keys && <Kbd keys={item.keys} />}
      {...(item.checked !== undefined && { role: 'menuitemcheckbox', 'aria-checked': item.checked })}
    >
      {item.label}
      {item.disabledReason && <span className={styles.menuNote}>{item.disabledReason}</span>}
    </LibraryMenu.Item>
  )
}
