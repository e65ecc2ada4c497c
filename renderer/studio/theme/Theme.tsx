import '@fontsource-variable/inter/wght.css'
// Mantine's styles in a layer of their own: the studio's win, whichever is loaded first.
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import './global.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { cssVariables, theme } from './theme.ts'

/** The studio's look around `children`, light or dark as the system asks or the person chose. */
export function Theme({
  children,
  scheme,
}: {
  children: ReactNode
  /** Forces a scheme, for the gallery. */
  scheme?: 'light' | 'dark'
}) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      {...(scheme ? { forceColorScheme: scheme } : {})}
    >
      <Notifications position="bottom-center" limit={4} containerWidth={440} aria-live="polite" />
      {children}
    </MantineProvider>
  )
}
