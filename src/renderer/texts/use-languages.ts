import { useSyncExternalStore } from 'react'

/** The languages of the system, the preferred first; when they change, whoever asks is drawn anew. */
export function useLanguages(): readonly string[] {
  // As one text: a list would be another one each time.
  return useSyncExternalStore(subscribe, () => navigator.languages.join(' ')).split(' ')
}

function subscribe(onChange: () => void): () => void {
  addEventListener('languagechange', onChange)
  return () => removeEventListener('languagechange', onChange)
}
