/** The part of sodium-native 5 (libsodium) that the engine uses. Wrong lengths and failed checks throw. */
export type Sodium = {
  readonly crypto_pwhash_ALG_ARGON2ID13: number
  randombytes_buf(target: Buffer): void
  sodium_memzero(target: Buffer): void
  crypto_generichash(out: Buffer, input: Buffer, key?: Buffer): void
  crypto_pwhash(
    out: Buffer,
    password: Buffer,
    salt: Buffer,
    opsLimit: number,
    memLimit: number,
    algorithm: number,
  ): void
  crypto_pwhash_async(
    out: Buffer,
    password: Buffer,
    salt: Buffer,
    opsLimit: number,
    memLimit: number,
    algorithm: number,
  ): Promise<void>
  crypto_aead_xchacha20poly1305_ietf_encrypt(
    out: Buffer,
    message: Buffer,
    associated: Buffer | null,
    secretNonce: null,
    nonce: Buffer,
    key: Buffer,
  ): number
  crypto_aead_xchacha20poly1305_ietf_decrypt(
    out: Buffer,
    secretNonce: null,
    cipher: Buffer,
    associated: Buffer | null,
    nonce: Buffer,
    key: Buffer,
  ): number
  crypto_aead_chacha20poly1305_ietf_encrypt(
    out: Buffer,
    message: Buffer,
    associated: Buffer | null,
    secretNonce: null,
    nonce: Buffer,
    key: Buffer,
  ): number
  crypto_aead_chacha20poly1305_ietf_decrypt(
    out: Buffer,
    secretNonce: null,
    cipher: Buffer,
    associated: Buffer | null,
    nonce: Buffer,
    key: Buffer,
  ): number
  crypto_scalarmult_base(publicKey: Buffer, secretKey: Buffer): void
  crypto_box_seal(out: Buffer, message: Buffer, publicKey: Buffer): void
  crypto_box_seal_open(out: Buffer, cipher: Buffer, publicKey: Buffer, secretKey: Buffer): boolean
  crypto_sign_seed_keypair(publicKey: Buffer, secretKey: Buffer, seed: Buffer): void
  crypto_sign_detached(signature: Buffer, message: Buffer, secretKey: Buffer): void
  crypto_sign_verify_detached(signature: Buffer, message: Buffer, publicKey: Buffer): boolean
}
