import type { SealedSecret } from '../../shared/sealed-secret.ts'

/** As it comes from the page; main hands it on and looks at nothing but whose key it is. */
export const sealed = (box = 'x', to = 'the key'): SealedSecret => ({ to, key: 'its own', box })
