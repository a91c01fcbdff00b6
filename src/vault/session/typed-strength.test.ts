import { describe, expect, test } from 'vitest'
import { estimateBits } from '../../core/vault/strength.ts'
import { createVault } from '../create-vault.ts'
import { createStrength } from '../strength/strength.ts'
import { eachInItsFolder, login, PASSWORD } from '../test-support/quick-environment.ts'

const place = eachInItsFolder()
const TYPED = 'Kaffeeklatsch-Bonn7'

/** As it is typed: nobody says how strong it is. */
const typedLogin = (title: string, password: string) => {
  const { fields, ...rest } = login(title, password)
  return { ...rest, fields: fields.map((field) => (field.change === 'put' ? { ...field, bits: undefined } : field)) }
}

async function open() {
  const { environment, path } = place()
  const strength = createStrength({ ask: async () => ({ bits: 12.7, reason: 'known' }), end: () => {} })
  const made = await createVault({ ...environment, strength }, { path, name: 'Mara', masterPassword: PASSWORD })
  return { session: made.session, strength }
}

const password = ({ fields }: { readonly fields: readonly { readonly id: string }[] }) =>
  fields.find(({ id }) => id === 'password')

describe('the strength that is kept with a typed password', () => {
  test('is what the meter said of it, of a new item and of a changed one', async () => {
    const { session, strength } = await open()
    await strength.judge(TYPED, ['Kaffeeklatsch'])
    const item = await session.create('login', typedLogin('Kaffeeklatsch', TYPED))
    expect(password(item)).toMatchObject({ bits: 12 })
    await strength.judge(`${TYPED}!`, ['Kaffeeklatsch'])
    const changed = await session.edit(item.id, item.revision, typedLogin('Kaffeeklatsch', `${TYPED}!`))
    expect(password(changed)).toMatchObject({ bits: 12 })
    await session.lock()
  })

  test('is the quick estimate where nothing was said, and exact where it was generated', async () => {
    const { session, strength } = await open()
    const typed = await session.create('login', typedLogin('Kaffeeklatsch', TYPED))
    expect(password(typed)).toMatchObject({ bits: Math.floor(estimateBits(TYPED)) })
    await strength.judge(TYPED, [])
    const generated = await session.create('login', login('Kaffeeklatsch', TYPED))
    expect(password(generated)).toMatchObject({ bits: 77 })
    await session.lock()
  })
})
