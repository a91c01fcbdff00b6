import { attachments } from './de/attachments.ts'
import { backups } from './de/backups.ts'
import { breaches } from './de/breaches.ts'
import { codes } from './de/codes.ts'
import { common } from './de/common.ts'
import { damaged } from './de/damaged.ts'
import { detail } from './de/detail.ts'
import { deviceKey } from './de/device-key.ts'
import { due } from './de/due.ts'
import { editor } from './de/editor.ts'
import { errors } from './de/errors.ts'
import type { Texts } from './en.ts'
import { exports } from './de/exports.ts'
import { firstRun } from './de/first-run.ts'
import { generator } from './de/generator.ts'
import { health } from './de/health.ts'
import { history } from './de/history.ts'
import { imports } from './de/imports.ts'
import { journal } from './de/journal.ts'
import { keys } from './de/keys.ts'
import { list } from './de/list.ts'
import { many } from './de/many.ts'
import { merge } from './de/merge.ts'
import { newKeys } from './de/new-keys.ts'
import { notices } from './de/notices.ts'
import { ownTypes } from './de/own-types.ts'
import { palette } from './de/palette.ts'
import { passwordChange } from './de/password-change.ts'
import { password } from './de/password.ts'
import { recovery } from './de/recovery.ts'
import { saving } from './de/saving.ts'
import { settings } from './de/settings.ts'
import { share } from './de/share.ts'
import { shell } from './de/shell.ts'
import { strength } from './de/strength.ts'
import { tags } from './de/tags.ts'
import { timeMachine } from './de/time-machine.ts'
import { trash } from './de/trash.ts'
import { tray } from './de/tray.ts'
import { types } from './de/types.ts'
import { ui } from './de/ui.ts'
import { undo } from './de/undo.ts'
import { unlock } from './de/unlock.ts'

export const de: Texts = {
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
  errors,
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
