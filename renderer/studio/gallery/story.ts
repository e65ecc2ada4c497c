import type { ReactNode } from 'react'

/** One view in one state. */
export type Story = { name: string; render: () => ReactNode }
