/** Where there are many tags. */
export const tags = {
  find: 'Find a tag',
  none: 'No tag has that in its name.',
  more: (next: number, all: number) =>
    next === all
      ? `Show ${all.toLocaleString('en-GB')} more`
      : `Show ${next.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')} more`
}

export type TagsTexts = typeof tags
