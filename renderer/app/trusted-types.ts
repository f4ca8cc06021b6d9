import { z } from 'zod'

// First module of the window: later modules may already make a worker or a style element.

// No `new Function()` probes, so that script-src 'self' stays without a violation.
z.config({ jitless: true })

type PolicyRules = {
  createHTML(text: string): string | null
  createScript(text: string): string | null
  createScriptURL(url: string): string | null
}
type TrustedTypesFactory = { createPolicy(name: string, rules: PolicyRules): unknown }

/**
 * The page's one default policy. React and the UI library put style text through innerHTML, and pdf.js
 * starts a worker of our own: text without '<' and addresses of our own origin pass, all else is refused.
 */
export const policyRules = (origin: string): PolicyRules => ({
  createHTML: text => (text.includes('<') ? refuse('html') : text),
  createScript: () => refuse('script'),
  createScriptURL: url => (new URL(url, `${origin}/`).origin === origin ? url : refuse('script address')),
})

function refuse(what: string): null {
  console.error(`Trusted Types: refused ${what}`)
  return null
}

const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes
factory?.createPolicy('default', policyRules(globalThis.location?.origin ?? 'null'))
