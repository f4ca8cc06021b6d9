import { describe, expect, it } from 'vitest'
import { policyRules } from './trusted-types.ts'

const rules = policyRules('app://adjudikasn')

describe('the default Trusted Types policy', () => {
  it('lets style text through', () => expect(rules.createHTML('.a{color:red}')).toBe('.a{color:red}'))
  it('refuses markup', () => expect(() => rules.createHTML('<img src=x onerror=alert(1)>')).toThrow())
  it('refuses script text', () => expect(() => rules.createScript('1')).toThrow())
  it('lets our own worker through', () => {
    expect(rules.createScriptURL('app://adjudikasn/assets/w.js')).toBe('app://adjudikasn/assets/w.js')
  })
  it.each(['https://example.org/a.js', 'data:text/javascript,1', 'blob:app://adjudikasn/1', 'javascript:1'])(
    'refuses %s',
    url => expect(() => rules.createScriptURL(url)).toThrow(),
  )
})
