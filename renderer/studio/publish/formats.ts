import {
  IconAward,
  IconRosetteDiscountCheck,
  IconSchool,
  IconTimelineEvent,
  IconWorld,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { BundleFormat } from '../../../shared/contract/publish.ts'

type FormatCard = {
  label: string
  description: string
  /** What to do with the file once it is there. */
  next: string
  Icon: ComponentType<{ size?: number | string; stroke?: number | string }>
}

/** The formats to publish in, in plain words. */
const cards: Record<BundleFormat, FormatCard> = {
  scorm12: {
    label: 'SCORM 1.2',
    description:
      'The oldest and surest; records answers, score, and whether the module was completed or passed.',
    next: 'Upload this zip to your LMS as a SCORM 1.2 package. Do not unpack it first.',
    Icon: IconSchool,
  },
  scorm2004: {
    label: 'SCORM 2004',
    description: 'Tells completed and passed apart, and keeps more answers, where the LMS supports it.',
    next: 'Upload this zip to your LMS as a SCORM 2004 package. Do not unpack it first.',
    Icon: IconAward,
  },
  cmi5: {
    label: 'cmi5',
    description: 'The successor of SCORM: every answer is a statement in the LMS’s record store.',
    next: 'Import this zip into your LMS as a cmi5 course; its record store receives what learners do.',
    Icon: IconRosetteDiscountCheck,
  },
  xapi: {
    label: 'xAPI (Tin Can)',
    description: 'For an LMS or record store that launches xAPI packages and does not know cmi5.',
    next: 'Upload this zip where your LMS takes xAPI or Tin Can packages; it says which record store hears of it.',
    Icon: IconTimelineEvent,
  },
  web: {
    label: 'Web page',
    description: 'Without an LMS: works offline once opened, and progress stays on the learner’s own device.',
    next: 'Unpack this zip on a web server or in a shared folder, and send people its address.',
    Icon: IconWorld,
  },
}

/** In this order on screen. */
export const formats = Object.entries(cards).map(([format, card]) => ({
  format: format as BundleFormat,
  ...card,
}))

export const formatCard = (format: BundleFormat): FormatCard => cards[format]
