import type { IconName } from '../../ui/icon-shapes.tsx'

/** Something that can be done, by name. */
export type PaletteCommand = {
  readonly id: string
  readonly name: string
  readonly icon: IconName
  readonly keys?: string | undefined
  run(): void
}

export type PaletteGroup = { readonly title: string; readonly commands: readonly PaletteCommand[] }

/** A line as it is drawn; `tile` stands for an item. */
export type PaletteLine = {
  readonly id: string
  readonly name: string
  readonly hits: readonly (readonly [number, number])[]
  readonly icon: IconName | null
  readonly keys?: string | undefined
  readonly note?: string
  /** The head of the group that this line begins. */
  readonly head: string | null
  run(): void
}
