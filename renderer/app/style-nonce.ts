import { setNonce } from 'get-nonce'

/** The nonce of this page load; the shell writes it into index.html and into the CSP header. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

// Scroll locking in dialogs and the palette makes its own style elements.
setNonce(styleNonce)
