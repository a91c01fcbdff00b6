import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes that the process holds once its garbage is gone: what is left to be collected says nothing of what was needed. */
export function collectedMemory(): number {
  collect()
  collect()
  return process.memoryUsage.rss()
}
