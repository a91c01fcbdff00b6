import { mergeVaults } from '../../src/core/vault/merge.ts'
import { makeBackup } from '../../src/vault/make-backup.ts'
import { restoreBackup } from '../../src/vault/restore-backup.ts'
import type { Session } from '../../src/vault/session.ts'
import { writeSnapshot } from '../../src/vault/storage/write-snapshot.ts'
import type { Dice } from './dice.ts'
import { type Life, type Model, reopen } from './modelled-life.ts'
import { loginEdit, openSessionAt, quickEnvironment } from './sessions.ts'
import { FOLDER, VAULT } from './vaults.ts'

/** Does something to the vault; gives what must be in it afterwards. Throws what the vault throws. */
export type Command = (life: Life, dice: Dice) => Promise<Model>

const MOST_ITEMS = 14
const COPY = `${FOLDER}/copy.coffer`

const secretOf = ({ number }: Dice): string => `secret ${number(1e6)}`

async function create(session: Session, life: Life, model: Model, dice: Dice): Promise<Model> {
  life.made += 1
  const [title, secret, notes] = [`item ${life.made}`, secretOf(dice), 'n'.repeat(dice.number(300))]
  await session.create('login', loginEdit(title, secret, notes))
  return new Map(model).set(title, [secret, notes, false])
}

async function edit(session: Session, model: Model, dice: Dice): Promise<Model> {
  const [title, before] = dice.pick([...model])
  const id = session.find(title)
  const [secret, notes] = [secretOf(dice), 'm'.repeat(dice.number(300))]
  await session.edit(id, (await session.item(id)).revision, loginEdit(title, secret, notes))
  return new Map(model).set(title, [secret, notes, before[2]])
}

async function setTrashed(session: Session, model: Model, dice: Dice, trashed: boolean): Promise<Model> {
  const [title, [secret, notes]] = dice.pick([...model])
  await (trashed ? session.trash([session.find(title)]) : session.restore([session.find(title)]))
  return new Map(model).set(title, [secret, notes, trashed])
}

/** Two copies of the file are worked on one after the other and brought together again. */
async function workElsewhereAndMerge(life: Life, dice: Dice): Promise<Model> {
  const { disk, session, now, password } = life
  disk.put(COPY, disk.files().get(VAULT) ?? new Uint8Array())
  const elsewhere = quickEnvironment(disk.fs, '/elsewhere', now)
  const request = { path: COPY, credential: { masterPassword: password }, acceptOlder: true }
  const other = await openSessionAt(elsewhere, request)
  try {
    let model = await create(other, life, life.model, dice)
    model = await edit(other, model, dice)
    if (life.model.size > 0)
      model = await edit(session, life.model, dice).then((mine) => mergedModel(life.model, mine, model))
    for (const each of [session, other]) for (const id of each.store.opened().folded.ids()) await each.item(id)
    const { changes } = mergeVaults(session.store.opened().folded, other.store.opened().folded)
    await session.store.save(() => changes)
    return model
  } finally {
    await other.lock()
    await disk.fs.unlink(COPY)
  }
}

/**
 * Field by field: ours was written last, so where both have changed one, ours stands; and what only they have changed is
 * theirs, also where our edit came to the value that was there before, which says nothing.
 */
function mergedModel(before: Model, mine: Model, theirs: Model): Model {
  const both = new Map(theirs)
  for (const [title, [secret, notes, trashed]] of mine) {
    const [old, other] = [before.get(title), theirs.get(title)]
    if (old === undefined || other === undefined) continue
    both.set(title, [
      secret === old[0] ? other[0] : secret,
      notes === old[1] ? other[1] : notes,
      trashed === old[2] ? other[2] : trashed
    ])
  }
  return both
}

export const COMMANDS: Readonly<Record<string, Command>> = {
  create: async (life, dice) => create(life.session, life, life.model, dice),
  edit: async (life, dice) => edit(life.session, life.model, dice),
  trash: async (life, dice) => setTrashed(life.session, life.model, dice, true),
  untrash: async (life, dice) => setTrashed(life.session, life.model, dice, false),
  async purge({ session, model }, dice) {
    const [title] = dice.pick([...model])
    const id = session.find(title)
    await session.trash([id])
    await session.purge([id])
    const rest = new Map(model)
    rest.delete(title)
    return rest
  },
  async reopen(life) {
    await reopen(life)
    return life.model
  },
  async backup(life) {
    const { path } = await makeBackup(life.environment, life.session)
    life.backups.set(path, { model: life.model, password: life.password })
    return life.model
  },
  async restore(life, dice) {
    const present = [...life.backups].filter(([path]) => life.disk.files().has(path))
    if (present.length === 0) return life.model
    const [backup, { model, password }] = dice.pick(present)
    await life.session.lock()
    const restored = await restoreBackup(life.environment, { backup, target: VAULT, password })
    Object.assign(life, { session: restored.session, password })
    if (restored.keptAs !== null) await life.disk.fs.unlink(restored.keptAs)
    return model
  },
  async rotate(life, dice) {
    const next = `a master password ${dice.number(1e6)}`
    await life.session.changeMasterPassword({ current: life.password, next })
    life.password = next
    return life.model
  },
  async compact({ session, environment, model }) {
    const { head, keys, folded, file } = session.store.opened()
    const source = { folded, loadDetails: file.loadDetails, attachments: file.readAttachment }
    const options = { beforeSwap: file.checkUnchanged }
    await writeSnapshot(environment.fs, { path: VAULT, replace: true }, head, keys, source, options)
    return model
  },
  merge: workElsewhereAndMerge
}

const OFTEN = ['create', 'create', 'create', 'edit', 'edit', 'edit', 'edit', 'trash', 'untrash', 'purge', 'reopen']
const RARELY = ['backup', 'restore', 'rotate', 'compact', 'merge']

export function drawCommand({ model }: Life, dice: Dice): string {
  if (model.size === 0) return 'create'
  if (model.size > MOST_ITEMS) return 'purge'
  return dice.pick(dice.chance() < 0.85 ? OFTEN : RARELY)
}
