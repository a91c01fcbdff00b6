import { number } from './number.ts'

/** Where there are many tags. */
export const tags = {
  find: 'Find a tag',
  none: 'No tag has that in its name.',
  more: (next: number, all: number) =>
    next === all ? `Show ${number(all)} more` : `Show ${number(next)} of ${number(all)} more`
}

export type TagsTexts = typeof tags
