import { describe, expect, it } from 'vitest'
import { FileTickets } from '../../main/shell/file-tickets.ts'

const MINUTE_MS = 60_000

function ticketsAt(start: number) {
  let now = start
  const tickets = new FileTickets(() => now)
  return { tickets, pass: (ms: number) => (now += ms) }
}

describe('file tickets', () => {
  it('gives the path once', () => {
    const { tickets } = ticketsAt(0)
    const ticket = tickets.issue('/data/a.jpg')
    expect(tickets.redeem(ticket)).toBe('/data/a.jpg')
    expect(tickets.redeem(ticket)).toBeNull()
  })

  it('gives the path again when it was issued so, until it expires', () => {
    const { tickets, pass } = ticketsAt(0)
    const ticket = tickets.issue('/data/tanda-tangan.p12', { reusable: true })
    expect([tickets.redeem(ticket), tickets.redeem(ticket)]).toEqual(Array(2).fill('/data/tanda-tangan.p12'))
    pass(30 * MINUTE_MS)
    expect(tickets.redeem(ticket)).toBeNull()
  })

  it('still names the file for "show in folder" after it was redeemed', () => {
    const { tickets } = ticketsAt(0)
    const ticket = tickets.issue('/data/letter.pdf')
    tickets.redeem(ticket)
    expect(tickets.pathOf(ticket)).toBe('/data/letter.pdf')
  })

  it('refuses a ticket after 30 minutes', () => {
    const { tickets, pass } = ticketsAt(0)
    const ticket = tickets.issue('/data/a.jpg')
    pass(30 * MINUTE_MS)
    expect(tickets.redeem(ticket)).toBeNull()
    expect(tickets.pathOf(ticket)).toBeNull()
  })

  it.each(['', 'constructor', '__proto__', '/data/a.jpg', '00000000-0000-4000-8000-000000000000'])(
    'refuses the invented ticket %j',
    ticket => {
      const { tickets } = ticketsAt(0)
      tickets.issue('/data/a.jpg')
      expect(tickets.redeem(ticket)).toBeNull()
    },
  )

  it('forgets the oldest instead of growing without end', () => {
    const { tickets } = ticketsAt(0)
    const first = tickets.issue('/data/first')
    for (let count = 0; count < 5_000; count++) tickets.issue(`/data/${count}`)
    expect(tickets.pathOf(first)).toBeNull()
  })

  it('never repeats a ticket', () => {
    const { tickets } = ticketsAt(0)
    const issued = new Set(Array.from({ length: 1_000 }, () => tickets.issue('/data/same')))
    expect(issued.size).toBe(1_000)
  })
})
