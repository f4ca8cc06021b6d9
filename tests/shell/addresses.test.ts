import { describe, expect, it } from 'vitest'
import { servedFile } from '../../main/shell/served-file.ts'
import { isTrustedSender } from '../../main/shell/trusted-sender.ts'
import { isAllowedRequest, isOurUrl } from '../../main/shell/trusted-url.ts'

const FOREIGN = [
  // The scheme is not a "special" one, so only Chromium lowers the host; here anything else is refused.
  'app://ADJUDIKASN/a.js',
  'app://adjudikasn.evil/index.html',
  'app://evil/index.html',
  'app://adjudikasn:1/index.html',
  'app://user@adjudikasn/index.html',
  'app://user:pass@adjudikasn/index.html',
  'http://adjudikasn/index.html',
  'https://example.org/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'about:blank',
  'devtools://devtools/bundled/x.html',
  'chrome://version',
  'app:adjudikasn/index.html',
  '',
  'not a url',
]

describe('trusted addresses', () => {
  it.each(['app://adjudikasn/index.html', 'app://adjudikasn/'])('knows %s as ours', url => {
    expect(isOurUrl(url)).toBe(true)
  })

  it.each(FOREIGN)('refuses %j', url => {
    expect(isOurUrl(url)).toBe(false)
    expect(isAllowedRequest(url)).toBe(false)
  })

  it('lets blobs of our own page through, not those of others', () => {
    expect(isAllowedRequest('blob:app://adjudikasn/0b2f')).toBe(true)
    expect(isAllowedRequest('blob:app://adjudikasn.evil/0b2f')).toBe(false)
    expect(isAllowedRequest('blob:https://example.org/0b2f')).toBe(false)
  })
})

describe('trusted senders', () => {
  const ours = { url: 'app://adjudikasn/index.html', isTopFrame: true }

  it('accepts our page in the top frame of our window', () => {
    expect(isTrustedSender({ frame: ours, fromWindow: true })).toBe(true)
  })

  it.each([
    ['a frame that is gone', { frame: null, fromWindow: true }],
    ['a sub-frame', { frame: { ...ours, isTopFrame: false }, fromWindow: true }],
    ['contents without a window', { frame: ours, fromWindow: false }],
    ['another page', { frame: { ...ours, url: 'file:///tmp/a.html' }, fromWindow: true }],
    ['an empty page', { frame: { ...ours, url: '' }, fromWindow: true }],
  ])('refuses %s', (_what, facts) => {
    expect(isTrustedSender(facts)).toBe(false)
  })
})

describe('files that are served', () => {
  it('gives the page for "/" and the content type by its ending', () => {
    expect(servedFile('/app/renderer', '/')).toEqual({
      file: '/app/renderer/index.html',
      mime: 'text/html; charset=utf-8',
    })
    expect(servedFile('/app/renderer', '/assets/a.js')?.mime).toBe('text/javascript; charset=utf-8')
    expect(servedFile('/app/renderer', '/assets/a.exe')?.mime).toBe('application/octet-stream')
  })

  it.each([
    '/../main/main.cjs',
    '/assets/../../main/main.cjs',
    '/%2e%2e/main/main.cjs',
    '/..%2fmain/main.cjs',
    '/assets/%2e%2e%2f%2e%2e/main/main.cjs',
    '/..%5cmain%5cmain.cjs',
    '/a%00.html',
    '/%E0%A4%A',
    'index.html',
    '',
  ])('refuses %j', urlPath => {
    expect(servedFile('/app/renderer', urlPath)).toBeNull()
  })
})
