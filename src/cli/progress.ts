import type { JobName } from '../shared/job-name.ts'

const DOING: Record<JobName, string> = {
  unlock: 'Deriving the key',
  create: 'Creating the vault',
  rekey: 'Sealing everything anew',
  export: 'Exporting',
  restore: 'Restoring',
  salvage: 'Salvaging',
  backup: 'Backing up',
  calibrate: 'Measuring',
  saveCopy: 'Writing the copy',
  compact: 'Compacting',
  merge: 'Merging',
  attach: 'Attaching',
  saveAttachment: 'Writing the file',
  import: 'Reading the file',
  breaches: 'Looking in the list'
}

const QUIET_FOR = 500

/** A line on the terminal for work of over half a second; nothing at all where standard error is not a terminal. */
export function startProgress(): { report: (job: JobName, done: number, total: number) => void; end: () => void } {
  if (!process.stderr.isTTY) return { report: () => {}, end: () => {} }
  const begun = Date.now()
  let shown = false
  let current = ''
  const draw = (): void => {
    if (current === '' || Date.now() - begun < QUIET_FOR) return
    shown = true
    process.stderr.write(`\r\u001b[K${current}`)
  }
  const timer = setInterval(draw, 200)
  timer.unref()
  return {
    report(job, done, total) {
      current = total > 0 ? `${DOING[job]} … ${Math.floor((done / total) * 100)} %` : `${DOING[job]} …`
    },
    end() {
      clearInterval(timer)
      if (shown) process.stderr.write('\r\u001b[K')
    }
  }
}
