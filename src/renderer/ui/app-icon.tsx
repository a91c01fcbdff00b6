import { classes } from './classes.ts'
import styles from './app-icon.module.css'

/** The mark in its own colours, from 24 px up. */
export function AppIcon({ large = false }: { readonly large?: boolean }) {
  return (
    <svg className={classes(styles['appIcon'], large && styles['large'])} viewBox="0 0 512 512" aria-hidden="true">
      <path
        fill="#0e7d89"
        d="M128 64h256a96 96 0 0 1 96 96v32H344v-16a32 32 0 0 0-32-32H200a32 32 0 0 0-32 32v16H32v-32a96 96 0 0 1 96-96Z"
      />
      <path
        fill="#3aa0aa"
        d="M128 64h256a96 96 0 0 1 96 96H472a88 72 0 0 0-88-80H128a88 72 0 0 0-88 80H32a96 96 0 0 1 96-96Z"
      />
      <path
        fill="#096570"
        d="M32 224h136v64a48 48 0 0 0 48 48h80a48 48 0 0 0 48-48v-64h136v160a64 64 0 0 1-64 64H96a64 64 0 0 1-64-64Z"
      />
      <path fill="#07525c" d="M88 224h32v224H96l-8-.5zM392 224h32v223.5l-8 .5h-24z" />
      <path fill="#0b6a75" d="M88 80h32v112H88zM392 80h32v112h-32z" />
      <rect x="200" y="176" width="112" height="128" rx="24" fill="#f6f1e6" />
      <path fill="#07525c" d="M256 204a25 25 0 0 1 12 46.9V274a12 12 0 0 1-24 0v-23.1A25 25 0 0 1 256 204Z" />
    </svg>
  )
}
