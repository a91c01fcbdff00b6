import { useRef, useState } from 'react'
import { useCtrlKey } from '../../session/use-key.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { Page } from '../../ui/page.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ChangePassword } from '../password/change-password.tsx'
import { NewPhrase } from '../recovery/new-phrase.tsx'
import { matchesSetting } from './match-setting.ts'
import { RaiseCost } from './raise-cost.tsx'
import { SettingRow } from './setting-row.tsx'
import styles from './settings.module.css'
import { type KeyChange, type SettingSection, useSettingSections } from './use-setting-sections.tsx'

/** One page, with a search; each default says why it is one. */
export function SettingsPage() {
  const t = useTexts()
  const [search, setSearch] = useState('')
  const [changing, setChanging] = useState<KeyChange | null>(null)
  const close = () => setChanging(null)
  const field = useRef<HTMLInputElement>(null)
  const sections = useSettingSections(setChanging)
  const found = filterSections(sections, search)
  useCtrlKey('f', () => {
    field.current?.select()
    return true
  })
  return (
    <Page
      title={t.settings.title}
      className={styles['page']}
      actions={
        <TextField
          ref={field}
          type="search"
          label={t.settings.search}
          placeholder={t.settings.search}
          icon="search"
          quiet
          className={styles['search']}
          end={<KeyHint keys="Ctrl+F" />}
          onInput={(event) => setSearch(event.currentTarget.value.trim())}
        />
      }
    >
      <SectionLinks sections={found} />
      <div className={styles['body']}>
        {found.length === 0 ? <p className="muted">{t.settings.nothing(search)}</p> : null}
        {found.map(({ id, title, lines }) => (
          <section key={id} id={`settings-${id}`} className={styles['section']} aria-label={title}>
            <h2 className="h3">{title}</h2>
            {lines.map(({ place, ...line }) => (
              <SettingRow key={place} {...line} />
            ))}
          </section>
        ))}
      </div>
      {changing === null ? null : changing === 'password' ? (
        <ChangePassword onClose={close} />
      ) : changing === 'phrase' ? (
        <NewPhrase onClose={close} />
      ) : (
        <RaiseCost kdf={changing} onClose={close} />
      )}
    </Page>
  )
}

/** Each line keeps its place: its name changes with the language, in the midst of choosing one. */
const filterSections = (sections: readonly SettingSection[], search: string) =>
  sections
    .map((section) => ({
      ...section,
      lines: section.lines
        .map((line, place) => ({ ...line, place }))
        .filter(({ name, why }) => matchesSetting(search, [section.title, name, why]))
    }))
    .filter(({ lines }) => lines.length > 0)

function SectionLinks({ sections }: { readonly sections: readonly SettingSection[] }) {
  const t = useTexts()
  return (
    <nav className={styles['nav']} aria-label={t.settings.sections}>
      {sections.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          onClick={() => document.getElementById(`settings-${id}`)?.scrollIntoView({ block: 'start' })}
        >
          {title}
        </button>
      ))}
    </nav>
  )
}
