/** What all steps of a wizard share. */
export type StepFrame = {
  readonly title: string
  readonly note: string
  readonly steps: readonly string[]
  readonly step: number
  readonly inDialog?: boolean
}
