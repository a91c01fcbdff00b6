export const common = {
  back: 'Back',
  continue: 'Continue',
  done: 'Done',
  copy: 'Copy',
  steps: 'Steps',
  step: (step: number, of: number) => `Step ${step} of ${of}`,
  capsLock: 'Caps Lock is on',
  masterPassword: 'Master password',
  bits: (bits: string) => `${bits} bits`
}

export type CommonTexts = typeof common
