import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorScheme,
  type MantineColorSchemeManager,
  type MantineColorsTuple,
} from '@mantine/core'
import type { DeviceSettings } from '../../shared/bridge.ts'
import { darkRoles, libraryRoles, lightRoles, paperRoles } from '../styles/roles.ts'

const teal: MantineColorsTuple = [
  '#edf5f4',
  '#d8eae8',
  '#b0d4d1',
  '#7fbab5',
  '#4a9893',
  '#237a76',
  '#12625f',
  '#0d4f4d',
  '#0a3e3c',
  '#082e2d',
]
const gray: MantineColorsTuple = [
  '#fcfbf9',
  '#f7f5f2',
  '#f0ede8',
  '#e4e0d9',
  '#d1cbc2',
  '#8f877c',
  '#6f685f',
  '#5d574f',
  '#4a453f',
  '#322e2a',
]
const dark: MantineColorsTuple = [
  '#ece8e2',
  '#b9b2a8',
  '#9d968b',
  '#777067',
  '#4a453f',
  '#35312d',
  '#2b2825',
  '#211f1c',
  '#191715',
  '#12110f',
]

/** The design tokens as a theme of the UI library. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 6, dark: 5 },
  autoContrast: true,
  colors: { teal, gray, dark },
  white: '#ffffff',
  black: '#1e1b18',
  fontFamily: 'var(--font-ui)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '22px', lg: '24px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '5px', md: '8px' },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '28px', lineHeight: '36px' },
      h2: { fontSize: '20px', lineHeight: '28px' },
      h3: { fontSize: '16px', lineHeight: '24px' },
    },
  },
  respectReducedMotion: true,
  cursorType: 'default',
})

/** Emits the colour roles for light and dark, and points the library's variables at them. */
export const rolesResolver: CSSVariablesResolver = () => ({
  variables: { ...paperRoles },
  light: { ...lightRoles, ...libraryRoles },
  dark: { ...darkRoles, ...libraryRoles },
})

/** Keeps the choice in the device settings instead of the page's own storage. */
export function themeKeeper(
  initial: DeviceSettings['theme'],
  keep: (theme: DeviceSettings['theme']) => void,
): MantineColorSchemeManager {
  let current: MantineColorScheme = initial === 'system' ? 'auto' : initial
  return {
    get: () => current,
    set: value => {
      current = value
      keep(value === 'auto' ? 'system' : value)
    },
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => undefined,
  }
}
