import { numberIn } from '../locale.ts'

export const number = numberIn('de')
