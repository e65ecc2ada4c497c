import type { Progress } from '../../../shared/contract/base.ts'
import { StudioError } from '../../../shared/errors.ts'
import { type Asset, assetSchema } from '../../../shared/model/asset.ts'
import { fromAnswer } from '../client/errors.ts'

/** Sends a file's bytes and reads the asset it became. XMLHttpRequest, because fetch cannot tell how much was sent. */
export function upload(
  url: string,
  file: File,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Asset> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const startedAt = performance.now()
    const cancel = () => request.abort()
    signal.addEventListener('abort', cancel, { once: true })
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress(sendingProgress(file.name, loaded, total, (performance.now() - startedAt) / 1000))
    request.onload = () => {
      const asset = assetSchema.safeParse(request.response)
      if (request.status < 300 && asset.success) resolve(asset.data)
      else reject(fromAnswer(request.response, request.status, `import ${file.name}`))
    }
    request.onabort = () => reject(new StudioError('cancelled', { what: `The import of ${file.name}` }))
    request.onerror = () =>
      reject(new StudioError('studio-unreachable', { problem: `while ${file.name} was sent` }))
    request.onloadend = () => signal.removeEventListener('abort', cancel)
    request.open('POST', url)
    request.send(file)
    if (signal.aborted) cancel()
  })
}

/** Progress of sending `loaded` of `total` bytes in `seconds`; once all is sent, the core is measuring. */
export function sendingProgress(name: string, loaded: number, total: number, seconds: number): Progress {
  if (loaded >= total)
    return { type: 'progress', phase: `Reading ${name}`, fraction: null, secondsLeft: null }
  const fraction = total > 0 ? loaded / total : null
  const secondsLeft = loaded > 0 && seconds > 0.5 ? ((total - loaded) / loaded) * seconds : null
  return { type: 'progress', phase: `Importing ${name}`, fraction, secondsLeft }
}
