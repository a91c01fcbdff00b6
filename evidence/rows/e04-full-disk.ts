import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Outcome, Row } from '../row.ts'
import { namespaceOf } from '../support/namespace.ts'
import { inTempFolder } from '../support/temp-folder.ts'

const DISK = '3m'

export const fullDisk: Row = {
  id: 'E4',
  seedless: true,
  claim: 'On a full disk the old content stays as it is, bit for bit, and the user is told.',
  target: 'a real small tmpfs, every 4 KiB of room, everything that writes',
  unit: 'fillings',
  scales: { short: 1, full: 8 },
  missing: () => (namespaceOf('--mount') === null ? 'this system allows no mounts of one’s own' : null),
  async run({ scale, script, report }) {
    const program = await script('small-disk')
    const namespace = namespaceOf('--mount') ?? []
    return inTempFolder(async (folder) => {
      const disk = join(folder, 'disk')
      await mkdir(disk)
      // The mount is seen by this one process tree alone, and goes with it.
      const mounted = 'mount -t tmpfs -o size="$1" tmpfs "$2" && exec "$3" "$4" "$2" "$5" "$6"'
      const step = String(Math.max(1, Math.round(8 / scale)))
      const args = [
        ...namespace.slice(1),
        'sh',
        '-c',
        mounted,
        'sh',
        DISK,
        disk,
        process.execPath,
        program,
        folder,
        step
      ]
      const { stdout } = await promisify(execFile)(namespace[0] ?? '', args)
      const outcome = JSON.parse(stdout) as Outcome
      report(outcome.tried)
      return outcome
    })
  }
}
