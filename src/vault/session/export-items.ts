import type { ExportOutcome } from '../../shared/export-views.ts'
import { exportVault, type ExportVaultRequest } from '../transfer/export-vault.ts'
import type { SessionContext } from './session-context.ts'

export type ExportItems = {
  exportItems(request: ExportVaultRequest): Promise<ExportOutcome>
}

export function exportItems({ environment, opened }: SessionContext): ExportItems {
  return { exportItems: async (request) => exportVault(environment, opened(), request) }
}
