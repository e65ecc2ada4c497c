import { listenToRecordings } from '../behaviour/recordings.ts'
import '../style/video.css'
import { addPart } from './part.ts'

addPart(listenToRecordings)
