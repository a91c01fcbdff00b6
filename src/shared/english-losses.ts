import type { LossKind } from './export-views.ts'

const counted = (one: string, many: string) => (count: number) => (count === 1 ? `1 ${one}` : `${count} ${many}`)

/** What an export could not carry, in English: here because the window and the command line say the same. */
export const LOSS_SENTENCES: Readonly<Record<LossKind, (count: number) => string>> = {
  attachments: counted('attachment is left out.', 'attachments are left out.'),
  history: counted('older value is left out.', 'older values are left out.'),
  trashedItems: counted('item in the trash is left out.', 'items in the trash are left out.'),
  favorites: counted('favourite is not marked as one.', 'favourites are not marked as such.'),
  tags: counted('tag is left out or cannot be told apart.', 'tags are left out or cannot be told apart.'),
  types: counted(
    'item becomes another type; its fields are kept.',
    'items become another type; their fields are kept.'
  ),
  sections: counted('field loses its section.', 'fields lose their section.'),
  fieldKinds: counted('field becomes plain text.', 'fields become plain text.'),
  concealment: counted('concealed field is no longer concealed.', 'concealed fields are no longer concealed.'),
  labels: counted('field is called otherwise.', 'fields are called otherwise.'),
  times: counted('item loses its dates.', 'items lose their dates.'),
  extraFields: counted(
    'field has no column: it stands in the notes, in the clear.',
    'fields have no column: they stand in the notes, in the clear.'
  ),
  moreAddresses: counted('further address stands in the notes.', 'further addresses stand in the notes.'),
  oneTimeCodes: counted('one-time code is left out.', 'one-time codes are left out.'),
  prefixedCells: counted(
    'cell begins with an apostrophe that is not part of its value.',
    'cells begin with an apostrophe that is not part of their value.'
  ),
  other: counted('detail is left out.', 'details are left out.')
}
