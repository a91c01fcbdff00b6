import type { InternalHandlers } from '../../shared/api.ts'
import type { OpenSession } from './open-session.ts'

type Served = 'breach.checkPath' | 'breach.begin' | 'breach.answer' | 'breach.end'

/** Asked by main alone, which knows the path by the user's choice and makes the requests itself. */
export function breachFileHandlers({ session }: OpenSession): Pick<InternalHandlers, Served> {
  return {
    'breach.checkPath': ({ path }) => session().checkBreachFile(path),
    'breach.begin': async () => ({ prefixes: [...(await session().beginBreachCheck())] }),
    'breach.answer': async ({ prefix, range }) => session().answerBreachCheck(prefix, range),
    'breach.end': ({ trouble }) => session().endBreachCheck(trouble)
  }
}
