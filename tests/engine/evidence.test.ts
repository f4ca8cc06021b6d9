import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCase, type CaseFile, FULL_CARD, pngFile, takeExhibits } from '../helpers/build-case.ts'
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

let engine: TestEngine
let file: CaseFile

/** A file in the throw-away folder and its ticket. */
function given(name: string, bytes: Buffer | string): string {
  const path = join(engine.root, name)
  writeFileSync(path, bytes)
  return engine.ticket(path)
}

function sealedFiles(): string[] {
  const vault = join(engine.dir, 'vault')
  return readdirSync(vault, { recursive: true, encoding: 'utf8' }).filter(name => /\.age|\.tmp/.test(name))
}

async function take(...files: string[]) {
  return engine.call('evidence.takeIn', { caseId: file.id, series: 'P', files })
}

/** The vault file of an exhibit; the only place where its bytes are. */
function blobFile(exhibitId: string): string {
  const row = engine.engine.session?.store.read.all<{ id: string; blob: string }>({
    text: 'select id, blob_id as blob from exhibits',
    values: [],
  } as never)
  const blob = row?.find(entry => entry.id === exhibitId)?.blob ?? ''
  return join(engine.dir, 'vault', blob.slice(0, 2), `${blob}.age`)
}

function flipLastByte(path: string): void {
  const bytes = readFileSync(path)
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  writeFileSync(path, bytes)
}

beforeAll(async () => {
  engine = await startTestEngine()
  file = await buildCase(engine)
})
afterAll(() => engine.close())

describe('taking exhibits in', () => {
  it('hashes, seals and numbers many files in one step, with progress', async () => {
    const bytes = [0, 1, 2].map(n => pngFile(4, 3, n))
    const files = bytes.map((content, n) => given(`foto ${n}.png`, content))
    const seen: unknown[] = []
    const { taken, refused } = await engine.call(
      'evidence.takeIn',
      { caseId: file.id, series: 'P', files },
      value => seen.push(value),
    )
    expect(refused).toEqual([])
    expect(taken.map(entry => entry.number)).toEqual(['P-1', 'P-2', 'P-3'])
    expect(taken.map(entry => entry.sha256)).toEqual(bytes.map(sha256))
    expect(taken[0]).toMatchObject({
      kind: 'image',
      width: 4,
      height: 3,
      title: 'foto 0',
      integrity: 'intact',
    })
    expect(seen.at(0)).toEqual({ done: 0, total: 3, label: 'foto 0.png' })
    expect(seen.at(-1)).toEqual({ done: 3, total: 3 })
  })

  it('counts each series apart', async () => {
    const files = [given('bantahan.txt', 'Saya tidak di tempat.')]
    const { taken } = await engine.call('evidence.takeIn', { caseId: file.id, series: 'T', files })
    expect(taken.map(entry => entry.number)).toEqual(['T-1'])
  })

  it('names the earlier exhibit with the same bytes and takes the new one all the same', async () => {
    const same = pngFile(4, 3, 1)
    const { taken } = await take(given('salinan.png', same))
    expect(taken[0]).toMatchObject({ sameAs: 'P-2', sha256: sha256(same) })
  })

  it('refuses a folder, a missing file and a spent ticket by name, and takes the others', async () => {
    const folder = join(engine.root, 'map')
    mkdirSync(folder)
    const good = given('baik.txt', 'catatan')
    const gone = engine.ticket(join(engine.root, 'tidak-ada.jpg'))
    const { taken, refused } = await take(engine.ticket(folder), gone, 'x'.repeat(20), good)
    expect(taken.map(entry => entry.fileName)).toEqual(['baik.txt'])
    expect(refused).toEqual([
      { name: 'map', code: 'evidence.isFolder' },
      { name: 'tidak-ada.jpg', code: 'evidence.unreadable' },
      { name: '_', code: 'files.ticketUnknown' },
    ])
  })

  it('leaves nothing behind when cancelled in the middle', async () => {
    const before = { files: sealedFiles(), list: await engine.call('evidence.list', { caseId: file.id }) }
    const files = Array.from({ length: 12 }, (_, n) => given(`batal-${n}.png`, pngFile(5, 5, n)))
    const run = engine.raw('evidence.takeIn', { caseId: file.id, series: 'P', files }, undefined, 6)
    await expect(run).rejects.toMatchObject({ code: 'call.cancelled' })
    expect(sealedFiles()).toEqual(before.files)
    expect(await engine.call('evidence.list', { caseId: file.id })).toEqual(before.list)
    const { taken } = await take(given('sesudah.txt', 'nomor tidak terlewat'))
    const last = before.list.filter(entry => entry.series === 'P').length
    expect(taken[0]?.number).toBe(`P-${last + 1}`)
  })

  it.each(['sari', 'surya'])('refuses %s, who has no part in the case', async who => {
    const kept = sealedFiles()
    const files = [given('luar.txt', 'x')]
    await engine.as(who)
    const code = who === 'sari' ? 'access.denied' : 'access.notAssigned'
    const run = engine.call('evidence.takeIn', { caseId: file.id, series: 'P', files })
    await expect(run).rejects.toMatchObject({ code })
    expect(sealedFiles()).toEqual(kept)
    await engine.as('rina')
  })

  it('refuses a case that does not exist and ids that look like SQL', async () => {
    const files = [given('asing.txt', 'x')]
    const stranger = '00000000-0000-4000-8000-000000000000'
    const input = { caseId: stranger, series: 'P', files }
    await expect(engine.raw('evidence.takeIn', input)).rejects.toMatchObject({ code: 'cases.unknown' })
    const injected = { ...input, caseId: "x' or '1'='1" }
    await expect(engine.raw('evidence.takeIn', injected)).rejects.toMatchObject({ code: 'input.invalid' })
    const many = { ...input, caseId: file.id, files: Array.from({ length: 501 }, () => 'y'.repeat(20)) }
    await expect(engine.raw('evidence.takeIn', many)).rejects.toMatchObject({ code: 'input.invalid' })
  })

  it('shows names without tricks', async () => {
    const { taken } = await take(given('name-\u202egpj.exe.txt', 'x'), given('a\u0007b\\c .txt', 'y'))
    expect(taken.map(entry => entry.fileName)).toEqual(['name-gpj.exe.txt', 'ab_c .txt'])
  })
})

