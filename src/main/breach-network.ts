import { session as sessions } from 'electron'
import type { SendRequest } from './breach-request.ts'

/** Without `persist:` it lives in memory: no cookie, cache or record of the host reaches the disk. */
const PARTITION = 'breaches'

/**
 * The only place in the app from which a request can leave. It has a session of its own; that of the page goes on
 * refusing every address. scripts/network.test.ts looks for others.
 */
export const sendToNetwork: SendRequest = (url, request) => sessions.fromPartition(PARTITION).fetch(url, request)
