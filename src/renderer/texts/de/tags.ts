import type { TagsTexts } from '../en/tags.ts'

export const tags: TagsTexts = {
  find: 'Tag suchen',
  none: 'Kein Tag heißt so.',
  more: (next, all) =>
    next === all
      ? `${all.toLocaleString('de-DE')} weitere zeigen`
      : `${next.toLocaleString('de-DE')} von ${all.toLocaleString('de-DE')} weiteren zeigen`
}
