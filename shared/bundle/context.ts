import { StudioError } from '../errors.ts'
import type { Module } from '../model/module.ts'
import type { ProjectRecord, RecordOf, RecordType } from '../model/records.ts'
import type { HtmlContext } from './html.ts'
import { imageRequest, type MediaRequest } from './media.ts'
import { wordsFor } from './words.ts'

/** What the compiling of one module shares: its records, and the media asked for on the way. */
export type CompileContext = {
  module: Module
  /** The record, or `record-missing`. */
  require: <Type extends RecordType>(type: Type, id: string) => RecordOf<Type>
  /** Asks for a file and answers its path in the bundle. Asking twice gives one file. */
  media: (request: MediaRequest) => string
  html: HtmlContext
}

export function createContext(
  records: ReadonlyMap<string, ProjectRecord>,
  moduleId: string,
): { context: CompileContext; requests: () => MediaRequest[] } {
  const requests = new Map<string, MediaRequest>()

  function require<Type extends RecordType>(type: Type, id: string): RecordOf<Type> {
    const record = records.get(id)
    if (record?.type !== type) throw new StudioError('record-missing', { id, type })
    return record as RecordOf<Type>
  }
  function media(request: MediaRequest): string {
    if (!requests.has(request.path)) requests.set(request.path, request)
    return request.path
  }
  const module = require('module', moduleId)
  const html: HtmlContext = {
    image(id) {
      const asset = require('asset', id)
      return { source: media(imageRequest(asset)), width: asset.width, height: asset.height }
    },
    words: wordsFor(module.language),
  }
  return { context: { module, require, media, html }, requests: () => [...requests.values()] }
}
