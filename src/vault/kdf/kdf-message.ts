import type { KdfParams } from '../../core/crypto/kdf-params.ts'

/** Argon2 as other programs use it; our own vaults know only what is the default here: Argon2id, version 0x13. */
export type Argon2Params = KdfParams & { readonly variant?: 'd' | 'id'; readonly version?: 0x10 | 0x13 }

/** What is moved to the worker: it zeroes the password. */
export type KdfRequest = { readonly password: Uint8Array; readonly params: Argon2Params }

/** `reason` names what failed and never holds anything of the request. */
export type KdfAnswer = { readonly tag: Uint8Array } | { readonly reason: string }

/** 32 bytes. */
export type Argon2 = (password: Uint8Array, params: Argon2Params) => Promise<Uint8Array>

export const TAG_LENGTH = 32
