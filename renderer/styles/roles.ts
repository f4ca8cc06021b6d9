/**
 * The colours a screen may use, by role, for light and dark. Raw scales stay in this file so that a
 * colour always means something: accent = selected or primary, bad = late or broken, warn = changed
 * or needs eyes, ok = verified or closed.
 */
export type Roles = Readonly<Record<`--${string}`, string>>

export const lightRoles: Roles = {
  '--bg-canvas': '#f0ede8',
  '--bg-surface': '#ffffff',
  '--bg-subtle': '#f7f5f2',
  '--bg-raised': '#ffffff',
  '--bg-hover': '#f3f1ed',
  '--bg-selected': '#e3f0ee',
  '--bg-stage': '#dedad3',
  '--line': '#e4e0d9',
  '--line-strong': '#d1cbc2',
  '--line-control': '#918a80',
  '--tx': '#1e1b18',
  '--tx-2': '#5d574f',
  '--tx-3': '#686158',
  '--accent': '#12625f',
  '--accent-hover': '#0d4f4d',
  '--accent-soft': '#edf5f4',
  '--accent-line': '#b0d4d1',
  '--on-accent': '#ffffff',
  '--accent-tx': '#0d4f4d',
  '--bad': '#9c3423',
  '--bad-soft': '#fbf0ed',
  '--bad-line': '#ecc8bf',
  '--warn': '#855600',
  '--warn-soft': '#fbf4e4',
  '--warn-line': '#ead7a8',
  '--ok': '#3c6620',
  '--ok-soft': '#f0f5e9',
  '--ok-line': '#cddfb9',
  '--focus': '0 0 0 2px var(--bg-surface), 0 0 0 4px var(--accent)',
  '--e-1': '0 1px 2px rgb(40 32 24 / 0.07)',
  '--e-2': '0 4px 14px rgb(40 32 24 / 0.12), 0 0 0 1px rgb(40 32 24 / 0.06)',
  '--e-page': '0 1px 3px rgb(40 32 24 / 0.18)',
  '--veil': 'rgb(40 32 24 / 0.32)',
}

export const darkRoles: Roles = {
  '--bg-canvas': '#191715',
  '--bg-surface': '#211f1c',
  '--bg-subtle': '#1d1b19',
  '--bg-raised': '#2b2825',
  '--bg-hover': '#292623',
  '--bg-selected': '#1c3331',
  '--bg-stage': '#33302d',
  '--line': '#35312d',
  '--line-strong': '#4a453f',
  '--line-control': '#777067',
  '--tx': '#ece8e2',
  '--tx-2': '#b9b2a8',
  '--tx-3': '#9d968b',
  '--accent': '#237a76',
  '--accent-hover': '#1c6662',
  '--accent-soft': '#1a2e2c',
  '--accent-line': '#2c5653',
  '--on-accent': '#ffffff',
  '--accent-tx': '#7cc7c1',
  '--bad': '#f0a392',
  '--bad-soft': '#38211c',
  '--bad-line': '#5c352c',
  '--warn': '#e3b766',
  '--warn-soft': '#332914',
  '--warn-line': '#57471f',
  '--ok': '#a6cd82',
  '--ok-soft': '#242e1a',
  '--ok-line': '#42562d',
  '--focus': '0 0 0 2px var(--bg-surface), 0 0 0 4px #7cc7c1',
  '--e-1': '0 1px 2px rgb(0 0 0 / 0.4)',
  '--e-2': '0 6px 20px rgb(0 0 0 / 0.5), 0 0 0 1px rgb(255 255 255 / 0.06)',
  '--e-page': '0 0 0 1px rgb(0 0 0 / 0.6)',
  '--veil': 'rgb(0 0 0 / 0.5)',
}

/** Paper stays white in both themes: the colour of evidence is never altered. */
export const paperRoles: Roles = {
  '--paper': '#ffffff',
  '--paper-tx': '#1a1a1a',
  '--paper-tx-2': '#595959',
  '--paper-line': '#d9d9d9',
}

/** The library's own variables, pointed at our roles. */
export const libraryRoles: Roles = {
  '--mantine-color-body': 'var(--bg-surface)',
  '--mantine-color-text': 'var(--tx)',
  '--mantine-color-dimmed': 'var(--tx-2)',
  '--mantine-color-placeholder': 'var(--tx-3)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-anchor': 'var(--accent-tx)',
  '--mantine-color-default': 'var(--bg-surface)',
  '--mantine-color-default-hover': 'var(--bg-hover)',
  '--mantine-color-default-color': 'var(--tx)',
  '--mantine-color-default-border': 'var(--line-control)',
  '--mantine-color-disabled': 'var(--bg-canvas)',
  '--mantine-color-disabled-color': 'var(--tx-3)',
  '--mantine-color-disabled-border': 'var(--line)',
}
