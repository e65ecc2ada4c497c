// Runs in the browser's audio thread, as a file of its own: it may import nothing.

/** What there is in an AudioWorkletGlobalScope (Web Audio API, section 1.32), which no library of types has. */
declare class AudioWorkletProcessor {
  readonly port: MessagePort
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void

/** Samples that are handed on at once: a twentieth of a second, which is what a level is judged by. */
const size = 2400

/** Hands on every sample it hears. Sent anything, it hands on the rest, and then null. */
class CaptureProcessor extends AudioWorkletProcessor {
  #batch = new Float32Array(size)
  #count = 0

  constructor() {
    super()
    this.port.onmessage = () => {
      this.#handOn()
      this.port.postMessage(null)
    }
  }

  #handOn(): void {
    if (this.#count === 0) return
    const samples = this.#batch.slice(0, this.#count)
    this.#count = 0
    this.port.postMessage(samples, [samples.buffer])
  }

  process([input]: Float32Array[][]): boolean {
    for (const sample of input?.[0] ?? []) {
      this.#batch[this.#count++] = sample
      if (this.#count === size) this.#handOn()
    }
    return true
  }
}

registerProcessor('capture', CaptureProcessor)
