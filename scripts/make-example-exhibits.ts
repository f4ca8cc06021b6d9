/**
 * Draws the exhibits of the example docket, all of them invented:
 *   node scripts/make-example-exhibits.ts
 * Writes resources/example/exhibits/*, resources/institution/contoh-logo.png and resources/icons/icon.png. The
 * results are committed; this is needed only to change them. Needs Chromium (CHROMIUM=path, default
 * /usr/bin/chromium), ffmpeg and espeak-ng (Debian packages of these names) on the machine.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { writeDefence, writeDocuments } from './example-exhibits/documents.ts'
import { BANNER_SCENE, FRAME_SIZE, postPage, speechFrame } from './example-exhibits/pictures.ts'

const root = join(import.meta.dirname, '..')
const out = join(root, 'resources/example/exhibits')
const scratch = mkdtempSync(join(tmpdir(), 'exhibits-'))
const SPEECH =
  'Bapak dan ibu warga Desa Contoh, terima kasih sudah hadir di silaturahmi ini. ' +
  'Saya minta kita semua kompak memilih Pasangan Calon Contoh. Ajak keluarga dan tetangga ya.'
const FRAMES_PER_SECOND = 6
const VIDEO_SECONDS = 8

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  await shoot(
    browser,
    postPage(font(400), font(600)),
    { width: 420, height: 560 },
    2,
    join(out, 'unggahan-silaturahmi.png'),
  )
  const photo = join(scratch, 'photo.png')
  await shoot(browser, BANNER_SCENE, { width: 1280, height: 853 }, 1, photo)
  run('ffmpeg', ['-y', '-i', photo, '-q:v', '6', join(out, 'foto-spanduk.jpg')])
  await drawVideoFrames(browser)
  await shoot(
    browser,
    svgPage('resources/icons/icon.svg'),
    { width: 512, height: 512 },
    1,
    join(root, 'resources/icons/icon.png'),
  )
  const logo = join(root, 'resources/institution/contoh-logo.png')
  await shoot(browser, svgPage('resources/institution/contoh-logo.svg'), { width: 240, height: 240 }, 1, logo)
} finally {
  await browser.close()
}

const speech = join(scratch, 'speech.wav')
run('espeak-ng', ['-v', 'id', '-s', '140', '-w', speech, SPEECH])
run('ffmpeg', [
  '-y',
  '-i',
  speech,
  '-c:a',
  'libopus',
  '-b:a',
  '16k',
  '-ac',
  '1',
  join(out, 'rekaman-sambutan.ogg'),
])
run('ffmpeg', [
  ...['-y', '-framerate', String(FRAMES_PER_SECOND), '-i', join(scratch, 'frame-%03d.png'), '-i', speech],
  ...['-t', String(VIDEO_SECONDS), '-c:v', 'libvpx', '-b:v', '110k', '-pix_fmt', 'yuv420p', '-r', '12'],
  ...['-c:a', 'libopus', '-b:a', '14k', '-ac', '1', join(out, 'video-sambutan.webm')],
])
await writeDocuments(join(out, 'sk-jabatan-dan-penetapan.pdf'), join(root, 'resources/fonts'))
await writeDefence(join(out, 'pembelaan-tertulis.pdf'), join(root, 'resources/fonts'))
rmSync(scratch, { recursive: true })
for (const name of [
  'unggahan-silaturahmi.png',
  'foto-spanduk.jpg',
  'rekaman-sambutan.ogg',
  'video-sambutan.webm',
]) {
  console.log(`${name} ${statSync(join(out, name)).size} bytes`)
}

async function shoot(
  from: Browser,
  html: string,
  size: { width: number; height: number },
  scale: number,
  path: string,
): Promise<void> {
  const page = await from.newPage({ viewport: size, deviceScaleFactor: scale })
  await page.setContent(html)
  await page.evaluate('document.fonts.ready.then(() => true)')
  // The icon alone keeps its round corners clear; a logo with transparency would bind letters to newer PDF/A.
  await page.screenshot({ path, omitBackground: path.endsWith('icon.png') })
  await page.close()
}

async function drawVideoFrames(from: Browser): Promise<void> {
  const page = await from.newPage({ viewport: FRAME_SIZE })
  for (let n = 0; n < VIDEO_SECONDS * FRAMES_PER_SECOND; n += 1) {
    await page.setContent(speechFrame(n / FRAMES_PER_SECOND))
    await page.screenshot({ path: join(scratch, `frame-${String(n).padStart(3, '0')}.png`) })
  }
  await page.close()
}

function svgPage(path: string): string {
  return `<style>html,body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${readFileSync(join(root, path), 'utf8')}`
}

function font(weight: 400 | 600): string {
  const file = join(root, `node_modules/@fontsource/inter/files/inter-latin-${weight}-normal.woff2`)
  return readFileSync(file).toString('base64')
}

function run(command: string, args: string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
}
