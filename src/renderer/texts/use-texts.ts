import { createContext, useContext } from 'react'
import { en, type Texts } from './en.ts'

export const TextsContext = createContext<Texts>(en)

/** Every word of the page in the user's language. */
export const useTexts = (): Texts => useContext(TextsContext)
