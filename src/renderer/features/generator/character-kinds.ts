import type { CharacterOptions } from '../../../shared/generator-views.ts'

const KINDS = ['upper', 'lower', 'digits', 'symbols'] as const
type Kind = (typeof KINDS)[number]

/** The last kind that is on stays on: a password is made of something. */
export const canTurnOff = (options: CharacterOptions, kind: Kind): boolean =>
  !options[kind] || KINDS.some((other) => other !== kind && options[other])
