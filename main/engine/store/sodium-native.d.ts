/** The package ships no types; `sodium.ts` states the part that is used. */
declare module 'sodium-native' {
  const sodium: unknown
  export default sodium
}
