import {
  IconBook2,
  IconClock,
  IconFileText,
  IconFolder,
  IconGavel,
  IconInbox,
  IconMail,
  IconSettings,
  IconShieldCheck,
  IconUser,
} from '@tabler/icons-react'
import type { MethodName } from '../../shared/contract/index.ts'
import { t } from '../../shared/strings/index.ts'
import type { Icon } from '../ui/icon.ts'

export type RailEntry = {
  id: string
  label: string
  path: string
  icon: Icon
  /** The call its page lives on: roles that may not make it do not see the entry. */
  needs: MethodName
  apart?: boolean
}

/** The parts of the program that work today, in the order of Ctrl+1…9. */
export const railEntries: readonly RailEntry[] = [
  { id: 'work', needs: 'docket.list', label: t.app.rail.work, path: '/pekerjaan', icon: IconInbox },
  { id: 'reports', needs: 'reports.list', label: t.app.rail.reports, path: '/laporan', icon: IconMail },
  { id: 'cases', needs: 'cases.list', label: t.app.rail.cases, path: '/perkara', icon: IconFolder },
  { id: 'officials', needs: 'persons.list', label: t.app.rail.officials, path: '/pegawai', icon: IconUser },
  { id: 'plenaries', needs: 'plenaries.list', label: t.app.rail.plenaries, path: '/sidang', icon: IconGavel },
  { id: 'letters', needs: 'letters.list', label: t.app.rail.letters, path: '/surat', icon: IconFileText },
  {
    id: 'followUps',
    needs: 'followUps.list',
    label: t.app.rail.followUps,
    path: '/tindak-lanjut',
    icon: IconClock,
  },
  { id: 'law', needs: 'law.contents', label: t.app.rail.law, path: '/hukum', icon: IconBook2, apart: true },
  {
    id: 'verification',
    needs: 'verification.check',
    label: t.app.rail.verification,
    path: '/verifikasi',
    icon: IconShieldCheck,
  },
  {
    id: 'administration',
    needs: 'accounts.list',
    label: t.app.rail.administration,
    path: '/pengaturan',
    icon: IconSettings,
  },
]
