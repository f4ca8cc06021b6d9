import type { InstitutionPack } from '../../../../shared/institution-pack.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'

export type AddresseeFacts = { agencyName: string; agencyType: string; provinceCode: string }

/**
 * Address lines: the supervising official (PPK) is chosen by the kind of agency and never by the post
 * of the respondent (UU 5/2014 Pasal 53), from the law pack's table.
 */
export function addresseeOf(facts: AddresseeFacts, law: LawPack): string[] {
  const { title, region } = officialOf(facts, law)
  const lines = [`Yth. ${title}`, 'selaku Pejabat Pembina Kepegawaian']
  return [...lines, region ? `di ${region}` : 'di Jakarta']
}

/** The authority's title and place in one line, such as 'Bupati Contoh Utara'. */
export function authorityOf(facts: AddresseeFacts, law: LawPack): string {
  return officialOf(facts, law).title
}

/**
 * Address lines of whoever stands above the supervising authority, from the institution pack's table; null
 * when it names nobody. For a letter about a person whose authority is part of the matter (features row 11).
 */
export function higherAddresseeOf(
  facts: AddresseeFacts,
  law: LawPack,
  table: InstitutionPack['higherAuthorities'],
): { addressee: string[]; basis: string } | null {
  const row = table?.find(entry => entry.agencyTypes.includes(facts.agencyType))
  if (!row) return null
  const province = law.reference.provinces.find(entry => entry.code === facts.provinceCode)?.name
  // A governor without a province would be nobody in particular.
  if (row.follows === 'province' && !province) return null
  const title = row.follows === 'province' ? `${row.title} ${province}` : row.title
  const place = row.place || province || ''
  const lines = [`Yth. ${title}`, `selaku atasan ${authorityOf(facts, law)}`]
  return { addressee: place ? [...lines, `di ${place}`] : lines, basis: row.basis }
}

const GOVERNMENTS = /^(Pemerintah(an)?\s+)?(Daerah\s+)?(Provinsi|Kabupaten|Kab\.?|Kota)\s+/i

function officialOf(facts: AddresseeFacts, law: LawPack): { title: string; region: string | null } {
  const { agencyName, agencyType } = facts
  const listed = law.reference.ppkByInstansi.find(entry => entry.instansi === agencyType)?.ppk ?? ''
  switch (agencyType) {
    case 'pemprov':
    case 'pemkab':
    case 'pemkot': {
      const region = agencyName.replace(GOVERNMENTS, '').trim() || agencyName
      return { title: `${titleCase(listed)} ${region}`, region }
    }
    case 'kementerian':
      return { title: `${listed} ${agencyName.replace(/^Kementerian\s+/i, '')}`, region: null }
    case 'sekretariat-lembaga-negara':
      return {
        title: `${titleCase(listed)} ${agencyName.replace(/^Sekretariat(\s+Jenderal)?\s+/i, '')}`,
        region: null,
      }
    default:
      // 'Kepala/pimpinan LPNK' and 'Pimpinan sekretariat': the first word is the title, the agency follows.
      return { title: `${listed.split(/[/\s]/)[0] ?? ''} ${agencyName}`.trim(), region: null }
  }
}

/** The pack's copy recipients; those of a province or regency get its name. */
export function copyRecipientsOf(
  recipients: readonly string[],
  facts: AddresseeFacts,
  law: LawPack,
): string[] {
  const province = law.reference.provinces.find(entry => entry.code === facts.provinceCode)?.name
  const isLocal = facts.agencyType === 'pemkab' || facts.agencyType === 'pemkot'
  const kind = facts.agencyType === 'pemkab' ? 'Kabupaten' : 'Kota'
  const local = isLocal ? `${kind} ${facts.agencyName.replace(GOVERNMENTS, '')}` : null
  return recipients.map(recipient => {
    if (province && /Provinsi$/.test(recipient)) return `${recipient} ${province}`
    if (local && /Kabupaten\/Kota$/.test(recipient)) return recipient.replace(/Kabupaten\/Kota$/, local)
    return recipient
  })
}

const titleCase = (text: string) => text.replace(/(^|\s)\p{Ll}/gu, letter => letter.toUpperCase())
