import { attachments } from './en/attachments.ts'
import { backups } from './en/backups.ts'
import { breaches } from './en/breaches.ts'
import { codes } from './en/codes.ts'
import { common } from './en/common.ts'
import { damaged } from './en/damaged.ts'
import { detail } from './en/detail.ts'
import { deviceKey } from './en/device-key.ts'
import { due } from './en/due.ts'
import { editor } from './en/editor.ts'
import { errors, type ErrorTexts } from './en/errors.ts'
import { exports } from './en/exports.ts'
import { firstRun } from './en/first-run.ts'
import { generator } from './en/generator.ts'
import { health } from './en/health.ts'
import { history } from './en/history.ts'
import { imports } from './en/imports.ts'
import { journal } from './en/journal.ts'
import { keys } from './en/keys.ts'
import { list } from './en/list.ts'
import { many } from './en/many.ts'
import { merge } from './en/merge.ts'
import { newKeys } from './en/new-keys.ts'
import { notices } from './en/notices.ts'
import { ownTypes } from './en/own-types.ts'
import { palette } from './en/palette.ts'
import { passwordChange } from './en/password-change.ts'
import { password } from './en/password.ts'
import { recovery } from './en/recovery.ts'
import { saving } from './en/saving.ts'
import { settings } from './en/settings.ts'
import { share } from './en/share.ts'
import { shell } from './en/shell.ts'
import { strength } from './en/strength.ts'
import { tags } from './en/tags.ts'
import { timeMachine } from './en/time-machine.ts'
import { trash } from './en/trash.ts'
import { tray } from './en/tray.ts'
import { types } from './en/types.ts'
import { ui } from './en/ui.ts'
import { undo } from './en/undo.ts'
import { unlock } from './en/unlock.ts'

const sentences: ErrorTexts = errors

/** Every word of the page, by area; the type of this object is what each other language must fill. */
export const en = {
  attachments,
  backups,
  breaches,
  codes,
  common,
  damaged,
  detail,
  deviceKey,
  due,
  editor,
  errors: sentences,
  exports,
  firstRun,
  generator,
  health,
  history,
  imports,
  journal,
  keys,
  list,
  many,
  merge,
  newKeys,
  notices,
  ownTypes,
  palette,
  password,
  passwordChange,
  recovery,
  saving,
  settings,
  share,
  shell,
  strength,
  tags,
  timeMachine,
  trash,
  tray,
  types,
  ui,
  undo,
  unlock
}

export type Texts = typeof en
