import type { HandlersOf } from './handlers-of.ts'
import type { OpenSession } from './open-session.ts'

export function codeHandlers({ session }: OpenSession): HandlersOf<'code'> {
  return {
    'code.find': ({ width, height, pixels }) =>
      session().findCode({ width, height, pixels: Buffer.from(pixels, 'base64') }),
    'code.put': ({ found, ...place }) => session().putCode(place, found),
    'code.draw': ({ item, field }) => session().drawCode(item, field)
  }
}
