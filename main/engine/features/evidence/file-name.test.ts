import { describe, expect, it } from 'vitest'
import { displayName, titleFrom } from './file-name.ts'

describe('file names as shown', () => {
  it.each([
    ['/rumah/foto.jpg', 'foto.jpg'],
    ['name-\u202egpj.exe.txt', 'name-gpj.exe.txt'],
    ['a\u200bb\ufeffc.png', 'abc.png'],
    ['baris\nbaru\t.txt', 'barisbaru.txt'],
    ['c:\\windows\\x.exe', 'c__windows_x.exe'],
    ['\ud800rusak.txt', '\ufffdrusak.txt'],
    ['e\u0301.txt', '\u00e9.txt'],
    ['\u202e\u200b', '_'],
  ])('%j', (path, shown) => {
    expect(displayName(path)).toBe(shown)
  })

  it('keep their extension when they are too long', () => {
    const name = displayName(`/x/${'😀'.repeat(400)}.jpeg`)
    expect([...name]).toHaveLength(160)
    expect(name.endsWith('….jpeg')).toBe(true)
  })

  it('give a title without the extension', () => {
    expect(titleFrom('Tangkapan layar 1.png')).toBe('Tangkapan layar 1')
    expect(titleFrom('.htaccess')).toBe('.htaccess')
    expect(titleFrom('laporan')).toBe('laporan')
  })
})
