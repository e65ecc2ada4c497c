import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { openStudio } from '../../../../../test/harness/open-studio.tsx'
import { lesson } from '../../../gallery/fixtures.ts'

let close: () => void
let context: AudioContext
let microphones: MediaStreamTrack[]

const options = { records: lesson }
const selection = { module: 'milk', step: 'milk.listen' }

beforeEach(async () => {
  microphones = []
  close = await openStudio({ options, selection, height: 1200 })
  await expect.element(page.getByRole('region', { name: 'Script' })).toBeVisible()
  context = new AudioContext()
  // A microphone that hears a tone.
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation(async () => {
    const tone = new OscillatorNode(context, { frequency: 200 })
    const quieter = new GainNode(context, { gain: 0.25 })
    const heard = new MediaStreamAudioDestinationNode(context)
    tone.connect(quieter).connect(heard)
    tone.start()
    await context.resume()
    microphones.push(...heard.stream.getAudioTracks())
    return heard.stream
  })
})
afterEach(async () => {
  close()
  vi.restoreAllMocks()
  await context.close()
})

const dialog = () => page.getByRole('dialog', { name: /^Line 2/ })
const button = (name: string) => dialog().getByRole('button', { name, exact: true })
const recording = () => dialog().getByText('Recording. Read it now.')

test('a take that ends because the microphone is unplugged keeps what was heard, and says so', async () => {
  await page.getByRole('button', { name: 'Record this line of Ben' }).click()
  await button('Record').click()
  await expect.element(recording()).toBeVisible()
  microphones[0]?.dispatchEvent(new Event('ended'))
  await expect.element(dialog().getByText(/The microphone was unplugged: this is what/)).toBeVisible()
  await expect.element(dialog().getByText(/^\d+\.\d seconds\./)).toBeVisible()
  await expect.element(button('Use this take')).toBeEnabled()

  // Another take asks for the microphone anew.
  await button('Retake').click()
  await expect.element(button('Record')).toBeVisible()
  expect(microphones).toHaveLength(2)
  microphones[1]?.dispatchEvent(new Event('ended'))
  await expect.element(dialog().getByText(/Plug it in again/)).toBeVisible()
  await button('Try again').click()
  await expect.element(button('Record')).toBeVisible()
})

test('the room is judged by what is heard before the take', async () => {
  await page.getByRole('button', { name: 'Record this line of Ben' }).click()
  const meter = dialog().getByRole('meter', { name: 'Level' })
  // A quarter of full scale, as the power of a sine.
  await expect.element(meter).toHaveAttribute('aria-valuetext', '-15 decibels')
  await button('Record').click()
  await expect.element(recording()).toBeVisible()
  await button('Stop').click()
  await expect.element(dialog().getByText(/The room is loud \(-15 dB\)/)).toBeVisible()
})
