import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { filesUnder, ROOT } from './project.ts'

const DEPENDS = 'libgtk-3-0 | libgtk-3-0t64, libnss3, libgbm1, libasound2 | libasound2t64'
const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' }

/**
 * Makes a Debian package of the unpacked program with dpkg-deb alone (electron-builder needs fpm, which Debian
 * does not have). Gives the file. Throws when dpkg-deb fails.
 */
export function makeDeb(unpacked: string, outDir: string): string {
  const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    version: string
  }
  const architecture = ARCHITECTURES[process.arch] ?? process.arch
  const tree = path.join(outDir, 'deb-tree')
  fs.rmSync(tree, { recursive: true, force: true })
  fs.cpSync(unpacked, path.join(tree, 'opt/AdjudikASN'), { recursive: true })
  // The sandbox helper works only as root's own set-uid program.
  fs.chmodSync(path.join(tree, 'opt/AdjudikASN/chrome-sandbox'), 0o4755)
  write(path.join(tree, 'usr/share/applications/adjudikasn.desktop'), desktopEntry())
  const icon = filesUnder('resources/icons', name => name.endsWith('.png'))[0]
  if (icon) {
    const target = path.join(tree, 'usr/share/icons/hicolor/512x512/apps/adjudikasn.png')
    fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.copyFileSync(path.join(ROOT, icon), target)
  }
  fs.mkdirSync(path.join(tree, 'usr/bin'), { recursive: true })
  fs.symlinkSync('/opt/AdjudikASN/adjudikasn', path.join(tree, 'usr/bin/adjudikasn'))
  write(path.join(tree, 'DEBIAN/control'), control(version, architecture))
  const file = path.join(outDir, `adjudikasn_${version}_${architecture}.deb`)
  const result = spawnSync('dpkg-deb', ['--root-owner-group', '-Zxz', '-z1', '--build', tree, file], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (result.status !== 0) throw new Error(`dpkg-deb: ${result.status}`)
  fs.rmSync(tree, { recursive: true, force: true })
  return file
}

function control(version: string, architecture: string): string {
  return `Package: adjudikasn
Version: ${version}
Section: misc
Priority: optional
Architecture: ${architecture}
Maintainer: AdjudikASN
Depends: ${DEPENDS}
Description: Penanganan perkara netralitas ASN
 Dari laporan sampai surat rekomendasi bertanda tangan elektronik, tanpa jaringan.
`
}

function desktopEntry(): string {
  return `[Desktop Entry]
Type=Application
Name=AdjudikASN
Comment=Penanganan perkara netralitas ASN
Exec=/opt/AdjudikASN/adjudikasn
Icon=adjudikasn
Categories=Office;
StartupWMClass=AdjudikASN
`
}

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, text)
}
