import { listenToRecordings } from '../behaviour/recordings.ts'
import { fillTranscript } from '../behaviour/transcript.ts'
import '../style/recording.css'
import '../style/video.css'
import { addPart } from './part.ts'

addPart((host) => {
  const { root } = host
  // Cues are there once somebody wants to read them, and their file has come.
  for (const type of ['toggle', 'load', 'error'])
    root.addEventListener(type, ({ target }) => fillTranscript(root, target), true)
  return listenToRecordings(host, 'video')
})
