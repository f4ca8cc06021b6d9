/** One line of the table: ours beside the least that the same work can cost. */
export type Measured = {
  name: string
  oursMs: number
  floorMs: number
  runs: number
  /** What the floor is. */
  floorIs: string
}

export type Pair = {
  name: string
  floorIs: string
  /** Counted runs of each side; at least 5. */
  runs?: number
  warmUp?: number
  /** Do the work once; a given number is the time in milliseconds, else the call itself is timed. */
  ours: () => unknown
  floor: () => unknown
}

/**
 * Runs both sides in turn, so that whatever else the machine does hits both alike, and gives the medians.
 * Nothing is judged here: the machine that measures is not the one that the program is for.
 */
export async function measurePair(pair: Pair): Promise<Measured> {
  const { name, floorIs, runs = 7, warmUp = 2 } = pair
  const ours: number[] = []
  const floor: number[] = []
  for (let n = -warmUp; n < runs; n += 1) {
    const first = await timed(pair.ours)
    const second = await timed(pair.floor)
    if (n < 0) continue
    ours.push(first)
    floor.push(second)
  }
  return { name, oursMs: median(ours), floorMs: median(floor), runs, floorIs }
}

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now()
  const own = await work()
  return typeof own === 'number' ? own : performance.now() - began
}

/** The middle value; the mean of the two middle ones when there is an even number. Takes at least one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (index: number) => sorted[index] ?? Number.NaN
  return (at(Math.floor((sorted.length - 1) / 2)) + at(Math.ceil((sorted.length - 1) / 2))) / 2
}

export function printTable(rows: readonly Measured[]): void {
  const head = ['what', 'ours ms', 'floor ms', 'ratio', 'runs', 'floor']
  const lines = rows.map(row => [
    row.name,
    milliseconds(row.oursMs),
    milliseconds(row.floorMs),
    `${(row.oursMs / row.floorMs).toFixed(2)}×`,
    String(row.runs),
    row.floorIs,
  ])
  const widths = head.map((title, column) =>
    Math.max(title.length, ...lines.map(line => line[column]?.length ?? 0)),
  )
  for (const line of [head, widths.map(width => '-'.repeat(width)), ...lines]) {
    const cells = line.map((text, column) => {
      const width = widths[column] ?? 0
      return column >= 1 && column <= 4 ? text.padStart(width) : text.padEnd(width)
    })
    console.log(cells.join('  ').trimEnd())
  }
}

const milliseconds = (value: number) => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)
