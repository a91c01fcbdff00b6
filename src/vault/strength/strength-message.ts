import type { Judged } from '../../shared/strength-views.ts'

/** What is sent to the worker, and in answer to each; null where it could not be judged. */
export type Question = { readonly password: string; readonly words: readonly string[] }
export type Answer = Judged | null

/** The first thing that the worker says, once its dictionaries are loaded. */
export const READY = 'ready'
