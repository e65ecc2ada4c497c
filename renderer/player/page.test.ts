import { expect, test } from 'vitest'
import { fixtureBundle } from '../../test/fixtures/bundle.ts'
import { pageHtml } from './page.ts'
import { wordsFor } from './words/index.ts'

const parts = {
  html: '<p>First</p>',
  css: '.morsel{color:red}',
  scripts: [{ code: 'play()', source: "'sha256-abc='" }],
  tracking: { kind: 'scorm12', status: 'success', suspendLimit: 4096 },
  withoutScript: 'Switch it on.',
} as const

test('words of an author end no script and start no comment, and come out as they went in', () => {
  const title = '</script><!-- <script>alert(1)</script> “quotes” & \u2028'
  const page = pageHtml({ ...parts, bundle: { ...fixtureBundle, title } })
  expect(page.match(/<script/g)).toHaveLength(3)
  expect(page).not.toContain('<!--')
  expect(page).not.toContain('\u2028"')
  const [, json = ''] = /id="morsel-bundle">(.*?)<\/script>/.exec(page) ?? []
  expect((JSON.parse(json) as typeof fixtureBundle).title).toBe(title)
})

test('the page says its language and direction, and how it reports', () => {
  const page = pageHtml({ ...parts, bundle: { ...fixtureBundle, language: 'ar', direction: 'rtl' } })
  expect(page).toContain('<html lang="ar" dir="rtl">')
  expect(page).toContain('id="morsel-tracking">{"kind":"scorm12"')
})

test('nothing in it starts at a server’s root or at another place', () => {
  const page = pageHtml({ ...parts, bundle: { ...fixtureBundle, steps: [] } })
  expect(page).not.toMatch(/(src|href)="(\/|https?:)/)
})

test('the script is in the page, which lets that one run and no other, and holds what is needed of the bundle alone', () => {
  const page = pageHtml({ ...parts, bundle: fixtureBundle })
  expect(page).toContain('<script>play()</script>')
  expect(page).toContain("script-src 'sha256-abc=';")
  const [, json = ''] = /id="morsel-bundle">(.*?)<\/script>/.exec(page) ?? []
  expect(json).not.toMatch(/"(html|stem|intro|feedback)":/)
  expect((JSON.parse(json) as typeof fixtureBundle).steps.map(({ id }) => id)).toEqual(
    fixtureBundle.steps.map(({ id }) => id),
  )
})

test('the player speaks the module’s language, and English where it knows no other', () => {
  expect(wordsFor('de-AT').next).toBe('Weiter')
  expect(wordsFor('PT-br').next).toBe('Seguinte')
  expect(wordsFor('tlh').next).toBe('Next')
})

test('every language fills in what English does', () => {
  const places = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([place]) => place)
  const english = wordsFor('en')
  for (const language of ['ar', 'de', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt', 'zh'])
    for (const [key, sentence] of Object.entries(wordsFor(language)))
      expect(new Set(places(sentence)), `${language} ${key}`).toEqual(
        new Set(places(english[key as keyof typeof english])),
      )
})
