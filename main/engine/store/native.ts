/// <reference path="./sodium-native.d.ts" />
/**
 * The only place that loads native modules. Default imports work both when
 * Node 24 runs this file as it is (CommonJS default) and in the CommonJS
 * bundle, where both packages stay external `require` calls.
 */
import BetterSqlite from 'better-sqlite3'
import loadedSodium from 'sodium-native'
import type { Sodium } from './sodium.ts'

/** What the engine uses of a prepared statement. */
export type NativeStatement = {
  readonly reader: boolean
  readonly readonly: boolean
  run(...values: unknown[]): { changes: number; lastInsertRowid: number | bigint }
  get(...values: unknown[]): unknown
  all(...values: unknown[]): unknown[]
  iterate(...values: unknown[]): IterableIterator<unknown>
}

/** A connection of the build with ciphers; `key` and `rekey` are missing from the common types. */
export type NativeDb = {
  readonly open: boolean
  readonly inTransaction: boolean
  prepare(source: string): NativeStatement
  exec(source: string): unknown
  pragma(source: string, options?: { simple?: boolean }): unknown
  key(key: Buffer): number
  rekey(key: Buffer): number
  close(): unknown
}

type NativeOptions = { readonly?: boolean; fileMustExist?: boolean; timeout?: number }

/** Opens a database file without any setting; throws the library's own errors. */
export function openNative(file: string, options: NativeOptions = {}): NativeDb {
  // The alias in package.json puts the cipher build under this name; its types are those of the plain build.
  const Constructor = BetterSqlite as unknown as new (file: string, options: NativeOptions) => NativeDb
  return new Constructor(file, options)
}

/** libsodium. */
export const sodium = loadedSodium as Sodium
