import type { Asset } from '../../../shared/model/asset.ts'
import type { ProjectRecord } from '../../../shared/model/records.ts'
import type { Inline, Mark, RichText } from '../../../shared/model/richtext/schema.ts'
import { createStep } from '../../../shared/model/steps/index.ts'
import { Editor } from '../app/Editor.tsx'
import { lesson, recording } from './fixtures.ts'
import { Scene } from './Scene.tsx'
import type { Story } from './story.ts'

export const picture: Asset = {
  ...recording,
  id: 'asset.00000000000000aa',
  name: 'jug-and-wand.svg',
  kind: 'image',
  sha256: 'a'.repeat(64),
  extension: 'svg',
  mediaType: 'image/svg+xml',
  width: 800,
  height: 500,
  seconds: null,
  framesPerSecond: null,
}

const text = (words: string, ...marks: Mark[]): Inline =>
  marks.length > 0 ? { type: 'text', text: words, marks } : { type: 'text', text: words }
const link = (href: string, words: string): Inline => ({
  type: 'link',
  href,
  children: [{ type: 'text', text: words }],
})

/** One of everything that text can be. */
export const everything: RichText = [
  {
    type: 'paragraph',
    children: [
      text('Steam does two things: it '),
      text('heats', 'bold'),
      text(' the milk and '),
      text('folds air', 'italic'),
      text(' into it. '),
      link('https://en.wikipedia.org/wiki/Milk_frother', 'Frothing'),
      text(' comes first, '),
      text('never', 'bold', 'italic'),
      text(' last; '),
      text('80 °C', 'strike'),
      text(' 65 °C is the end. The gauge reads '),
      text('1.2 bar', 'code'),
      text('.'),
    ],
  },
  { type: 'heading', level: 2, children: [text('What you do')] },
  {
    type: 'list',
    ordered: true,
    items: [
      { children: [text('Purge the wand.')] },
      {
        children: [text('Stretch the milk:')],
        list: {
          type: 'list',
          ordered: false,
          items: [
            { children: [text('tip just below the surface')] },
            { children: [text('until it is hand-warm')] },
          ],
        },
      },
      { children: [text('Let it roll, then stop.')] },
    ],
  },
  { type: 'image', asset: picture.id, alt: 'A jug of milk with a steam wand in it', decorative: false },
  { type: 'heading', level: 3, children: [text('What you hear')] },
  { type: 'quote', children: [text('A paper tearing, softly. When it screams, you are too deep.')] },
  { type: 'callout', tone: 'tip', children: [text('Keep a hand on the jug: it is your thermometer.')] },
  {
    type: 'callout',
    tone: 'warning',
    children: [text('Steam burns. Wipe the wand with a cloth, never a hand.')],
  },
  {
    type: 'table',
    rows: [
      [{ children: [text('Drink')] }, { children: [text('Foam')] }],
      [{ children: [text('Flat white')] }, { children: [text('5 mm')] }],
      [{ children: [text('Cappuccino')] }, { children: [text('15 mm')] }],
    ],
  },
]

function pageWith(name: string, body: RichText): Story {
  const step = { ...createStep('page', { id: 'milk.text', title: 'Steam, step by step' }), body }
  const records: ProjectRecord[] = [
    ...lesson.map((record) =>
      record.type === 'module' && record.id === 'milk'
        ? { ...record, steps: [step.id, ...record.steps] }
        : record,
    ),
    step,
    picture,
  ]
  return {
    name: `Page: ${name}`,
    render: () => (
      <Scene options={{ records }} selection={{ module: 'milk', step: step.id }}>
        {({ session }) => <Editor session={session} />}
      </Scene>
    ),
  }
}

const image = (asset: string, alt: string, decorative = false): RichText[number] => ({
  type: 'image',
  asset,
  alt,
  decorative,
})
const words: RichText[number] = { type: 'paragraph', children: [text('Warm milk tastes sweeter.')] }

export const textStories: readonly Story[] = [
  pageWith('nothing written yet', []),
  pageWith('everything text can be', everything),
  pageWith('a picture without a description', [words, image(picture.id, '')]),
  pageWith('a picture that is gone', [words, image('asset.gone', 'A jug')]),
  pageWith('a decorative picture', [words, image(picture.id, '', true)]),
]
