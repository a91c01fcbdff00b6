import type { KdfParams } from '../../core/crypto/kdf-params.ts'

/** What is moved to the worker: it zeroes the password. */
export type KdfRequest = { readonly password: Uint8Array; readonly params: KdfParams }

/** `reason` names what failed and never holds anything of the request. */
export type KdfAnswer = { readonly tag: Uint8Array } | { readonly reason: string }

/** Argon2id version 0x13, 32 bytes. */
export type Argon2id = (password: Uint8Array, params: KdfParams) => Promise<Uint8Array>

export const TAG_LENGTH = 32