describe('opening an exhibit', () => {
  it('gives a token for the sealed bytes, counts and logs the opening', async () => {
    const [exhibit] = await takeExhibits(engine, file.id)
    const opened = await engine.call('evidence.open', { exhibitId: exhibit!.id })
    expect(opened.exhibit).toMatchObject({ openedByMe: true, openCount: 1, integrity: 'intact' })
    const target = engine.engine.tokens.find(opened.token ?? '')
    expect(target).toMatchObject({ mime: 'image/png', size: exhibit!.size })
    const custody = await engine.call('evidence.custody', { exhibitId: exhibit!.id })
    expect(custody.map(entry => entry.act)).toEqual(['takenIn', 'provenanceChanged', 'opened'])
    expect(custody.at(-1)).toMatchObject({ actorName: 'Rina Ibaratnya' })
  })

  it('gives text in UTF-8, UTF-16 and Latin-1, cut at 2 MB', async () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Pernyataan dukungan é', 'utf16le')])
    const latin = Buffer.from('Surat keberatan: caf\xe9', 'latin1')
    const long = 'Baris catatan.\n'.repeat(200_000)
    const files = [given('utf8.txt', 'Halo “dunia”'), given('u16.txt', wide), given('l1.txt', latin)]
    const { taken } = await take(...files, given('panjang.txt', long))
    const opened = []
    for (const { id } of taken) opened.push(await engine.call('evidence.open', { exhibitId: id }))
    expect(opened.slice(0, 3).map(entry => entry.text)).toEqual([
      'Halo “dunia”',
      'Pernyataan dukungan é',
      'Surat keberatan: café',
    ])
    expect(opened[3]?.textCut).toBe(true)
    expect(opened[3]?.text).toHaveLength(2 * 1024 * 1024)
  })

  it('notices one changed byte on disk, keeps the news, and gives no bytes', async () => {
    const other = await buildCaseWithout()
    const [exhibit] = await takeExhibits(engine, other.id)
    flipLastByte(blobFile(exhibit!.id))
    const opened = await engine.call('evidence.open', { exhibitId: exhibit!.id })
    expect(opened).toMatchObject({ token: null, text: null, exhibit: { integrity: 'changed' } })
    const [listed] = await engine.call('evidence.list', { caseId: other.id })
    expect(listed?.integrity).toBe('changed')
    const copy = {
      exhibitId: exhibit!.id,
      target: engine.ticket(join(engine.root, 'x.png')),
      purpose: 'sidang',
    }
    await expect(engine.call('evidence.export', copy)).rejects.toMatchObject({ code: 'evidence.changed' })
  })

  it('lets every examiner look and the secretariat not', async () => {
    const [exhibit] = await takeExhibits(engine, file.id)
    await engine.as('surya')
    expect((await engine.call('evidence.open', { exhibitId: exhibit!.id })).token).not.toBeNull()
    await engine.as('sari')
    const run = engine.call('evidence.open', { exhibitId: exhibit!.id })
    await expect(run).rejects.toMatchObject({ code: 'access.denied' })
    await engine.as('rina')
    engine.engine.lock('user')
    await expect(engine.call('evidence.list', { caseId: file.id })).rejects.toMatchObject({
      code: 'session.locked',
    })
    await engine.as('rina')
  })
})

