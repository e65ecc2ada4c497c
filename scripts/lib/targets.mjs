import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { internalNames, sameNames } from './internal-names.mjs'
import { root } from './node.mjs'

const at = (path) => join(root, path)

// The player’s views are React's JSX, which the studio draws with React. What a learner gets of them is the HTML they make
// when the page is written: here JSX becomes HTML, and the learner's script holds none of them.
const jsxAsHtml = [{ find: /^react\/jsx-runtime$/, replacement: at('renderer/player/html/jsx-runtime.ts') }]

/** @typedef {import('vite').InlineConfig} Config */

/** @type {Config} */
const shared = {
  configFile: false,
  logLevel: 'warn',
  cacheDir: at('out/cache/vite'),
  define: { 'process.env.NODE_ENV': '"production"' },
}

// Two files: what the studio's first screen waits for, and the rest. Split finer, it would wait for thirty requests.
const firstAndRest = {
  codeSplitting: { groups: [{ name: 'first', tags: ['$initial'], priority: 1 }, { name: 'rest' }] },
}

/**
 * A page of ours, React and all, into a folder of its own.
 * @returns {() => Promise<Config>}
 */
const page = (folder, base, output) => async () => {
  const { default: react } = await import('@vitejs/plugin-react')
  return {
    ...shared,
    root: at(`renderer/${folder}`),
    base,
    plugins: [react()],
    build: {
      outDir: at(`out/${folder}`),
      emptyOutDir: true,
      target: 'es2023',
      // The pages' content security policy allows no data: scripts or fonts, and the files are local anyway.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      ...(output && { rolldownOptions: { output } }),
    },
  }
}

/**
 * One file for Node or Electron with all but `external` inside.
 * @param {string} entry
 * @param {string} outDir
 * @param {string} file
 * @param {'es' | 'cjs'} format
 * @param {string[]} external
 * @returns {() => Config}
 */
const hostFile = (entry, outDir, file, format, external) => () => ({
  ...shared,
  root,
  ssr: { noExternal: true, external },
  build: {
    ssr: at(entry),
    outDir: at(outDir),
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      external,
      output: { format, entryFileNames: file, codeSplitting: false },
    },
  },
})

const trackingKinds = 'renderer/player/tracking/kinds'

/**
 * The player's style for a page that holds nothing but the player. What keeps it apart from the studio it is also drawn in
 * would only cost there: the prefix of every selector, and the container whose width stands for the window's, which makes
 * browsers lay a page out before they can style it.
 * @param {string} css minified
 */
const styleOfItsOwn = (css) =>
  css
    .replaceAll('.morsel ', '')
    .replace(/@container morsel \(width>=([^)]+)\)/g, '@media (min-width:$1)')
    .replace(/;?container:morsel\/inline-size/, '')
    // Left for `light-dark()`, which the style does not use.
    .replace(/--lightningcss-(?:light|dark):[^;}]*;/g, '')
    .replace(/\/\*.*?\*\//gs, '')
    .trim()

/** @type {import('vite').Plugin} */
const publishedStyle = {
  name: 'morsel:published-style',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, files) {
      for (const file of Object.values(files))
        if (file.type === 'asset' && file.fileName.endsWith('.css'))
          file.source = styleOfItsOwn(String(file.source))
    },
  },
}

/**
 * A script of the learner's page, with its style beside it.
 * @param {string} name
 * @param {string} input
 * @param {import('vite').UserConfig['resolve']} [resolve]
 * @returns {Config}
 */
const pageScript = (name, input, resolve) => ({
  ...shared,
  root,
  plugins: [publishedStyle],
  ...(resolve && { resolve }),
  build: {
    outDir: at('out/player'),
    emptyOutDir: false,
    target: 'es2022',
    // Custom properties and :has() set the floor; an older target would write logical properties out for every language.
    cssTarget: ['chrome105', 'safari16', 'firefox110'],
    minify: 'oxc',
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: at(input),
      // Many LMSs send files as they are: each byte of the script counts.
      optimization: { inlineConst: { mode: 'all', pass: 3 } },
      output: {
        format: 'iife',
        entryFileNames: `${name}.js`,
        assetFileNames: `${name.replace(/^player-.*/, 'player')}[extname]`,
        // As `var`, which Vite writes for them, no constant would be put where it is used.
        topLevelVar: false,
        minify: {
          compress: true,
          mangle: true,
          codegen: true,
          mangleProps: { include: new RegExp(`^(?:${internalNames.join('|')})$`), cache: sameNames },
        },
      },
    },
  },
})

