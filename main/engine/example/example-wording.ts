import type { Provenance } from '../../../shared/contract/evidence.ts'
import type { CivilDate, Zone } from '../../../shared/dates.ts'

/** What a member of the invented docket answers to a recusal prompt. */
export const stayingText = 'Tetap memutus; tidak mempunyai kepentingan pribadi dalam perkara ini.'

/** Card of an exhibit that came with the report of an office. */
export function exhibitProvenance(office: string, on: CivilDate, zone: Zone): Provenance {
  return {
    obtainedFrom: office || 'Pelapor',
    obtainedBy: 'Rina Ibaratnya',
    obtainedOn: on,
    obtainedTime: '',
    zone,
    url: '',
    accountHandle: '',
    device: '',
    note: 'Disertakan pada laporan; salinannya dicocokkan dengan yang asli.',
    unknown: ['obtainedTime', 'url', 'accountHandle', 'device'],
  }
}
