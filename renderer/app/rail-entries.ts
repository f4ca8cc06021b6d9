import {
  IconClock,
  IconFileText,
  IconFolder,
  IconGavel,
  IconInbox,
  IconMail,
  IconShieldCheck,
  IconUser,
} from '@tabler/icons-react'
import { t } from '../../shared/strings/index.ts'
import type { Icon } from '../ui/icon.ts'

export type RailEntry = { id: string; label: string; path: string; icon: Icon; apart?: boolean }

/** The parts of the program that work today, in the order of Ctrl+1…9. */
export const railEntries: readonly RailEntry[] = [
  { id: 'work', label: t.app.rail.work, path: '/pekerjaan', icon: IconInbox },
  { id: 'reports', label: t.app.rail.reports, path: '/laporan', icon: IconMail },
  { id: 'cases', label: t.app.rail.cases, path: '/perkara', icon: IconFolder },
  { id: 'officials', label: t.app.rail.officials, path: '/pegawai', icon: IconUser },
  { id: 'plenaries', label: t.app.rail.plenaries, path: '/sidang', icon: IconGavel },
  { id: 'letters', label: t.app.rail.letters, path: '/surat', icon: IconFileText },
  { id: 'followUps', label: t.app.rail.followUps, path: '/tindak-lanjut', icon: IconClock },
  {
    id: 'verification',
    label: t.app.rail.verification,
    path: '/verifikasi',
    icon: IconShieldCheck,
    apart: true,
  },
]
