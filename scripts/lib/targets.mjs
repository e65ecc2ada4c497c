import { join } from 'node:path'
import { root } from './node.mjs'

// The player and its pre-renderer are written with React's API and ship with preact. `react` becomes preact's hooks and not
// preact/compat: the views use nothing else of React, and compat would be a quarter of the learner's script.
const preactForReact = [
  { find: /^react$/, replacement: 'preact/hooks' },
  { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
]

const at = (path) => join(root, path)

/** @typedef {import('vite').InlineConfig} Config */

/** @type {Config} */
const shared = {
  configFile: false,
  logLevel: 'warn',
  cacheDir: at('out/cache/vite'),
  define: { 'process.env.NODE_ENV': '"production"' },
}

/**
 * A page of ours, React and all, into a folder of its own.
 * @returns {() => Promise<Config>}
 */
const page = (folder, base) => async () => {
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

/** @returns {Config} */
const player = () => ({
  ...shared,
  root,
  resolve: { alias: preactForReact },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: at('out/player'),
    emptyOutDir: false,
    target: 'es2020',
    // Container queries set the floor; an older target would write logical properties out for every language.
    cssTarget: ['chrome105', 'safari16', 'firefox110'],
    minify: 'oxc',
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: at('renderer/player/main.tsx'),
      output: { format: 'iife', entryFileNames: 'player.js', assetFileNames: 'player[extname]' },
    },
  },
})

/** @returns {Config} */
const prerender = () => {
  const base = hostFile('renderer/player/prerender.tsx', 'out/player', 'prerender.mjs', 'es', [])()
  return {
    ...base,
    resolve: { alias: preactForReact, noExternal: true },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  }
}

const everythingOfOurs = ['electron', 'shared', 'package.json']

/**
 * What is built, from what, into what. `inputs` are the files and folders whose content decides whether a target is
 * stale, beside the lockfile and these scripts.
 * @type {{ name: string, inputs: string[], output: string, config: () => Config | Promise<Config> }[]}
 */
export const targets = [
  {
    name: 'player',
    inputs: ['renderer/player', 'shared'],
    output: 'out/player/player.js',
    config: player,
  },
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
    config: page('studio', '/'),
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
