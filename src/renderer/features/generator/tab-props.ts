/** What every tab hands on to its output. */
export type TabProps = {
  readonly copyKeys?: string | undefined
  readonly onCopy: (text: string) => void
  readonly onUse?: ((text: string, bits: number) => void) | undefined
}
