import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { REQUESTS } from '../src/shared/requests.ts'

const SOURCE = join(import.meta.dirname, '../src')
const files = readdirSync(SOURCE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|tsx|html|css)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => !/\.test\.tsx?$|test-support/.test(path))

const withoutComments = (path: string): string =>
  readFileSync(path, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

const holding = (pattern: RegExp): readonly string[] =>
  files
    .filter((path) => pattern.test(withoutComments(path)))
    .map((path) => relative(SOURCE, path).replaceAll('\\', '/'))

test('one file can send a request, and it is not the page’s', () => {
  expect(holding(/\.fetch\(|\bnet\.(fetch|request)\b|\bnet\b[^\n]*from 'electron'|ClientRequest/)).toEqual([
    'main/breach-network.ts'
  ])
  expect(holding(/\b(XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|sendBeacon)\b/)).toEqual([])
  expect(holding(/from 'node:(https?|http2|tls|dgram|dns)(\/promises)?'|from 'undici'/)).toEqual([])
  expect(holding(/\bsendToNetwork\b/)).toEqual(['main/breach-network.ts', 'main/start-page.ts'])
})

test('a socket of Node serves only the pipe to the clipboard watchdog', () => {
  expect(holding(/from 'node:net'/)).toEqual(['main/run-watchdog.ts'])
  expect(readFileSync(join(SOURCE, 'main/run-watchdog.ts'), 'utf8')).not.toMatch(/\bconnect\(|createConnection/)
})

test('the list of requests that the About page draws is the one that requests are made from', () => {
  expect(Object.keys(REQUESTS)).toEqual(['breachRange'])
  expect(holding(/\bREQUESTS\b/)).toContain('main/breach-request.ts')
  expect(holding(/api\.pwnedpasswords\.com/)).toEqual(['shared/requests.ts'])
})
