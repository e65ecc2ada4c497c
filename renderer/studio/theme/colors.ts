import type { MantineColorsTuple } from '@mantine/core'

/** The one accent: a deep sea green. Shade 7 carries white text at 6:1; shades 3 and 4 read on the dark ground. */
export const accent: MantineColorsTuple = [
  '#e9f7f5',
  '#d0eeea',
  '#a3dcd6',
  '#72c8bf',
  '#45b0a6',
  '#23958b',
  '#128077',
  '#0b6f68',
  '#085852',
  '#05423e',
]

/** Neutrals with a breath of warmth, so that the accent is the only colour in the room. */
export const gray: MantineColorsTuple = [
  '#fafaf8',
  '#f4f4f1',
  '#e9e9e5',
  '#dcdcd6',
  '#c6c6bf',
  '#a3a39b',
  '#7d7d76',
  '#5b5b55',
  '#3b3b37',
  '#232320',
]

/** The dark scheme's neutrals, from text to ground. */
export const dark: MantineColorsTuple = [
  '#e8e8e4',
  '#bcbcb6',
  '#94948d',
  '#6d6d67',
  '#44443f',
  '#353531',
  '#292926',
  '#1f1f1d',
  '#191917',
  '#121211',
]
