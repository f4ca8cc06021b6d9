// OpenSeadragon writes this one cosmetic <style>; everything else carries the nonce of the load.
const OPENSEADRAGON_STYLE = "'sha256-9xTiqzfwFaL2SGb1rmr8gysEwVVjIvqWAgmZgqFqpEE='"

/** The content policy of the page for one load. Takes a fresh random nonce; `dev` is the dev server's ws: origin. */
export function pagePolicy(nonce: string, dev: string | null = null): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval'${dev === null ? '' : ` 'nonce-${nonce}'`}`,
    `style-src 'self' 'nonce-${nonce}' ${OPENSEADRAGON_STYLE}`,
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    "media-src 'self' blob:",
    `connect-src 'self'${dev === null ? '' : ` ${dev}`}`,
    "worker-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default ProseMirrorClipboard',
  ].join('; ')
}

/** For everything that is not the page or its scripts, exhibits first of all: it may do nothing. */
export const INERT_POLICY = "default-src 'none'; sandbox"
