/** One promise of SECURITY.md, shown by trying to break it. */
export type Row = {
  /** `E5`: the line of EVIDENCE.md. */
  readonly id: string
  readonly claim: string
  readonly target: string
  /** What `tried` counts. */
  readonly unit: string
  /** How many tries belong to the short form, which runs with the unit tests, and to the full one. */
  readonly scales: { readonly short: number; readonly full: number }
  /** Why it cannot be tried on this machine; null when it can. */
  readonly missing?: () => string | null
  /** It tries all there is, whatever the seed: a second run would be the first again. */
  readonly seedless?: true
  /** What counts as kept although somebody could expect otherwise: said, so that a zero can be read. */
  readonly letsPass?: string
  readonly run: (trial: Trial) => Promise<Outcome>
}

export type Trial = {
  /** 32 bits: the same seed and scale try the same things. */
  readonly seed: number
  readonly scale: number
  readonly report: (done: number) => void
  /** False when the time that was given is up: the row then ends with what it has tried. */
  readonly goesOn: () => boolean
  /** The path of a program of evidence/children as a script for Node. */
  readonly script: (name: string) => Promise<string>
}

/** `failed` counts the tries that broke the promise; the first few are told in `notes`, with all it takes to repeat them. */
export type Outcome = { readonly tried: number; readonly failed: number; readonly notes: readonly string[] }
