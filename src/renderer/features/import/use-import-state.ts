import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ChosenFile } from '../../../shared/vault-views.ts'
import { call, takeDropped } from '../../api.ts'
import type { ImportApi } from './import-context.ts'
import { CHOOSE, type ImportState, type Mapping, type ReadHow } from './import-state.ts'
import { columnsStep, readStep } from './import-steps.ts'

/** Everything that an import can be told; each answer is the next state. */
export function useImportState(): Omit<ImportApi, 'readOnly'> {
  const [state, setState] = useState<ImportState>(CHOOSE)
  const now = useRef(state)
  useEffect(() => {
    now.current = state
  }, [state])

  const read = useCallback(async (file: ChosenFile, how: ReadHow, keyFile: ChosenFile | null) => {
    setState({ at: 'reading', file })
    setState(await readStep(file, how, keyFile))
  }, [])

  const begin = useCallback(
    (chosen: Promise<ChosenFile | null>) =>
      void chosen.then(
        (file) => (file === null ? undefined : read(file, {}, null)),
        (error: unknown) => setState({ at: 'choose', error })
      ),
    [read]
  )

  return useMemo(
    () => ({
      state,
      choose: () => begin(call('import.choose', undefined)),
      chooseFolder: () => begin(call('import.chooseFolder', undefined)),
      paste: () => begin(call('share.paste', undefined)),
      take: (file) => begin(takeDropped(file, 'import')),
      unlock: (password) => unlock(now.current, password, read),
      chooseKeyFile: () => void chooseKeyFile(now.current).then(setState, keepState),
      showColumns: () => {
        if ('file' in now.current) void columnsStep(now.current.file).then(setState, keepState)
      },
      setColumns: (mapping) => void sketched(now.current, mapping).then(setState, keepState),
      readColumns: () => {
        if (now.current.at === 'columns') void read(now.current.file, mappingOf(now.current.sketch), null)
      },
      apply: () => void apply(now.current, setState),
      undo: () => void undone(now.current).then(setState, keepState),
      removeSource: () => void removed(now.current).then(setState, keepState),
      leave: () => setState(left(now.current))
    }),
    [state, begin, read]
  )
}

const keepState = (): void => {}

type Read = (file: ChosenFile, how: ReadHow, keyFile: ChosenFile | null) => Promise<void>

function unlock(state: ImportState, password: string, read: Read): void {
  if (state.at !== 'password') return
  const { file, keyFile } = state
  const key = keyFile === null ? {} : { keyFile: keyFile.handle }
  void read(file, { ...(password === '' && keyFile !== null ? {} : { password }), ...key }, keyFile)
}

async function chooseKeyFile(state: ImportState): Promise<ImportState> {
  const keyFile = await call('import.chooseKeyFile', undefined)
  return state.at === 'password' && keyFile !== null ? { ...state, keyFile, error: null } : state
}

async function sketched(state: ImportState, mapping: Mapping): Promise<ImportState> {
  if (state.at !== 'columns') return state
  try {
    const sketch = await call('import.sketch', { file: state.file.handle, mapping: [...mapping] })
    return { ...state, sketch, error: null }
  } catch (error) {
    return { ...state, error }
  }
}

const mappingOf = ({ columns }: { columns: readonly { role: Mapping[number] }[] }): ReadHow => ({
  mapping: columns.map(({ role }) => role)
})

async function apply(state: ImportState, setState: (next: ImportState) => void): Promise<void> {
  if (state.at !== 'preview') return
  const { file, sealed, preview } = state
  setState({ at: 'saving', file, sealed, preview })
  try {
    const done = await call('import.apply', { import: preview.import })
    setState({ at: 'receipt', file, sealed, done, undone: false, removed: false, error: null })
  } catch (error) {
    setState({ ...state, error })
  }
}

async function undone(state: ImportState): Promise<ImportState> {
  if (state.at !== 'receipt') return state
  try {
    await call('import.undo', { import: state.done.import })
    return { ...state, undone: true, error: null }
  } catch (error) {
    return { ...state, error }
  }
}

async function removed(state: ImportState): Promise<ImportState> {
  if (state.at !== 'receipt') return state
  try {
    const gone = await call('import.removeSource', { file: state.file.handle })
    return { ...state, removed: gone, error: null }
  } catch (error) {
    return { ...state, error }
  }
}

function left(state: ImportState): ImportState {
  if (state.at === 'preview') void call('import.drop', { import: state.preview.import }).catch(keepState)
  return CHOOSE
}
