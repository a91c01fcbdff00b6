import { backups } from './de/backups.ts'
import { common } from './de/common.ts'
import { damaged } from './de/damaged.ts'
import { detail } from './de/detail.ts'
import { editor } from './de/editor.ts'
import { errors } from './de/errors.ts'
import type { Texts } from './en.ts'
import { firstRun } from './de/first-run.ts'
import { generator } from './de/generator.ts'
import { keys } from './de/keys.ts'
import { list } from './de/list.ts'
import { merge } from './de/merge.ts'
import { notices } from './de/notices.ts'
import { palette } from './de/palette.ts'
import { password } from './de/password.ts'
import { recovery } from './de/recovery.ts'
import { saving } from './de/saving.ts'
import { settings } from './de/settings.ts'
import { shell } from './de/shell.ts'
import { timeMachine } from './de/time-machine.ts'
import { types } from './de/types.ts'
import { ui } from './de/ui.ts'
import { unlock } from './de/unlock.ts'

export const de: Texts = {
  backups,
  common,
  damaged,
  detail,
  editor,
  errors,
  firstRun,
  generator,
  keys,
  list,
  merge,
  notices,
  palette,
  password,
  recovery,
  saving,
  settings,
  shell,
  timeMachine,
  types,
  ui,
  unlock
}
