import { VaultError } from '../core/errors.ts'
import { rewriteVault } from './compact-vault.ts'
import { foldInFile } from './merge/fold-in-file.ts'
import { goOn, type StoreState } from './store-state.ts'

/** After an error of the disk: what is really there, and where it cannot be trusted, a new file. */
export async function recover(state: StoreState): Promise<void> {
  const { failure } = state.opened.file
  if (failure !== null) {
    state.inDoubt ||= failure.inDoubt
    // A disk that is still full has no room to set the torn end aside: that is what there is to say.
    await foldIn(state).catch((error: unknown) => {
      throw error instanceof VaultError && error.code === 'READ_ONLY' ? failure.error : error
    })
  }
  if (state.inDoubt) goOn(state, await rewriteVault(state.environment.fs, state.opened), 'work')
  state.inDoubt = false
}

/**
 * A file that is no longer ours, or does not answer any more: a medium that was pulled out and put back has it again,
 * but not under this handle. Once bytes were written, the error stands.
 */
export async function foldInAfter(state: StoreState, error: unknown): Promise<void> {
  const mayBeAnother = error instanceof VaultError && (error.code === 'FILE_CHANGED_ON_DISK' || error.code === 'IO')
  if (!mayBeAnother || state.opened.file.failure !== null) throw error
  await foldIn(state)
}

/** Looks at the file, and folds in what another program put there. What failed waits for its retry. */
export async function refresh(state: StoreState): Promise<void> {
  if (state.opened.file.failure !== null) return
  try {
    await state.opened.file.checkUnchanged()
  } catch (error) {
    await foldInAfter(state, error)
  }
}

async function foldIn(state: StoreState): Promise<void> {
  const doubt = (): void => {
    state.inDoubt = true
  }
  goOn(state, await foldInFile(state.environment, state.opened, state.deviceId, doubt), 'file')
}