async function buildCaseWithout(): Promise<CaseFile> {
  return buildCase(engine, 1)
}

describe('verifying on demand', () => {
  it('finds the changed and the missing exhibit among the intact', async () => {
    const other = await buildCaseWithout()
    const exhibits = await takeExhibits(engine, other.id, 3)
    flipLastByte(blobFile(exhibits[1]!.id))
    const { rmSync } = await import('node:fs')
    rmSync(blobFile(exhibits[2]!.id))
    const seen: unknown[] = []
    const checked = await engine.call('evidence.verify', { caseId: other.id }, value => seen.push(value))
    expect(checked.map(entry => entry.integrity)).toEqual(['intact', 'changed', 'missing'])
    expect(seen.at(-1)).toEqual({ done: 3, total: 3 })
    const mixed = { caseId: file.id, exhibitId: exhibits[0]!.id }
    await expect(engine.call('evidence.verify', mixed)).rejects.toMatchObject({ code: 'evidence.unknown' })
  })
})

describe('the provenance card', () => {
  it('is complete when each field is filled or named as unknown, and tells zones apart', async () => {
    const { taken } = await take(given('kartu.txt', 'x'))
    const { id } = taken[0]!
    expect(taken[0]?.provenanceComplete).toBe(false)
    const card = { ...FULL_CARD, unknown: ['url', 'accountHandle', 'device', 'zone'] }
    const done = await engine.call('evidence.describe', {
      exhibitId: id,
      title: 'Kartu nama',
      provenance: card,
    })
    expect(done).toMatchObject({ provenanceComplete: true, title: 'Kartu nama' })
    expect(done.provenance).toMatchObject({ zone: 'WIB', unknown: ['url', 'accountHandle', 'device'] })
    const unzoned = { ...FULL_CARD, zone: null }
    const run = engine.call('evidence.describe', { exhibitId: id, title: 'K', provenance: unzoned })
    await expect(run).rejects.toMatchObject({ code: 'evidence.timeWithoutZone' })
    const stranger = { ...FULL_CARD, unknown: ['sha256'] }
    const odd = engine.call('evidence.describe', { exhibitId: id, title: 'K', provenance: stranger })
    await expect(odd).rejects.toMatchObject({ code: 'evidence.unknownField' })
    const custody = await engine.call('evidence.custody', { exhibitId: id })
    expect(custody.map(entry => entry.act)).toEqual(['takenIn', 'retitled', 'provenanceChanged'])
  })
})

