import './app/trusted-types.ts'
import '@mantine/core/styles.layer.css'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import { MantineProvider } from '@mantine/core'
import { createRoot } from 'react-dom/client'
import { EngineClient } from './api/client.ts'
import { styleNonce } from './app/style-nonce.ts'
import { rolesResolver, theme } from './app/theme.ts'
import { PublicDisplay } from './features/plenaries/public-display.tsx'

// The page of the public display. It knows one call, and its port to the engine answers no other.
const { bridge } = window
const client = new EngineClient(bridge, window)
const root = document.getElementById('root')
if (!root) throw new Error('public.html has no #root')
createRoot(root).render(
  // Always light: a projector in a lit hall shows dark pages badly.
  <MantineProvider
    theme={theme}
    cssVariablesResolver={rolesResolver}
    forceColorScheme="light"
    getStyleNonce={() => styleNonce}
    deduplicateCssVariables={false}
  >
    <PublicDisplay client={client} bridge={bridge} />
  </MantineProvider>,
)
