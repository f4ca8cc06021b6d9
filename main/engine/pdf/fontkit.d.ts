// fontkit ships no types; these are the few members that this folder uses.
declare module 'fontkit' {
  export interface GlyphPosition {
    xAdvance: number
    advanceWidth?: number
  }
  export interface GlyphRun {
    positions: GlyphPosition[]
  }
  export interface FontkitFont {
    layout(text: string, features?: unknown, ...rest: unknown[]): GlyphRun
    hasGlyphForCodePoint(codePoint: number): boolean
  }
  export function create(bytes: Uint8Array): FontkitFont
}
