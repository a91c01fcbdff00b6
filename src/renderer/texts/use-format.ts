import { createContext, useContext } from 'react'
import { createFormat, type Format } from './format.ts'

export const FormatContext = createContext<Format>(createFormat('en-GB'))

/** Numbers, sizes and times in the user's locale. */
export const useFormat = (): Format => useContext(FormatContext)
