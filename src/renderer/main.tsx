import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { SessionProvider } from './session/session-provider.tsx'
import { SettingsProvider } from './session/settings-provider.tsx'
import './styles/tokens.css'
import './styles/base.css'
import { UiProvider } from './ui/ui-provider.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root element')

createRoot(root).render(
  <StrictMode>
    <SettingsProvider>
      <UiProvider>
        <SessionProvider>
          <App />
        </SessionProvider>
      </UiProvider>
    </SettingsProvider>
  </StrictMode>
)
