import { NativeSelect, Tabs } from '@mantine/core'
import type { PreviewConditions, PreviewFormat } from '../../../../shared/bundle/preview-conditions.ts'
import { Notice } from '../../ui/Notice.tsx'
import type { Told } from '../useHost.ts'
import { formatNames, unusualInWords } from '../words/conditions.ts'
import { dataRows } from '../words/data.ts'
import { readKnown } from '../words/known.ts'
import { logOf } from '../words/log.ts'
import type { ModuleNames } from '../words/names.ts'
import { summaryOf } from '../words/summary.ts'
import { CallLog } from './CallLog.tsx'
import { ConditionsMenu } from './ConditionsMenu.tsx'
import { DataTable } from './DataTable.tsx'
import classes from './inspector.module.css'

/** What the LMS knows of the learner, as it happens: in a sentence, call by call, and value by value. */
export function TrackingInspector({
  told,
  names,
  format,
  formats,
  onFormat,
  conditions,
  onConditions,
  isMenuOpen,
  onMenu,
}: {
  told: Told | null
  names: ModuleNames
  format: PreviewFormat
  formats: readonly PreviewFormat[]
  onFormat: (format: PreviewFormat) => void
  conditions: PreviewConditions
  onConditions: (conditions: PreviewConditions) => void
  isMenuOpen: boolean
  onMenu: (isOpen: boolean) => void
}) {
  const values = told?.message.values ?? {}
  const known = readKnown(format, values, told?.message.statements ?? [])
  const unusual = unusualInWords(conditions)
  return (
    <aside className={classes.inspector} aria-label="What the LMS records">
      <div className={classes.top}>
        <h2 className={classes.title}>The LMS</h2>
        {formats.length < 2 ? (
          <span className={classes.format}>{formatNames[format]}</span>
        ) : (
          <NativeSelect
            size="xs"
            aria-label="Format"
            value={format}
            onChange={({ currentTarget }) => onFormat(currentTarget.value as PreviewFormat)}
            data={formats.map((value) => ({ value, label: formatNames[value] }))}
          />
        )}
        <ConditionsMenu conditions={conditions} onChange={onConditions} isOpen={isMenuOpen} onOpen={onMenu} />
      </div>
      <p className={classes.summary} role="status">
        {summaryOf(known, names)}
      </p>
      <p className={classes.kept}>{keptInWords(told)}</p>
      {unusual.map((sentence) => (
        <Notice key={sentence} tone="warning">
          {sentence}
        </Notice>
      ))}
      <Tabs
        defaultValue="log"
        keepMounted={false}
        classNames={{ root: classes.tabs ?? '', panel: classes.panel ?? '' }}
      >
        <Tabs.List>
          <Tabs.Tab value="log">What happened</Tabs.Tab>
          <Tabs.Tab value="data">What is kept</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="log">
          <CallLog entries={logOf(told?.calls ?? [], names)} />
        </Tabs.Panel>
        <Tabs.Panel value="data">
          <DataTable rows={dataRows(format, values, told?.message.kept ?? {})} />
        </Tabs.Panel>
      </Tabs>
    </aside>
  )
}

function keptInWords(told: Told | null): string {
  if (told === null) return 'It appears here as you go through the module.'
  if (!told.message.isOpen) return 'The module is closed.'
  return told.message.isCommitted
    ? 'All of it is kept, should the learner leave now.'
    : 'Some of it is not kept yet.'
}
