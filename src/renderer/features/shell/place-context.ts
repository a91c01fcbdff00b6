import { createContext, useContext } from 'react'
import type { Place } from './shell-state.ts'

/** Leads a page, or a notice above it, to another place of the window; what is open in the editor is saved first. */
export const PlaceContext = createContext<(place: Place) => void>(() => {})

export const useGo = (): ((place: Place) => void) => useContext(PlaceContext)
