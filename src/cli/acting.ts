let command = 'coffer'

/** The journal of a vault says which command it was. */
export function actAs(name: string): void {
  command = `coffer ${name}`
}

export const acting = (): string => command
