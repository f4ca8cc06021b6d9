import './app/trusted-types.ts'
import '@mantine/core/styles.layer.css'
import '@mantine/dates/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import 'dayjs/locale/id'
import { createRoot } from 'react-dom/client'
import type { Bridge } from '../shared/bridge.ts'
import { EngineClient } from './api/client.ts'
import { App } from './app/app.tsx'
import { Providers } from './app/providers.tsx'

declare global {
  interface Window {
    readonly bridge: Bridge
  }
}

const { bridge } = window
const client = new EngineClient(bridge, window)
const [settings, info] = await Promise.all([bridge.shell('getSettings', {}), bridge.shell('info', {})])
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <Providers client={client} bridge={bridge} settings={settings} info={info}>
    <App />
  </Providers>,
)
requestAnimationFrame(() => requestAnimationFrame(() => void bridge.shell('windowReady', {})))
