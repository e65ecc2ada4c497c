/**
 * What the studio's canvas may use of the player: the learner's own views (and how they write times), so that a step is edited as it will be met. They
 * take props and call back; they know no tracking and no session. Import `./style/player.css` once beside them: all of its
 * rules are scoped under `.morsel`, which `PlayerFrame` brings along.
 */
export { clock, timeInWords } from './recording/times.ts'
export { PlayerFrame } from './frame/PlayerFrame.tsx'
export { QuestionView } from './question/QuestionView.tsx'
export { PageView } from './steps/page.tsx'
export { PodcastView } from './steps/podcast.tsx'
export { VideoView } from './steps/video.tsx'
export { english } from './words/english.ts'
