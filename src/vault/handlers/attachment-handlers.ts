import type { HandlersOf } from './handlers-of.ts'
import type { OpenSession } from './open-session.ts'

export function attachmentHandlers({ session }: OpenSession): HandlersOf<'attachment'> {
  return {
    'attachment.preview': (place) => session().attachments.preview(place),
    'attachment.rename': ({ name, ...place }) => session().attachments.rename(place, name),
    'attachment.remove': (place) => session().attachments.remove(place)
  }
}
