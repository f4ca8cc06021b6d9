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
      withInitialFocusPlaceholder={false}
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
  const { label, icon: Left, keys, checked, disabledReason, run } = item
  const right = keys && <Kbd keys={keys} />
  const text = (
    <>
      {label}
      {disabledReason && <span className={styles.menuNote}>{disabledReason}</span>}
    </>
  )
  if (checked !== undefined) {
    return (
      <LibraryMenu.CheckboxItem
        checked={checked}
        onChange={run}
        disabled={Boolean(disabledReason)}
        rightSection={right}
        closeMenuOnClick
        checkIcon={<IconCheck {...iconProps} />}
      >
        {text}
      </LibraryMenu.CheckboxItem>
    )
  }
  return (
    <LibraryMenu.Item
      onClick={run}
      disabled={Boolean(disabledReason)}
      leftSection={Left && <Left {...iconProps} className={styles.menuIcon} />}
      rightSection={right}
    >
      {text}
    </LibraryMenu.Item>
  )
}
