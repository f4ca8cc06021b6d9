import type { Role } from '../../../shared/contract/define.ts'

/** A person of the invented commission who works at the laptop. */
export type TourPerson = {
  name: string
  role: Role
  signInName: string
  position: string
  region: string
  passphrase: string
}

const person = (
  role: Role,
  name: string,
  signInName: string,
  position: string,
  region: string,
  passphrase: string,
): TourPerson => ({ name, role, signInName, position, region, passphrase })

/** Everybody of the invented commission. None of them exists; no passphrase is used anywhere else. */
export const people = {
  secretary: person(
    'secretariat',
    'Sulastri Umpamaning',
    'sulastri',
    'Kepala Sekretariat',
    '',
    'kunci lemari arsip lantai dua',
  ),
  author: person(
    'assistant',
    'Rahayuni Ibaratkan',
    'rahayuni',
    'Asisten Komisioner',
    'Jawa Tengah',
    'sawah hijau di lereng gunung',
  ),
  reviewer: person(
    'assistant',
    'Armandito Cobakan',
    'armandito',
    'Asisten Komisioner',
    'Jawa Barat',
    'perahu layar pulang senja',
  ),
  chair: person('chair', 'Baktiarsa Semogaan', 'baktiarsa', 'Ketua', '', 'angin timur membawa hujan pagi'),
  deputy: person(
    'deputyChair',
    'Nurainingsih Kiranya',
    'nurainingsih',
    'Wakil Ketua',
    '',
    'kopi tubruk tanpa gula sama sekali',
  ),
  lead: person(
    'commissioner',
    'Laksmanawati Andaian',
    'laksmanawati',
    'Komisioner',
    'Nusa Tenggara Barat',
    'melati putih dekat jendela',
  ),
  sameRegion: person(
    'commissioner',
    'Darmawangsa Barangkali',
    'darmawangsa',
    'Komisioner',
    'Sulawesi Tenggara',
    'kapal cepat ke pulau seberang',
  ),
  third: person(
    'commissioner',
    'Suryaningrat Mungkinan',
    'suryaningrat',
    'Komisioner',
    'Maluku',
    'sagu lempeng dan teh hangat',
  ),
} as const satisfies Record<string, TourPerson>

/** In the order in which the accounts are typed in at the first start. */
export const everybody: readonly TourPerson[] = Object.values(people)
