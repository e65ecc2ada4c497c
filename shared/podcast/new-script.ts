import type { Script } from './script.ts'

/** Decibels by which music steps back behind speech: enough for words over strings, little enough to stay music. */
export const usualDuck = 12

/** A script in which nothing is said yet. */
export function newScript({ title, language }: { title: string; language: string }): Script {
  return {
    title,
    author: null,
    language,
    licence: null,
    speakers: [],
    pronunciation: {},
    music: { intro: null, bed: null, outro: null, duck: usualDuck, level: 0 },
    cover: null,
    loudness: 'stereo',
    denoise: false,
    chapters: [],
  }
}
