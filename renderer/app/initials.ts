/** 'Rina Ibaratnya' gives 'RI'; titles with a dot ('Dr.', 'S.H.') are left out. */
export function initials(name: string): string {
  const words = name.split(/[\s,]+/).filter(word => word && !word.includes('.'))
  const first = words[0]?.[0] ?? name[0] ?? ''
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''
  return (first + last).toUpperCase()
}
