import { expect, test } from 'vitest'
import { lastUsefulLine } from './complaint.ts'

test.each([
  [
    '[mov,mp4,m4a,3gp,3g2,mj2 @ 0x55d8] moov atom not found\nfile:/home/me/talk.mp4: Invalid data found when processing input\n',
    'its index is missing: the recording was cut off before it was written',
  ],
  [
    'file:/home/a b/talk.mp4: Invalid data found when processing input\n',
    'Invalid data found when processing input',
  ],
  [
    '[libx264 @ 0x1] [error] width not divisible by 2 (161x121)\nConversion failed!\n',
    '[error] width not divisible by 2 (161x121)',
  ],
  ['Decoder (codec none) not found for input stream #0:0', 'this ffmpeg has no decoder for what is in it'],
  ['av_interleaved_write_frame(): No space left on device\nConversion failed!', 'No space left on device'],
  ['', 'it ended with code 1 and said nothing'],
])('%j means: %s', (complaint, meaning) => {
  expect(lastUsefulLine(complaint, 1)).toBe(meaning)
})
