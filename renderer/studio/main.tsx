import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { createStudioClient } from './client/client.ts'
import { Theme } from './theme/Theme.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root')

createRoot(root).render(
  <Theme>
    <App client={createStudioClient()} />
  </Theme>,
)
