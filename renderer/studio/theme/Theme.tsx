import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
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
