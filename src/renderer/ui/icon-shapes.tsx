import type { ReactNode } from 'react'

/** Shapes on a 16 px grid; strokes come from the icon's own style, `solid` parts are filled. */
export const ICON_SHAPES = {
  alert: <path d="M8 2.8 1.8 13h12.4ZM8 6.5v3M8 11.2h.01" />,
  arrow: <path d="M3 8h10M9 4l4 4-4 4" />,
  bell: <path d="M4 11.5V7a4 4 0 0 1 8 0v4.5ZM2.8 11.5h10.4M6.8 13.7h2.4" />,
  calendar: (
    <>
      <rect x="2.5" y="3.5" width="11" height="10" rx="1.5" />
      <path d="M2.5 6.5h11M5.5 2v3M10.5 2v3" />
    </>
  ),
  caps: <path d="m8 2.5 5 5.5h-2.5v2.5h-5V8H3ZM5.5 13h5" />,
  card: (
    <>
      <rect x="2" y="3.5" width="12" height="9" rx="1.5" />
      <path d="M2 6.5h12M4.5 10H7" />
    </>
  ),
  check: <path d="m3 8.5 3.2 3.2L13 4.8" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 5v3l2 1.5" />
    </>
  ),
  code: <path d="m5.5 4.5-3.3 3.5 3.3 3.5M10.5 4.5l3.3 3.5-3.3 3.5" />,
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
      <path d="M10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5" />
    </>
  ),
  dice: (
    <>
      <rect x="2.5" y="2.5" width="11" height="11" rx="2.5" />
      <path
        className="solid"
        d="M5.7 6.5a.8.8 0 1 0 0-1.6.8.8 0 0 0 0 1.6Zm4.6 4.6a.8.8 0 1 0 0-1.6.8.8 0 0 0 0 1.6ZM8 8.8a.8.8 0 1 0 0-1.6.8.8 0 0 0 0 1.6Z"
      />
    </>
  ),
  down: <path d="M3.5 6 8 10.5 12.5 6" />,
  edit: <path d="m10.5 3 2.5 2.5L5.5 13H3v-2.5ZM9 4.5 11.5 7" />,
  export: <path d="M8 9.5v-7M5 5.3l3-3 3 3M2.5 10.5v2a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1v-2" />,
  external: <path d="M9.5 2.5h4v4M13.5 2.5 7.5 8.5M11.5 9v3.5a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1H7" />,
  eye: (
    <>
      <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z" />
      <circle cx="8" cy="8" r="2" />
    </>
  ),
  'eye-off': (
    <path d="M3.2 5.4C2.1 6.6 1.5 8 1.5 8S4 12.5 8 12.5c1.2 0 2.3-.4 3.2-1M6.3 3.8C6.8 3.6 7.4 3.5 8 3.5c4 0 6.5 4.5 6.5 4.5s-.5 1-1.5 2.1M2.5 2.5l11 11" />
  ),
  folder: <path d="M2 4.5a1 1 0 0 1 1-1h3l1.5 1.5H13a1 1 0 0 1 1 1V12a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1Z" />,
  globe: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M2.5 8h11M8 2.5c2 1.7 2.5 3.6 2.5 5.5S10 11.8 8 13.5C6 11.8 5.5 9.9 5.5 8S6 4.2 8 2.5Z" />
    </>
  ),
  grip: (
    <g className="solid">
      <circle cx="6" cy="4" r=".9" />
      <circle cx="10" cy="4" r=".9" />
      <circle cx="6" cy="8" r=".9" />
      <circle cx="10" cy="8" r=".9" />
      <circle cx="6" cy="12" r=".9" />
      <circle cx="10" cy="12" r=".9" />
    </g>
  ),
  health: <path d="M1.5 8.5h3l2-5 3 9 2-4h3" />,
  history: <path d="M2.5 8a5.5 5.5 0 1 0 1.6-3.9L2.5 5.5M2.5 2.5v3h3M8 5.2V8l2 1.3" />,
  id: (
    <>
      <rect x="2" y="3.5" width="12" height="9" rx="1.5" />
      <circle cx="5.8" cy="7.2" r="1.2" />
      <path d="M4 10.5a1.8 1.8 0 0 1 3.6 0M9.5 7h2.5M9.5 9.5h2.5" />
    </>
  ),
  import: <path d="M8 2.5v7M5 6.8l3 3 3-3M2.5 10.5v2a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1v-2" />,
  info: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 7.5v3M8 5.3h.01" />
    </>
  ),
  key: (
    <>
      <circle cx="5.25" cy="10.75" r="2.75" />
      <path d="m7.2 8.8 6.3-6.3M11 5l2 2" />
    </>
  ),
  laptop: <path d="M3.5 10.5v-6a1 1 0 0 1 1-1h7a1 1 0 0 1 1 1v6M1.8 12.5h12.4" />,
  left: <path d="M10 3.5 5.5 8l4.5 4.5" />,
  link: (
    <path d="M6.7 9.3a2.5 2.5 0 0 0 3.6 0l2.2-2.2a2.5 2.5 0 0 0-3.6-3.6l-.6.6M9.3 6.7a2.5 2.5 0 0 0-3.6 0L3.5 8.9a2.5 2.5 0 0 0 3.6 3.6l.6-.6" />
  ),
  lock: (
    <>
      <rect x="3" y="7" width="10" height="6.5" rx="1.5" />
      <path d="M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2" />
    </>
  ),
  menu: <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />,
  merge: (
    <>
      <circle cx="4.5" cy="4" r="1.5" />
      <circle cx="4.5" cy="12" r="1.5" />
      <circle cx="11.5" cy="9" r="1.5" />
      <path d="M4.5 5.5v5M4.5 5.5c.3 2.2 2 3.5 5.5 3.5" />
    </>
  ),
  more: (
    <g className="solid">
      <circle cx="3.5" cy="8" r="1.1" />
      <circle cx="8" cy="8" r="1.1" />
      <circle cx="12.5" cy="8" r="1.1" />
    </g>
  ),
  note: (
    <path d="M4 2.5h5L12.5 6v7a.5.5 0 0 1-.5.5H4a.5.5 0 0 1-.5-.5V3a.5.5 0 0 1 .5-.5ZM9 2.5V6h3.5M6 9h4M6 11h2.5" />
  ),
  paperclip: (
    <path d="m13 7.5-5.3 5.3a3.2 3.2 0 0 1-4.5-4.5L8.5 3a2.1 2.1 0 0 1 3 3l-5.2 5.2a1 1 0 0 1-1.5-1.5L9.5 5" />
  ),
  phone: (
    <>
      <rect x="4.5" y="2" width="7" height="12" rx="1.5" />
      <path d="M7.5 11.7h1" />
    </>
  ),
  plus: <path d="M8 3v10M3 8h10" />,
  print: (
    <path d="M4.5 6V2.5h7V6M4.5 11.5H3a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v3.5a1 1 0 0 1-1 1h-1.5M4.5 9.5h7v4h-7Z" />
  ),
  qr: (
    <path d="M2.5 2.5h4v4h-4ZM9.5 2.5h4v4h-4ZM2.5 9.5h4v4h-4ZM9.5 9.5h1.5v1.5M13.5 9.5v1.5M9.5 13.5h1.5M13 13h.5v.5" />
  ),
  reroll: <path d="M13.5 8a5.5 5.5 0 1 1-1.6-3.9l1.6 1.4M13.5 2.5v3h-3" />,
  right: <path d="m6 3.5 4.5 4.5L6 12.5" />,
  save: (
    <path d="M4 2.5h5L12.5 6v7a.5.5 0 0 1-.5.5H4a.5.5 0 0 1-.5-.5V3a.5.5 0 0 1 .5-.5ZM8 6.5v4M6.2 9l1.8 1.8L9.8 9" />
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.4 10.4 3.1 3.1" />
    </>
  ),
  server: (
    <>
      <rect x="2.5" y="3" width="11" height="4" rx="1" />
      <rect x="2.5" y="9" width="11" height="4" rx="1" />
      <path d="M5 5h.01M5 11h.01" />
    </>
  ),
  settings: (
    <>
      <path d="M2.5 5h6M12.5 5h1M2.5 11h1M7.5 11h6" />
      <circle cx="10.5" cy="5" r="1.75" />
      <circle cx="5.5" cy="11" r="1.75" />
    </>
  ),
  shield: <path d="M8 2 3 4v4c0 3 2.2 5 5 6 2.8-1 5-3 5-6V4Z" />,
  'shield-check': <path d="M8 2 3 4v4c0 3 2.2 5 5 6 2.8-1 5-3 5-6V4ZM5.8 8l1.6 1.6 3-3.1" />,
  star: <path d="m8 2 1.85 3.75 4.15.6-3 2.92.7 4.13L8 11.45 4.3 13.4 5 9.27 2 6.35l4.15-.6Z" />,
  tag: <path d="M8.2 2.5H13a.5.5 0 0 1 .5.5v4.8L8 13.3a1 1 0 0 1-1.4 0L2.7 9.4a1 1 0 0 1 0-1.4ZM10.8 5.2h.01" />,
  terminal: (
    <>
      <rect x="2" y="3" width="12" height="10" rx="1.5" />
      <path d="m4.8 6.2 2 1.8-2 1.8M8.5 10h2.7" />
    </>
  ),
  trash: (
    <path d="M2.5 4.5h11M6 4.5V3a.5.5 0 0 1 .5-.5h3a.5.5 0 0 1 .5.5v1.5M4 4.5l.6 8.1a1 1 0 0 0 1 .9h4.8a1 1 0 0 0 1-.9l.6-8.1M6.8 7.3v3.4M9.2 7.3v3.4" />
  ),
  type: (
    <>
      <path d="m1.8 12.5 3.2-9h.5l3.2 9M3 9.5h4.6" />
      <circle cx="11.8" cy="10.3" r="2.2" />
      <path d="M14 8v4.5" />
    </>
  ),
  undo: <path d="M5.5 3 2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H7" />,
  up: <path d="M8 13V3M4 7l4-4 4 4" />,
  updown: <path d="m5 6 3-3 3 3M5 10l3 3 3-3" />,
  user: (
    <>
      <circle cx="8" cy="5.5" r="2.5" />
      <path d="M3 13.5a5 5 0 0 1 10 0" />
    </>
  ),
  wifi: <path d="M1.8 6.3a9 9 0 0 1 12.4 0M4 8.7a5.8 5.8 0 0 1 8 0M6.2 11a2.7 2.7 0 0 1 3.6 0M8 12.9h.01" />,
  x: <path d="m4 4 8 8M12 4l-8 8" />
} as const satisfies Record<string, ReactNode>

export type IconName = keyof typeof ICON_SHAPES
