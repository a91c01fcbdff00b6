import { expect, test } from 'vitest'
import { isAppUrl, isTrustedFrame, mayLoad, type Sender } from './trusted-frame.ts'

const CONTENTS = { id: 3, mainFrame: { frameTreeNodeId: 10 } }
const PAGE: Sender = {
  sender: CONTENTS,
  senderFrame: { url: 'app://bundle/index.html', parent: null, frameTreeNodeId: 10 }
}
const from = (frame: Partial<NonNullable<Sender['senderFrame']>>): Sender =>
  PAGE.senderFrame === null ? PAGE : { ...PAGE, senderFrame: { ...PAGE.senderFrame, ...frame } }

test('the top frame of our window with our page is trusted', () => {
  expect(isTrustedFrame(PAGE, CONTENTS)).toBe(true)
})

test('a frame that has gone, a frame within the page and a window that is not ours are refused', () => {
  expect(isTrustedFrame({ ...PAGE, senderFrame: null }, CONTENTS)).toBe(false)
  expect(isTrustedFrame(from({ parent: {} }), CONTENTS)).toBe(false)
  expect(isTrustedFrame(from({ frameTreeNodeId: 11 }), CONTENTS)).toBe(false)
  expect(isTrustedFrame(PAGE, { ...CONTENTS, id: 4 })).toBe(false)
  expect(isTrustedFrame(PAGE, null)).toBe(false)
})

test.each([
  'https://bundle/index.html',
  'app://evil/index.html',
  'app://bundle.evil/index.html',
  'app://user@bundle/index.html',
  'file:///index.html',
  'about:blank',
  'data:text/html,x',
  ''
])('%s is not our page', (url) => {
  expect(isAppUrl(url)).toBe(false)
  expect(isTrustedFrame(from({ url }), CONTENTS)).toBe(false)
})

test('the page may load our files and drawn images; the developer tools only an unpackaged app has', () => {
  expect(mayLoad('app://bundle/assets/index.js', true)).toBe(true)
  expect(mayLoad('data:image/png;base64,AA==', true)).toBe(true)
  for (const url of [
    'https://example.com/',
    'http://localhost/',
    'ws://localhost/',
    'file:///etc/passwd',
    'data:text/html,x'
  ])
    expect(mayLoad(url, false)).toBe(false)
  expect(mayLoad('devtools://devtools/x', false)).toBe(true)
  expect(mayLoad('devtools://devtools/x', true)).toBe(false)
})
