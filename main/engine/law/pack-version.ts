/** Negative when version `a` is lower than `b`, 0 when equal: '1.10.0' is higher than '1.9.0'. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)]
  for (const [n, part] of left.entries()) {
    const difference = part - (right[n] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
