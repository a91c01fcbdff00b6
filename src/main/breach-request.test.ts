import type { ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { askRange, type SendRequest } from './breach-request.ts'
import { type RangeServer, startRangeServer } from './test-support/range-server.ts'

const PREFIX = '21BD1'
const SUFFIX = '2DC183F740EE76F27B78EB39C8AD972A757'
const signal = (): AbortSignal => new AbortController().signal

let server: RangeServer | null = null
afterEach(async () => {
  await server?.close()
  server = null
})

async function asking(answer: (response: ServerResponse) => void): Promise<RangeServer> {
  server = await startRangeServer((_request, response) => answer(response))
  return server
}

const text = (body: string) => (response: ServerResponse) => void response.end(body)

describe('a range query', () => {
  test('sends five digits and asks for padding, names no vault and no computer, and carries nothing else', async () => {
    const { send, asked } = await asking(text(`${SUFFIX}:52579\r\n`))
    await askRange(send, PREFIX, signal())
    expect(asked).toHaveLength(1)
    const [request] = asked
    expect([request?.method, request?.url]).toEqual(['GET', `/range/${PREFIX}`])
    expect(request?.headers).toMatchObject({ 'add-padding': 'true', 'user-agent': 'Coffer' })
    for (const name of ['cookie', 'authorization', 'referer', 'origin']) expect(request?.headers[name]).toBeUndefined()
  })

  test('gives the suffixes back, without the padding', async () => {
    const { send } = await asking(text(`${'0'.repeat(35)}:0\r\n${SUFFIX}:52579\r\n${'F'.repeat(35)}:0\r\n`))
    expect(await askRange(send, PREFIX, signal())).toEqual([{ suffix: SUFFIX, count: 52_579 }])
  })

  test('is made for nothing but five digits', async () => {
    const { send, asked } = await asking(text(''))
    for (const prefix of ['21bd1', '21BD', '21BD12', '../..', `${PREFIX}/x`, ''])
      await expect(askRange(send, prefix, signal())).rejects.toMatchObject({ code: 'INTERNAL' })
    expect(asked).toEqual([])
  })
})

describe('an answer that is none', () => {
  const why = (reason: string) => ({ code: 'NETWORK', detail: { why: reason } })

  test.each([403, 429, 500, 503])('with status %i is a refusal', async (status) => {
    const { send } = await asking((response) => void response.writeHead(status).end())
    await expect(askRange(send, PREFIX, signal())).rejects.toMatchObject(why('status'))
  })

  test('from somebody in between is told from the service’s', async () => {
    const { send } = await asking(text('<!doctype html><title>Welcome to our hotel</title>'))
    await expect(askRange(send, PREFIX, signal())).rejects.toMatchObject(why('answer'))
  })

  test('that leads elsewhere is not followed', async () => {
    const { send, asked } = await asking((response) => void response.writeHead(302, { location: '/other' }).end())
    await expect(askRange(send, PREFIX, signal())).rejects.toMatchObject(why('reach'))
    expect(asked).toHaveLength(1)
  })

  test('that never ends is cut off', async () => {
    let open = true
    const { send } = await asking((response) => {
      response.on('close', () => {
        open = false
      })
      const more = (): void => {
        if (open) response.write(`${SUFFIX}:1\r\n`.repeat(2000), () => setImmediate(more))
      }
      more()
    })
    await expect(askRange(send, PREFIX, signal())).rejects.toMatchObject(why('answer'))
    await expect.poll(() => open).toBe(false)
  })

  test('that does not come is waited for no longer than is bearable', async () => {
    const { send } = await asking((response) => void response.writeHead(200).write(`${SUFFIX}:1\r\n`))
    await expect(askRange(send, PREFIX, signal(), 100)).rejects.toMatchObject(why('time'))
  })

  test('of which only the head comes is not waited for either, whatever the sender makes of the signal', async () => {
    const deaf: SendRequest = async () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }))
    await expect(askRange(deaf, PREFIX, signal(), 50)).rejects.toMatchObject(why('time'))
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 50)
    await expect(askRange(deaf, PREFIX, stop.signal)).rejects.toMatchObject({ code: 'CANCELLED' })
  })

  test('where nobody listens is a network that is not there', async () => {
    const { send, close } = await asking(text(''))
    await close()
    await expect(askRange(send, PREFIX, signal())).rejects.toMatchObject(why('reach'))
  })

  test('is not waited for once the user gives up', async () => {
    const stop = new AbortController()
    const { send } = await asking(() => stop.abort())
    await expect(askRange(send, PREFIX, stop.signal)).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})
