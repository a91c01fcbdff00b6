import type { Stored } from './settings-store.ts'

type WindowPlace = Stored['window']
type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** As much of the title bar as one needs to take hold of the window. */
const GRIP = { width: 120, height: 40 }
export const LEAST_SIZE = { width: 480, height: 400 }

/** Bounds for a new window: where it was, unless that screen is gone; without a place the system centres it. */
export function openingBounds({ width, height, at }: WindowPlace, screens: readonly Area[]): Partial<Area> {
  const size = { width: Math.max(width, LEAST_SIZE.width), height: Math.max(height, LEAST_SIZE.height) }
  if (at === null || !screens.some((screen) => canBeGripped({ ...at, ...size }, screen))) return size
  return { ...size, ...at }
}

function canBeGripped(window: Area, screen: Area): boolean {
  const seenWidth = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  const top = window.y - screen.y
  return seenWidth >= GRIP.width && top >= 0 && top <= screen.height - GRIP.height
}
