import type { ServedBy, VaultHandlers } from '../../shared/api.ts'

/** The methods of the vault process whose name begins with `<Group>.`: each group has a file of its own. */
export type HandlersOf<Group extends string> = VaultHandlers<Extract<ServedBy<'vault'>, `${Group}.${string}`>>
