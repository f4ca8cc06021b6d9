import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Role } from '../../shared/contract/define.ts'
import { contract, type MethodName } from '../../shared/contract/index.ts'
import type { RailEntry } from './rail-entries.ts'
import type { Params } from './router.tsx'

/** A page gets the named parts of its address as `params`. */
export type PageProps = { params: Params }
type PageModule = { default: ComponentType<PageProps> }
type Route = { path: string; page: LazyExoticComponent<ComponentType<PageProps>> }

export const page = (path: string, load: () => Promise<PageModule>): Route => ({ path, page: lazy(load) })

/** Every page of the program: one line each, loaded when first opened. */
export const routes: readonly Route[] = [
  page('/pengaturan', () => import('../features/administration/administration-page.tsx')),
  page('/pekerjaan', () => import('../features/docket/docket-page.tsx')),
  page('/pegawai', () => import('../features/persons/persons-page.tsx')),
  page('/pegawai/:personId', () => import('../features/persons/person-page.tsx')),
  page('/laporan', () => import('../features/reports/reports-page.tsx')),
  page('/laporan/baru', () => import('../features/reports/report-form-page.tsx')),
  page('/laporan/:reportId', () => import('../features/reports/report-page.tsx')),
  page('/perkara', () => import('../features/cases/cases-page.tsx')),
  page('/perkara/:caseId', () => import('../features/cases/case-summary-page.tsx')),
  page('/perkara/:caseId/orang', () => import('../features/cases/case-persons-page.tsx')),
  page('/perkara/:caseId/riwayat', () => import('../features/cases/case-history-page.tsx')),
  page('/perkara/:caseId/bukti', () => import('../features/evidence/exhibits-page.tsx')),
  page('/surat', () => import('../features/letters/letters-page.tsx')),
  page('/surat/:letterId', () => import('../features/letters/letter-page.tsx')),
  page('/perkara/:caseId/surat', () => import('../features/letters/case-letters-page.tsx')),
  page('/sidang', () => import('../features/plenaries/plenaries-page.tsx')),
  page('/sidang/baru', () => import('../features/plenaries/plan-page.tsx')),
  page('/sidang/:plenaryId', () => import('../features/plenaries/room-page.tsx')),
  page('/perkara/:caseId/sidang', () => import('../features/plenaries/case-plenaries-page.tsx')),
  page('/perkara/:caseId/unsur', () => import('../features/findings/matrix-page.tsx')),
  page('/hukum', () => import('../features/law/law-page.tsx')),
  page('/hukum/:provisionId', () => import('../features/law/provision-page.tsx')),
  page('/verifikasi', () => import('../features/verification/verification-page.tsx')),
  page('/tindak-lanjut', () => import('../features/follow-ups/follow-ups-page.tsx')),
  page('/perkara/:caseId/tindak-lanjut', () => import('../features/follow-ups/case-follow-ups-page.tsx')),
]

/** This page also works before a store is open, so it may not ask who is signed in. */
export const VERIFICATION_PATH = '/verifikasi'

/** Whether a page of that address exists. */
export const hasPage = (path: string): boolean => routes.some(route => route.path === path)

/** Rail entries whose page exists and that the role may use; what is not built yet is not shown at all. */
export function shownEntries(entries: readonly RailEntry[], role: Role): readonly RailEntry[] {
  return entries.filter(entry => hasPage(entry.path) && mayCall(role, entry.needs))
}

/** Whether a role may make a call, by the contract. */
export function mayCall(role: Role, method: MethodName): boolean {
  const { roles } = contract[method]
  return roles === 'lockedToo' || roles.some(allowed => allowed === role)
}
