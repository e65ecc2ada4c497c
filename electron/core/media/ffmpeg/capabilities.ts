import { run } from './run.ts'

/** What an ffmpeg can do, as far as the studio cares. */
export type Capabilities = {
  version: string
  /** What the studio needs and this ffmpeg has not, in words. Empty is what one hopes for. */
  lacks: string[]
  /** Since 5.1 `-vsync` is called `-fps_mode`, and some day it will be called nothing else. */
  hasFrameRateMode: boolean
  /** Whether HDR pictures can be brought to SDR with their brightness kept. */
  canToneMap: boolean
  /** Whether sharp s of a voice can be softened. */
  canDeEss: boolean
}

const needed = {
  encoders: { libx264: 'the H.264 encoder (libx264)', aac: 'the AAC encoder', mjpeg: 'the JPEG encoder' },
  filters: {
    trim: 'the filter trim',
    atrim: 'the filter atrim',
    concat: 'the filter concat',
    scale: 'the filter scale',
    aresample: 'the filter aresample',
  },
}

/**
 * Asks an ffmpeg what it has. The lists are parsed here by the name column alone, which has stayed where it is over all
 * versions; the columns of flags before it have not.
 */
export async function readCapabilities(path: string): Promise<Capabilities> {
  const [version, encoders, filters, help] = await Promise.all([
    ask(path, ['-version']),
    ask(path, ['-hide_banner', '-encoders']),
    ask(path, ['-hide_banner', '-filters']),
    ask(path, ['-hide_banner', '-h', 'long']),
  ])
  const filterNames = namesIn(filters)
  const lacks = [
    ...lacking(needed.encoders, namesIn(encoders)),
    ...lacking(needed.filters, filterNames),
    ...(filterNames.has('zscale') && filterNames.has('tonemap')
      ? []
      : ['zscale and tonemap (HDR video will look pale)']),
  ]
  return {
    version: /version (\S+)/.exec(version)?.[1] ?? 'unknown',
    lacks,
    hasFrameRateMode: /^-fps_mode\b/m.test(help),
    canToneMap: filterNames.has('zscale') && filterNames.has('tonemap'),
    canDeEss: filterNames.has('deesser'),
  }
}

/** The names in ffmpeg's lists: the second word of each line that begins with a word of flags. */
export function namesIn(list: string): Set<string> {
  return new Set([...list.matchAll(/^ *[A-Z.|]+ +([a-z0-9_]+) /gim)].map((match) => match[1] as string))
}

function lacking(wanted: Record<string, string>, have: Set<string>): string[] {
  return Object.entries(wanted)
    .filter(([name]) => !have.has(name))
    .map(([, words]) => words)
}

async function ask(path: string, args: string[]): Promise<string> {
  let output = ''
  await run({
    path,
    args,
    name: 'its own description',
    onOutput: (text) => {
      output += text
    },
  })
  return output
}
