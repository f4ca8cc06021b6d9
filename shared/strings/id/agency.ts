const SHORT: readonly (readonly [RegExp, string])[] = [
  [/^Pemerintah Kabupaten\b/i, 'Pemkab'],
  [/^Pemerintah Kota\b/i, 'Pemkot'],
  [/^Pemerintah Provinsi\b/i, 'Pemprov'],
  [/^Kementerian\b/i, 'Kem.'],
]

/** An agency's name as offices write it in lists: 'Pemkab Contoh Utara'. Letters use the full name. */
export function shortAgency(name: string): string {
  for (const [long, short] of SHORT) if (long.test(name)) return name.replace(long, short)
  return name
}
