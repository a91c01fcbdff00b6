import type { TagsTexts } from '../en/tags.ts'
import { number } from './number.ts'

export const tags: TagsTexts = {
  find: 'Tag suchen',
  none: 'Kein Tag heißt so.',
  more: (next, all) =>
    next === all ? `${number(all)} weitere zeigen` : `${number(next)} von ${number(all)} weiteren zeigen`
}
