/** The mark in the text's colour, drawn on the 16 px grid. */
export function Mark({ className }: { readonly className?: string | undefined }) {
  return (
    <svg className={className} viewBox="0 0 16 16" aria-hidden="true">
      <path
        fill="currentColor"
        d="M4 2h8a3 3 0 0 1 3 3v1h-4.5V5.5a1 1 0 0 0-1-1h-3a1 1 0 0 0-1 1V6H1V5a3 3 0 0 1 3-3Zm-3 5h4.5v2a1.5 1.5 0 0 0 1.5 1.5h2A1.5 1.5 0 0 0 10.5 9V7H15v5a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2Z"
      />
      <path
        fill="currentColor"
        fillRule="evenodd"
        d="M6.5 6.2a.7.7 0 0 1 .7-.7h1.6a.7.7 0 0 1 .7.7v2.6a.7.7 0 0 1-.7.7H7.2a.7.7 0 0 1-.7-.7Z"
      />
    </svg>
  )
}
