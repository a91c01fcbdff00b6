import { encodeQR } from 'qr'
import { expect, test } from 'vitest'
import { drawQr } from '../codes/draw-qr.ts'
import { MOST_SIDE } from '../codes/read-qr.ts'
import { createVault } from '../create-vault.ts'
import { eachInItsFolder, login, PASSWORD } from '../test-support/quick-environment.ts'

const place = eachInItsFolder()
const LINK = 'otpauth://totp/GitHub:mara?secret=GEZDGNBVGY3TQOJQ&issuer=GitHub'

async function newSession() {
  const { environment, path } = place()
  const { session } = await createVault(environment, { path, name: 'Mine', masterPassword: PASSWORD })
  const { id } = await session.create('login', login('GitHub', 'hunter2hunter2'))
  return { session, id }
}

/** The code as a camera or a screenshot would have it: dark on light, five pixels a module. */
function image(text: string, { dark = 20, light = 235 } = {}) {
  const rows = encodeQR(text, 'raw', { border: 4 })
  const side = rows.length * 5
  const pixels = Uint8Array.from({ length: side * side }, (_, at) =>
    rows[Math.floor(at / side / 5)]?.[Math.floor((at % side) / 5)] === true ? dark : light
  )
  return { width: side, height: side, pixels }
}

test('a code in an image goes into a field, and only its name comes out', async () => {
  const { session, id } = await newSession()
  const found = await session.findCode(image(LINK))
  expect(found).toEqual({ found: expect.stringMatching(/^[0-9a-f]{32}$/), issuer: 'GitHub', account: 'mara' })
  await session.putCode({ item: id, field: 'otp' }, found?.found ?? '')
  expect(await session.reveal(id, 'otp')).toBe(LINK)
  expect((await session.oneTimeCode(id, 'otp')).code).toMatch(/^\d{6}$/)
  const { fields } = await session.item(id)
  expect(fields.find((field) => field.id === 'otp')).toMatchObject({ kind: 'otp', concealed: true, empty: false })
  await expect(session.putCode({ item: id, field: 'otp' }, found?.found ?? '')).rejects.toMatchObject({
    code: 'NOT_FOUND'
  })
  await session.lock()
})

test('an image without a code, with another code, too large, or not all there', async () => {
  const { session, id } = await newSession()
  expect(await session.findCode({ width: 90, height: 90, pixels: new Uint8Array(8100).fill(255) })).toBeNull()
  await expect(session.findCode(image('https://example.org'))).rejects.toMatchObject({ code: 'BAD_OTP_SECRET' })
  const wide = { width: MOST_SIDE + 1, height: 1, pixels: new Uint8Array(MOST_SIDE + 1) }
  await expect(session.findCode(wide)).rejects.toMatchObject({ code: 'TOO_LARGE' })
  const missing = session.findCode({ width: 9, height: 9, pixels: new Uint8Array(80) })
  await expect(missing).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  await expect(session.putCode({ item: id, field: 'otp' }, '0'.repeat(32))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await session.lock()
})

test('a bare secret is drawn as a link that names its site, and reads back as the same code', async () => {
  const { session, id } = await newSession()
  const { revision } = await session.item(id)
  const otp = { id: 'otp', label: 'field.otp', kind: 'otp', concealed: true, section: '', order: 3 } as const
  await session.edit(id, revision, { fields: [{ change: 'put', ...otp, value: 'gezd gnbv gy3t qojq' }] })
  const drawn = await session.drawCode(id, 'otp')
  expect(drawn).toEqual(await drawQr('otpauth://totp/GitHub:mara?secret=GEZDGNBVGY3TQOJQ&issuer=GitHub'))
  await expect(session.drawCode(id, 'password')).rejects.toMatchObject({ code: 'BAD_OTP_SECRET' })
  await session.lock()
})

test('a drawing has white around it and stays in its box', async () => {
  const { size, path } = await drawQr('x')
  const moves = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, length]) => [
    Number(x),
    Number(y),
    Number(length)
  ])
  expect(moves.every(([x = 0, y = 0, length = 0]) => x >= 4 && y >= 4 && x + length <= size - 4 && y < size - 4)).toBe(
    true
  )
  await expect(drawQr('x'.repeat(3000))).rejects.toMatchObject({ code: 'TOO_LARGE' })
})
