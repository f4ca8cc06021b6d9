import type { NewAccount } from '../../../../shared/contract/session.ts'

/** One phrase for all invented accounts; it is shown on the screen and protects nothing real. */
export const examplePassphrase = 'contoh saja bukan rahasia'

/** Invented people of the example institution, every role at least once. */
export const exampleAccounts: readonly Omit<NewAccount, 'passphrase'>[] = [
  {
    displayName: 'Sari Perumpama',
    signInName: 'sari',
    role: 'secretariat',
    position: 'Kepala Sekretariat',
    region: '',
  },
  {
    displayName: 'Rina Ibaratnya',
    signInName: 'rina',
    role: 'assistant',
    position: 'Asisten Komisioner',
    region: 'Wilayah II',
  },
  {
    displayName: 'Arman Cobaan',
    signInName: 'arman',
    role: 'assistant',
    position: 'Asisten Komisioner',
    region: 'Wilayah II',
  },
  { displayName: 'Bakti Semoga', signInName: 'bakti', role: 'chair', position: 'Ketua', region: '' },
  {
    displayName: 'Ningsih Kiranya',
    signInName: 'ningsih',
    role: 'deputyChair',
    position: 'Wakil Ketua',
    region: '',
  },
  {
    displayName: 'Laksmi Andaiani',
    signInName: 'laksmi',
    role: 'commissioner',
    position: 'Komisioner',
    region: 'Wilayah I',
  },
  {
    displayName: 'Darma Barangkali',
    signInName: 'darma',
    role: 'commissioner',
    position: 'Komisioner',
    region: 'Wilayah II',
  },
  {
    displayName: 'Surya Mungkinan',
    signInName: 'surya',
    role: 'commissioner',
    position: 'Komisioner',
    region: 'Wilayah III',
  },
  {
    displayName: 'Tirta Sekiranya',
    signInName: 'tirta',
    role: 'commissioner',
    position: 'Komisioner',
    region: 'Wilayah IV',
  },
  {
    displayName: 'Ketut Rupanya',
    signInName: 'ketut',
    role: 'commissioner',
    position: 'Komisioner',
    region: 'Wilayah V',
  },
]
