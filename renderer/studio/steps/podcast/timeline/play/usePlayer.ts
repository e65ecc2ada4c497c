import { useEffect, useState } from 'react'
import { useDocument } from '../../../../document/DocumentProvider.tsx'
import type { Drawn } from '../drawn.ts'
import { playPlan } from './play-plan.ts'
import { createPlayer, type Player } from './player.ts'

/** The player of a timeline: it plays what is drawn, follows when that changes, and ends with the timeline. */
export function usePlayer(drawn: Drawn): Player {
  const document = useDocument()
  const [player] = useState(() => createPlayer(document.state.getState().opened.project, playPlan(drawn)))
  useEffect(() => player.change(playPlan(drawn)), [player, drawn])
  useEffect(() => player.close, [player])
  return player
}
