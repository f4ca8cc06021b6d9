import { z } from 'zod'

// First module of the window: later modules may already make a worker or a style element.

// No `new Function()` probes, so that script-src 'self' stays without a violation.
z.config({ jitless: true })

type PolicyRules = {
  createHTML(text: string): string
  createScript(text: string): string
  createScriptURL(url: string): string
}
type TrustedTypesFactory = { createPolicy(name: string, rules: PolicyRules): unknown }

/**
 * The page's one default policy. React and the UI library put style text through innerHTML, and pdf.js
 * starts a worker of our own: text without '<' and addresses of our own origin pass, all else is refused.
 */
export const policyRules = (origin: string): PolicyRules => ({
  createHTML: text => (text.includes('<') ? refuse('html') : text),
  createScript: () => refuse('script'),
  // By its beginning and not by its `origin`: a blob address claims the origin of the page that made it.
  createScriptURL: url =>
    new URL(url, `${origin}/`).href.startsWith(`${origin}/`) ? url : refuse('script address'),
})

/**
 * Refuses by throwing: the sink stays untouched and the error names it. The letter editor asks this policy
 * first when something is pasted, and then reads the clipboard with its own, into a document that runs nothing.
 */
function refuse(what: string): never {
  throw new TypeError(`Trusted Types: refused ${what}`)
}

const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes
factory?.createPolicy('default', policyRules(globalThis.location?.origin ?? 'null'))
