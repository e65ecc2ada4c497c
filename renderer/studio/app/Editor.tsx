import { useState } from 'react'
import { useDocument, useDocumentState } from '../document/DocumentProvider.tsx'
import { Canvas } from '../canvas/Canvas.tsx'
import { Inspector } from '../inspector/Inspector.tsx'
import { JobTray } from '../jobs/JobTray.tsx'
import { Outline } from '../outline/Outline.tsx'
import { openPalette } from '../palette/open.ts'
import { useFeed } from '../feed/useFeed.ts'
import { usePublishing } from '../publish/usePublishing.ts'
import { TopBar } from '../topbar/TopBar.tsx'
import { Announcer } from '../ui/Announcer.tsx'
import { later } from '../ui/later.tsx'
import { FailureBanner } from './FailureBanner.tsx'
import { PanelHandle } from './PanelHandle.tsx'
import type { Session } from './session.ts'
import { useCommandKeys } from './useCommandKeys.ts'
import { useFocusAfter } from './useFocusAfter.ts'
import { usePageTitle } from './usePageTitle.ts'
import { usePanels } from './usePanels.ts'
import { useUncovering } from './useUncovering.ts'
import classes from './editor.module.css'

const CommandPalette = later(() =>
  import('../palette/CommandPalette.tsx').then((code) => code.CommandPalette),
)
const PreviewSheet = later(() => import('../previewing/PreviewSheet.tsx').then((code) => code.PreviewSheet))
const PublishDialog = later(() => import('../publish/PublishDialog.tsx').then((code) => code.PublishDialog))

const FeedDialog = later(() => import('../feed/FeedDialog.tsx').then((code) => code.FeedDialog))

type Sheet = 'preview' | 'publish' | 'feed'

/** The editor of the open project: outline, canvas, inspector. */
export function Editor({ session }: { session: Session }) {
  const document = useDocument()
  const panels = usePanels()
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [feedOf, setFeedOf] = useState<string | null>(null)
  const publishing = usePublishing()
  const feed = useFeed()
  const { module, step } = useDocumentState((state) => state.selection)
  usePageTitle()
  useUncovering(panels)
  useFocusAfter(sheet === 'feed' ? `feed-${feedOf}` : sheet)

  /** Previews and publishes what is on the screen, so what waits is saved first. */
  async function open(what: Sheet) {
    if (module !== null && (await document.flush())) setSheet(what)
  }
  function openFeed(series: string) {
    setFeedOf(series)
    setSheet('feed')
  }
  const commands = {
    home: () => void session.close(),
    preview: () => void open('preview'),
    publish: () => void open('publish'),
    feed: openFeed,
    find: openPalette,
    toggleOutline: () => panels.toggle('outline'),
    toggleInspector: () => panels.toggle('inspector'),
  }
  useCommandKeys(commands)

  return (
    <div className={classes.editor}>
      <TopBar
        panels={panels.open}
        onTogglePanel={panels.toggle}
        onHome={commands.home}
        onSearch={openPalette}
        onPreview={commands.preview}
        onPublish={commands.publish}
      />
      <FailureBanner onLeave={() => void session.close({ evenUnsaved: true })} />
      <div className={classes.places} data-narrow={panels.isNarrow || undefined}>
        {panels.open.outline && (
          <div className={classes.side} data-side="left" style={{ width: panels.width.outline }}>
            <Outline onFeed={openFeed} />
            <PanelHandle panels={panels} panel="outline" />
          </div>
        )}
        <div className={classes.middle}>
          <Canvas />
        </div>
        {panels.open.inspector && (
          <div className={classes.side} data-side="right" style={{ width: panels.width.inspector }}>
            <PanelHandle panels={panels} panel="inspector" />
            <Inspector />
          </div>
        )}
      </div>
      {sheet === 'preview' && module !== null && (
        <PreviewSheet module={module} step={step} onClose={() => setSheet(null)} />
      )}
      {sheet === 'publish' && module !== null && (
        <PublishDialog module={module} publishing={publishing} onClose={() => setSheet(null)} />
      )}
      {sheet === 'feed' && feedOf !== null && (
        <FeedDialog series={feedOf} making={feed} onClose={() => setSheet(null)} />
      )}
      <JobTray />
      <CommandPalette commands={commands} />
      <Announcer />
    </div>
  )
}
