import fs from 'node:fs'
import path from 'node:path'
import { Arch, build, Platform } from 'electron-builder'
import { buildProgram } from './build.ts'
import { makeDeb } from './make-deb.ts'
import { stageApp } from './pack-stage.ts'
import { ROOT } from './project.ts'
import { resolveRuntime } from './setup/electron-runtime.mjs'

// `npm run pack`: the unpacked program in release/, archives and a Debian package as far as this machine can.
// `npm run pack -- nsis AppImage rpm` also asks electron-builder for those, on a machine that has their tools.

const RELEASE = path.join(ROOT, 'release')
const SEVEN_ZIP = '/usr/bin/7za'

const wanted = process.argv.slice(2)
const runtime = resolveRuntime(ROOT)
await buildProgram({ clean: true })
fs.rmSync(RELEASE, { recursive: true, force: true })
stageApp(path.join(RELEASE, 'stage'))

// electron-builder's own 7-Zip would be downloaded; the system's serves as well.
const archives = process.platform === 'linux' && fs.existsSync(SEVEN_ZIP)
if (archives) process.env.ELECTRON_BUILDER_7ZIP_PATH = SEVEN_ZIP
const targets = ['dir', ...(archives ? ['tar.gz'] : []), ...wanted]
const platform = Platform.current()
await build({
  projectDir: ROOT,
  targets: platform.createTarget(targets, Arch[process.arch as 'x64' | 'arm64']),
  config: {
    extends: path.join(ROOT, 'electron-builder.yml'),
    electronDist: runtime.dir,
    electronVersion: runtime.version,
    afterPack: async context => {
      // The evaluation runtime brings a start-up program of its own for development; it must not ship.
      fs.rmSync(path.join(context.appOutDir, 'resources/app'), { recursive: true, force: true })
    },
  },
})
const unpacked = path.join(RELEASE, 'linux-unpacked')
if (process.platform === 'linux' && fs.existsSync('/usr/bin/dpkg-deb')) makeDeb(unpacked, RELEASE)
fs.rmSync(path.join(RELEASE, 'stage'), { recursive: true, force: true })

console.log(`\nIsi ${path.relative(ROOT, RELEASE)}/:`)
for (const name of fs.readdirSync(RELEASE).sort()) console.log(`  ${name}`)
if (!archives) console.log('Tidak dibuat: tar.gz (7za tidak ada; apt-get install p7zip-full).')
console.log('Tidak dibuat di sini: AppImage, rpm, nsis; perlu alat yang hanya ada di internet.')
if (runtime.kind === 'evaluation') {
  console.log(
    `PERINGATAN: dipaketkan dengan Electron ${runtime.version} untuk evaluasi; paket ini bukan untuk dibagikan.`,
  )
}