describe('exporting a copy', () => {
  it('writes the same bytes and logs person and purpose', async () => {
    const bytes = pngFile(9, 9, 7)
    const { taken } = await take(given('ekspor.png', bytes))
    const path = join(engine.root, 'salinan sidang.png')
    const input = { exhibitId: taken[0]!.id, target: engine.ticket(path), purpose: 'Bahan sidang pleno' }
    expect(await engine.call('evidence.export', input)).toEqual({ fileName: 'salinan sidang.png' })
    expect(readFileSync(path)).toEqual(bytes)
    const custody = await engine.call('evidence.custody', { exhibitId: taken[0]!.id })
    expect(custody.at(-1)).toMatchObject({ act: 'exported', detail: 'Bahan sidang pleno' })
    expect(readdirSync(engine.root).filter(name => name.includes('.part'))).toEqual([])
  })

  it('refuses a place inside the store, also through a link, and people outside the case', async () => {
    const [exhibit] = await takeExhibits(engine, file.id)
    const link = join(engine.root, 'jalan-pintas')
    symlinkSync(engine.dir, link)
    for (const path of [
      join(engine.dir, 'x.png'),
      join(engine.dir, 'vault', 'x.png'),
      join(link, 'keyring.json'),
    ]) {
      const run = engine.call('evidence.export', {
        exhibitId: exhibit!.id,
        target: engine.ticket(path),
        purpose: 'coba',
      })
      await expect(run).rejects.toMatchObject({ code: 'evidence.exportIntoStore' })
    }
    const nowhere = engine.ticket(join(engine.root, 'tak', 'ada', 'x.png'))
    const lost = engine.call('evidence.export', { exhibitId: exhibit!.id, target: nowhere, purpose: 'coba' })
    await expect(lost).rejects.toMatchObject({ code: 'files.notWritable' })
    await engine.as('surya')
    const target = engine.ticket(join(engine.root, 'y.png'))
    const run = engine.call('evidence.export', { exhibitId: exhibit!.id, target, purpose: 'coba' })
    await expect(run).rejects.toMatchObject({ code: 'access.notAssigned' })
    expect(existsSync(join(engine.root, 'y.png'))).toBe(false)
    await engine.as('rina')
  })
})

const samples = join(import.meta.dirname, '..', '..', '..', 'shared', 'samples')

describe.skipIf(!existsSync(samples))(
  'the sample evidence (skipped when ../shared/samples is not there)',
  () => {
    const expected: Record<string, { kind: string; notice: string | null }> = {
      'active.svg': { kind: 'text', notice: 'shownAsText' },
      'bomb-40000x40000.png': { kind: 'other', notice: 'imageTooLarge' },
      'chat-bomb.zip': { kind: 'other', notice: 'archiveNotOpened' },
      'chat-traversal.zip': { kind: 'other', notice: 'archiveNotOpened' },
      'name-gpj.exe.txt': { kind: 'text', notice: null },
      'page.html.jpg': { kind: 'text', notice: 'shownAsText' },
      'script.pdf': { kind: 'pdf', notice: 'pdfScriptsNotRun' },
      'truncated.jpg': { kind: 'damaged', notice: 'truncated' },
      'DSCN0010.jpg': { kind: 'image', notice: null },
      'DSCN0012.jpg': { kind: 'image', notice: null },
      'jolla.jpg': { kind: 'image', notice: null },
      'portrait_6.jpg': { kind: 'image', notice: null },
      'invalid_image01088.jpg': { kind: 'image', notice: null },
      'samplefilehub.heif': { kind: 'other', notice: 'heifNotShown' },
      'android-en-us.txt': { kind: 'text', notice: null },
      'android-id.txt': { kind: 'text', notice: null },
      'ios-id.txt': { kind: 'text', notice: null },
      'android-id-with-media.zip': { kind: 'other', notice: 'archiveNotOpened' },
    }

    it('all come in, each told by its bytes, and the hostile ones give no bytes that could run', async () => {
      const other = await buildCaseWithout()
      const paths = ['photos', 'chats', 'hostile'].flatMap(folder =>
        readdirSync(join(samples, folder)).map(name => join(samples, folder, name)),
      )
      const files = paths.map(path => engine.ticket(path))
      const { taken, refused } = await engine.call('evidence.takeIn', {
        caseId: other.id,
        series: 'P',
        files,
      })
      expect(refused).toEqual([])
      expect(taken.map(entry => entry.size)).toEqual(paths.map(path => statSync(path).size))
      const found = Object.fromEntries(
        taken.map(({ fileName, kind, notice }) => [fileName, { kind, notice }]),
      )
      expect(found).toMatchObject(expected)
      for (const exhibit of taken) {
        const opened = await engine.call('evidence.open', { exhibitId: exhibit.id })
        const target = opened.token === null ? null : engine.engine.tokens.find(opened.token)
        if (exhibit.kind === 'other' || exhibit.kind === 'damaged') expect(target).toBeNull()
        else expect(target?.mime).toMatch(/^(image\/(png|jpeg|gif|webp)|application\/pdf|text\/plain)$/)
      }
    })
  },
)