/**
 * The player of one way of tracking: `tracking/chosen.ts` becomes that file of `tracking/kinds`.
 * @param {string} kind
 */
const player = (kind) => () =>
  pageScript(`player-${kind}`, 'renderer/player/main.ts', {
    alias: [{ find: /^.*\/tracking\/chosen\.ts$/, replacement: at(`${trackingKinds}/${kind}.ts`) }],
  })

const playerParts = 'renderer/player/parts'

/**
 * A script of a module on the web beside its player.
 * @param {string} name
 * @returns {() => Config}
 */
const offlineScript = (name) => () => ({
  ...shared,
  root,
  build: {
    outDir: at('out/player'),
    emptyOutDir: false,
    target: 'es2020',
    minify: 'oxc',
    modulePreload: false,
    rolldownOptions: {
      input: at(`renderer/player/offline/${name}.ts`),
      output: { format: 'iife', entryFileNames: `offline-${name}.js` },
    },
  },
})

/** @returns {Config} */
const prerender = () => {
  const base = hostFile('renderer/player/prerender.tsx', 'out/player', 'prerender.mjs', 'es', [])()
  return {
    ...base,
    resolve: { alias: jsxAsHtml, noExternal: true },
    oxc: { jsx: { runtime: 'automatic' } },
  }
}

const everythingOfOurs = ['electron', 'shared', 'package.json']

/**
 * What is built, from what, into what. `inputs` are the files and folders whose content decides whether a target is
 * stale, beside the lockfile and these scripts.
 * @type {{ name: string, inputs: string[], output: string, config: () => Config | Promise<Config> }[]}
 */
export const targets = [
  ...readdirSync(at(trackingKinds)).map((file) => {
    const kind = file.replace(/\.ts$/, '')
    return {
      name: `player-${kind}`,
      inputs: ['renderer/player', 'shared'],
      output: `out/player/player-${kind}.js`,
      config: player(kind),
    }
  }),
  ...readdirSync(at(playerParts))
    .filter((file) => file !== 'part.ts')
    .map((file) => {
      const name = `part-${file.replace(/\.ts$/, '')}`
      return {
        name,
        inputs: ['renderer/player', 'shared'],
        output: `out/player/${name}.js`,
        config: () => pageScript(name, `${playerParts}/${file}`),
      }
    }),
  ...['worker', 'register'].map((name) => ({
    name: `offline-${name}`,
    inputs: ['renderer/player/offline'],
    output: `out/player/offline-${name}.js`,
    config: offlineScript(name),
  })),
  {
    name: 'prerender',
    inputs: ['renderer/player', 'shared'],
    output: 'out/player/prerender.mjs',
    config: prerender,
  },
  {
    name: 'studio',
    inputs: ['renderer/studio', 'renderer/player', 'shared'],
    output: 'out/studio/index.html',
    config: page('studio', '/', firstAndRest),
  },
  {
    name: 'preview',
    inputs: ['renderer/preview', 'shared'],
    output: 'out/preview/index.html',
    config: page('preview', './'),
  },
  {
    name: 'desktop',
    inputs: everythingOfOurs,
    output: 'out/desktop/main.js',
    config: hostFile('electron/shells/desktop/main.ts', 'out/desktop', 'main.js', 'es', [
      'electron',
      'better-sqlite3',
    ]),
  },
  {
    name: 'preload',
    inputs: everythingOfOurs,
    output: 'out/desktop/preload.cjs',
    // A sandboxed preload must be one CommonJS file.
    config: hostFile('electron/shells/desktop/preload.ts', 'out/desktop', 'preload.cjs', 'cjs', ['electron']),
  },
]

/**
 * The targets that a word names: one by its name, or all of a group by the part before the dash (`player`).
 * @param {string} word
 */
export const targetsCalled = (word) =>
  targets.filter(({ name }) => name === word || name.startsWith(`${word}-`))

/** What the studio needs beside its own page, and what it needs in all, wherever it runs. */
export const playerAndPreview = ['player', 'part', 'offline', 'prerender', 'preview']
export const webStudio = [...playerAndPreview, 'studio']
export const desktopStudio = [...webStudio, 'desktop', 'preload']
