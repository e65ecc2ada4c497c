import { IconSchool, IconWorld } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { BundleFormat } from '../../../shared/contract/publish.ts'

export type FormatCard = {
  format: BundleFormat
  label: string
  description: string
  /** What to do with the file once it is there. */
  next: string
  Icon: ComponentType<{ size?: number | string; stroke?: number | string }>
}

/** The formats to publish in, in plain words. */
export const formats: readonly FormatCard[] = [
  {
    format: 'scorm12',
    label: 'SCORM 1.2',
    description: 'For an LMS. It records answers, score, and whether the module was completed or passed.',
    next: 'Upload this zip to your LMS as a SCORM 1.2 package. Do not unpack it first.',
    Icon: IconSchool,
  },
  {
    format: 'web',
    label: 'Web page',
    description: 'For any web server, or a shared folder. Progress stays on the learner’s own device.',
    next: 'Unpack this zip on a web server or in a shared folder, and send people the address of index.html.',
    Icon: IconWorld,
  },
]

export function formatCard(format: BundleFormat): FormatCard {
  const card = formats.find((candidate) => candidate.format === format)
  if (!card) throw new Error(`No card for ${format}`)
  return card
}
