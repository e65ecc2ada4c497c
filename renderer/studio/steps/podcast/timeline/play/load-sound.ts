import { episodeRate } from '../../../../../../shared/podcast/samples.ts'
import { soundAt } from '../../line-player.ts'
import { partSeconds, type Stereo, type Wanted } from './mix-block.ts'

/**
 * Has a sound of a project's timeline, or a part of it, from the core. Asked for at the page's own address: only elements that
 * play need another.
 */
export async function loadSound(
  project: string,
  { sound, part }: Wanted,
  signal: AbortSignal,
): Promise<Stereo> {
  const query = part === null ? '' : `?from=${part * partSeconds}&seconds=${partSeconds}`
  const wav = await soundAt(`/media/${project}/sound/${sound}${query}`, signal)
  const decoder = new OfflineAudioContext(1, 1, episodeRate)
  const decoded = await decoder.decodeAudioData(await wav.arrayBuffer())
  const left = decoded.getChannelData(0)
  return { left, right: decoded.numberOfChannels > 1 ? decoded.getChannelData(1) : left }
}
