import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { REQUESTS } from '../../shared/requests.ts'
import type { SendRequest } from '../breach-request.ts'

export type RangeServer = {
  /** The real request, to this computer instead of the service. */
  readonly send: SendRequest
  readonly asked: IncomingMessage[]
  close(): Promise<void>
}

/** Answers as the service does, over a real connection. */
export async function startRangeServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void
): Promise<RangeServer> {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const { origin } = new URL(REQUESTS.breachRange.url)
  return {
    send: (url, request) => fetch(url.replace(origin, `http://127.0.0.1:${port}`), request),
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      })
  }
}
