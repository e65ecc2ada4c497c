/** What a file chooser offers where sound is asked for. */
export const audioFiles = 'audio/*,.mp3,.m4a,.aac,.wav,.aif,.aiff,.flac,.ogg,.oga,.opus,.wma,.webm'
