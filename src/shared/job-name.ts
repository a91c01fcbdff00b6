import * as v from 'valibot'

/** Long work has one name; a new run of the same work replaces the old one's progress. */
export const jobName = v.picklist([
  'unlock',
  'create',
  'rekey',
  'export',
  'restore',
  'salvage',
  'backup',
  'calibrate',
  'saveCopy',
  'compact',
  'merge',
  'attach',
  'saveAttachment',
  'import',
  'breaches'
])
export type JobName = v.InferOutput<typeof jobName>
