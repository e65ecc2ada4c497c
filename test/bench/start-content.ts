import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import mime from 'mime'
import { publishModule } from '../../electron/core/publish/publish.ts'
import type { BundleFormat } from '../../shared/contract/publish.ts'
import { fromPlainText } from '../../shared/model/richtext/text.ts'
import { checkModule } from '../../shared/model/rules/index.ts'
import { createStep, type Step } from '../../shared/model/steps/index.ts'
import { media } from '../harness/media.ts'
import { temporaryProjects } from '../harness/projects.ts'
import { assetOf, choiceQuestion, pretendMedia, storeBytes, words } from '../harness/publishable.ts'
import { addModule, changeOf } from '../harness/records.ts'
import { unpack } from '../harness/serve-zip.ts'

const title = 'Handling a complaint'
const paragraphs = [
  'A complaint is a second chance. The customer who tells you what went wrong is still talking to you; the one who says nothing has usually gone already. Three steps fit into two minutes: listen, name the problem, agree what happens next.',
  'Listen first. Let the customer finish, even when you know the answer already. Note the facts, not the tone. When they stop, wait one more second: most people add the most useful detail at the very end.',
  'Name the problem in your own words and ask whether you have it right. It shows that you understood, and lets the customer put you right before you act on a wrong idea. Say what happened, not who did it.',
  'Agree what happens next: what you will do, by when, and how the customer will hear from you. A small promise kept is better than a large one broken. Write it down where your colleagues see it.',
]
/** The first choice of each is right. */
const questions = [
  ['What comes first?', 'To listen', 'To offer a refund', 'To explain the rules'],
  ['Why name the problem?', 'To show that it was understood', 'To gain time', 'To sound professional'],
  ['What belongs to a promise?', 'What, and by when', 'A discount', 'The name of whoever did it'],
] as const

const photo = () =>
  readFileSync(media('photo.jpg', '-f lavfi -i mandelbrot=s=1200x675 -frames:v 1 -q:v 8'.split(' ')))

/** A page with a picture and a quiz of three questions, published with the player as it is built. */
export async function publishedFiles(format: BundleFormat): Promise<Map<string, Buffer>> {
  const here = temporaryProjects()
  try {
    const project = here.projects.get(here.projects.create({ title }).project)
    addModule(project, 'm', title)
    const image = assetOf(storeBytes(project, photo(), 'jpg'), {
      kind: 'image',
      mediaType: 'image/jpeg',
      width: 1200,
      height: 675,
    })
    const asked = questions.map(([stem, ...choices], place) => {
      const question = choiceQuestion('single-choice', `m.quiz.${place}`, [100, 0, 0])
      return {
        ...question,
        stem: fromPlainText(stem),
        choices: question.choices.map((choice, at) => ({ ...choice, text: words(choices[at] ?? '') })),
      }
    })
    const steps = [
      {
        ...createStep('page', { id: 'm.page', title: 'Three steps' }),
        body: [
          ...fromPlainText(paragraphs.join('\n')),
          { type: 'image', asset: image.id, alt: 'Two people talking', decorative: false },
        ],
      },
      { ...createStep('quiz', { id: 'm.quiz', title: 'Try' }), questions: asked.map(({ id }) => id) },
    ] as Step[]
    project.commit({
      label: 'Add steps',
      change: changeOf(project, ['m'], (draft) => {
        for (const record of [image, ...asked, ...steps]) draft[record.id] = record
        if (draft.m?.type === 'module') draft.m.steps = steps.map(({ id }) => id)
      }),
    })
    const out = join(here.folder, 'module.zip')
    const lent = { media: pretendMedia(), check: checkModule, built: join(import.meta.dirname, '../../out') }
    for await (const _ of publishModule(
      project,
      { module: 'm', format, out },
      lent,
      new AbortController().signal,
    ));
    return await unpack(out)
  } finally {
    here.dispose()
  }
}

/** The least a page could be that says and asks the same: plain HTML with a line of script that marks a choice. */
export function floorFiles(): Map<string, Buffer> {
  const fieldsets = questions.map(
    ([stem, ...choices], place) =>
      `<fieldset><legend>${stem}</legend>${choices
        .map((choice, at) => `<label><input type="radio" name="q${place}" value="${at}"> ${choice}</label>`)
        .join('')}<output></output></fieldset>`,
  )
  const script = `document.addEventListener('change',({target:t})=>{t.closest('fieldset').querySelector('output').textContent=t.value==='0'?'Right':'Not right'})`
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>body{font:16px/1.5 system-ui;margin:1rem auto;max-width:40rem}img{max-width:100%;height:auto}label{display:block}</style><h1>${title}</h1>${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('')}<img src="photo.jpg" width="1200" height="675" alt="Two people talking">${fieldsets.join('')}<script>${script}</script></html>`
  return new Map([
    ['index.html', Buffer.from(html)],
    ['photo.jpg', photo()],
  ])
}

/** Files on 127.0.0.1, text compressed or, as many LMSs do, as it is. `asked` counts what was asked for, in bytes of its answer. */
export type CountingSite = { url: string; asked: number[]; close: () => Promise<void> }

export async function countingSite(files: Map<string, Buffer>, isCompressed: boolean): Promise<CountingSite> {
  const asked: number[] = []
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://site').pathname.slice(1) || 'index.html'
    const file = files.get(decodeURI(name))
    if (!file) {
      response.writeHead(name === 'favicon.ico' ? 204 : 404).end()
      return
    }
    const type = mime.getType(name) ?? 'application/octet-stream'
    const isZipped = isCompressed && /^text\/|javascript|json|svg/.test(type)
    const body = isZipped ? gzipSync(file) : file
    asked.push(body.length)
    response.writeHead(200, {
      'content-type': type,
      'content-length': body.length,
      'cache-control': 'no-store',
      ...(isZipped && { 'content-encoding': 'gzip' }),
    })
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
