import type { Command } from 'commander'

type AddCommand = (program: Command) => void

/**
 * Each command and the file that it is in. Only that of the command that was asked for is loaded, with what it needs:
 * most of the time of a short command would else go into reading the code of all the others.
 */
export const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  create: async () => (await import('./commands/create.ts')).addCreate,
  'unlock-check': async () => (await import('./commands/unlock-check.ts')).addUnlockCheck,
  list: async () => (await import('./commands/list.ts')).addList,
  search: async () => (await import('./commands/search.ts')).addSearch,
  show: async () => (await import('./commands/show.ts')).addShow,
  add: async () => (await import('./commands/add.ts')).addAdd,
  edit: async () => (await import('./commands/edit.ts')).addEdit,
  trash: async () => (await import('./commands/trash.ts')).addTrash,
  'restore-item': async () => (await import('./commands/trash.ts')).addRestoreItem,
  generate: async () => (await import('./commands/generate.ts')).addGenerate,
  health: async () => (await import('./commands/health.ts')).addHealth,
  breaches: async () => (await import('./commands/breaches.ts')).addBreaches,
  journal: async () => (await import('./commands/journal.ts')).addJournal,
  totp: async () => (await import('./commands/totp.ts')).addTotp,
  attach: async () => (await import('./commands/attach.ts')).addAttach,
  'save-attachment': async () => (await import('./commands/save-attachment.ts')).addSaveAttachment,
  detach: async () => (await import('./commands/detach.ts')).addDetach,
  passwd: async () => (await import('./commands/passwd.ts')).addPasswd,
  recover: async () => (await import('./commands/recover.ts')).addRecover,
  backup: async () => (await import('./commands/backup.ts')).addBackup,
  export: async () => (await import('./commands/export.ts')).addExport,
  verify: async () => (await import('./commands/verify.ts')).addVerify,
  restore: async () => (await import('./commands/restore.ts')).addRestore,
  salvage: async () => (await import('./commands/salvage.ts')).addSalvage,
  merge: async () => (await import('./commands/merge.ts')).addMerge,
  compact: async () => (await import('./commands/compact.ts')).addCompact,
  inspect: async () => (await import('./commands/inspect.ts')).addInspect,
  import: async () => (await import('./commands/import.ts')).addImport,
  share: async () => (await import('./commands/share.ts')).addShare,
  receive: async () => (await import('./commands/receive.ts')).addReceive,
  identity: async () => (await import('./commands/identity.ts')).addIdentity,
  recipients: async () => (await import('./commands/recipients.ts')).addRecipients,
  read: async () => (await import('./commands/read.ts')).addRead,
  inject: async () => (await import('./commands/inject.ts')).addInject,
  run: async () => (await import('./commands/run.ts')).addRun
}
