import { type KeyboardEvent, type RefObject, useCallback, useEffect, useImperativeHandle, useRef } from 'react'
import { call } from '../../api.ts'
import { errorText } from '../../error-text.ts'
import { typeName } from '../../texts/type-names.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { LetterTile } from '../../ui/letter-tile.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { classes } from '../../ui/classes.ts'
import { AttachmentList } from '../attachments/attachment-list.tsx'
import files from '../attachments/attachments.module.css'
import { useAttach } from '../attachments/use-attach.tsx'
import type { OfferUndo } from '../attachments/use-attachment-moves.tsx'
import { useFileDrop } from '../attachments/use-file-drop.ts'
import { useItemFiles } from '../attachments/use-item-files.ts'
import { AddField } from './add-field.tsx'
import { retag, retitle, star } from './draft-changes.ts'
import { EditFields } from './edit-fields.tsx'
import styles from './editor.module.css'
import type { SaveStatus } from './save-work.ts'
import type { EditorStart, SaverState } from './saver.ts'
import { TagsEditor } from './tags-editor.tsx'
import { useSaver } from './use-saver.ts'
import { useToldSaves } from './use-told-saves.ts'

/** What the window around asks of an open editor. */
export type EditorHandle = {
  /** Saves all that is open; false when it could not be saved. */
  flush(): Promise<boolean>
  /** The item, once there is one. */
  id(): string | null
}

type EditorPaneProps = {
  readonly start: EditorStart
  readonly knownTags: readonly string[]
  /** Grows with every change of the vault. */
  readonly version: number
  readonly offerUndo: OfferUndo
  readonly handle: RefObject<EditorHandle | null>
  onDone(): void
  onSaved(): void
  onError(error: unknown): void
}

export function EditorPane({
  start,
  knownTags,
  version,
  offerUndo,
  handle,
  onDone,
  onSaved,
  onError
}: EditorPaneProps) {
  const t = useTexts()
  const [saver, state] = useSaver(start)
  const { draft, savedAt } = state
  const title = useRef<HTMLInputElement>(null)
  const ensure = useCallback((name: string) => saver.ensure(name), [saver])
  const attach = useAttach({ item: ensure, onAttached: onSaved, offerUndo, onError })
  const makeKey = async () => {
    const id = await saver.ensure(typeName(t, start.type))
    if (id === null) return
    await call('item.makeSshKey', { item: id }).then(() => saver.refresh(), onError)
    onSaved()
  }
  const { over, props } = useFileDrop(attach.drop)
  const attachments = useItemFiles(state.id, version)
  const flush = useToldSaves(saver, savedAt, onSaved)
  useImperativeHandle(handle, () => ({ flush, id: () => saver.state().id }), [saver, flush])
  useEffect(() => {
    title.current?.focus()
  }, [])
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onDone()
  }
  const name = draft.title === '' ? t.editor.creating(typeName(t, start.type)) : t.editor.editing(draft.title)
  return (
    <section
      className={classes(styles['editor'], over && files['drop'])}
      aria-label={name}
      data-pane="detail"
      onKeyDown={leave}
      {...props}
    >
      <h1 className="visually-hidden">{name}</h1>
      <EditorBar
        state={state}
        onRetry={() => void saver.flush()}
        onStar={(on) => saver.change(star(on))}
        onDone={onDone}
      />
      <div className={styles['body']}>
        <div className={styles['title']}>
          <LetterTile title={draft.title} size="large" />
          <TextField
            ref={title}
            className={styles['titleInput']}
            label={t.editor.title}
            placeholder={typeName(t, start.type)}
            value={draft.title}
            onChange={(event) => saver.change(retitle(event.currentTarget.value))}
          />
        </div>
        <EditFields saver={saver} state={state} onError={onError} />
        <TagsEditor tags={draft.tags} known={knownTags} onTags={(tags) => saver.change(retag(tags))} />
        <AddField saver={saver} type={start.type} onAttach={attach.choose} onMakeKey={() => void makeKey()} />
        {state.id === null ? null : (
          <AttachmentList
            item={state.id}
            files={attachments}
            readOnly={false}
            onChanged={onSaved}
            offerUndo={offerUndo}
            onError={onError}
          />
        )}
      </div>
    </section>
  )
}

type EditorBarProps = { readonly state: SaverState; onRetry(): void; onStar(on: boolean): void; onDone(): void }

function EditorBar({ state, onRetry, onStar, onDone }: EditorBarProps) {
  const t = useTexts()
  return (
    <div className={styles['bar']}>
      <IconButton icon="left" label={t.shell.backToList} className={styles['back']} onClick={onDone} />
      <SaveLine status={state.status} savedAt={state.savedAt} isNew={state.id === null} onRetry={onRetry} />
      <span className="push line">
        <IconButton
          icon="star"
          label={t.detail.favorite}
          on={state.draft.favorite}
          onClick={() => onStar(!state.draft.favorite)}
        />
        <Button keys="Esc" onClick={onDone}>
          {t.editor.done}
        </Button>
      </span>
    </div>
  )
}

type SaveLineProps = {
  readonly status: SaveStatus
  readonly savedAt: number | null
  readonly isNew: boolean
  onRetry(): void
}

/** Always says whether what is on the screen is in the vault. */
function SaveLine({ status, savedAt, isNew, onRetry }: SaveLineProps) {
  const t = useTexts()
  const format = useFormat()
  if (status.is === 'failed') {
    const why = t.editor.notSavedBecause(errorText(t, status.error))
    return (
      <span className={styles['failed']} role="alert">
        <Icon name="alert" />
        <span className="truncate" title={why}>
          {why}
        </span>
        <Button size="small" onClick={onRetry}>
          {t.editor.retry}
        </Button>
      </span>
    )
  }
  const saved = savedAt !== null && status.is === 'clean'
  const words = saved
    ? t.editor.saved(format.time(savedAt))
    : status.is === 'clean'
      ? isNew
        ? t.editor.notYet
        : ''
      : t.editor.pending
  return (
    <span className={styles['saved']} role="status">
      {saved ? <Icon name="check" /> : null}
      <span className="truncate">{words}</span>
    </span>
  )
}
