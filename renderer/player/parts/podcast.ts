import { listenToRecordings } from '../behaviour/recordings.ts'
import { acrossVisits } from '../podcast/completed.ts'
import { listenToEpisodes } from '../podcast/episodes.ts'
import '../style/recording.css'
import '../style/podcast.css'
import { addPart } from './part.ts'

// Before anything is recorded: the browser's own controls make room for ours at once.
for (const podcast of document.querySelectorAll('.podcast')) podcast.classList.add('is-alive')

addPart((host) => {
  const leaveEpisode = listenToEpisodes(host.root)
  const leaveRecording = listenToRecordings(acrossVisits(host), 'audio')
  return () => {
    leaveRecording()
    leaveEpisode()
  }
})
