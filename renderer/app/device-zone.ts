import type { Zone } from '../../shared/dates.ts'

const ZONE_OF_OFFSET: Readonly<Record<number, Zone>> = { [-420]: 'WIB', [-480]: 'WITA', [-540]: 'WIT' }

/** The Indonesian zone of this laptop's clock; WIB where the clock stands elsewhere. */
export const deviceZone: Zone = ZONE_OF_OFFSET[new Date().getTimezoneOffset()] ?? 'WIB'
