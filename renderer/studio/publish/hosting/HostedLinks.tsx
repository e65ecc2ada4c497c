import { ActionIcon, CopyButton, Text, TextInput, UnstyledButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { slug } from '../../../../shared/ids.ts'
import { useDocumentState } from '../../document/DocumentProvider.tsx'
import { nameOf } from '../../outline/names.ts'
import { linkTo, readHosting } from './address.ts'
import { hosting, setHosting } from './hosting.ts'
import { QrCode } from './QrCode.tsx'
import classes from './hosting.module.css'

/** For a module on the web: asks where it is hosted, and gives links to it and each of its steps, with a QR code of one. */
export function HostedLinks({ module }: { module: string }) {
  const typed = useStore(hosting, (state) => state.typed[module] ?? '')
  const found = readHosting(typed)
  return (
    <section className={classes.hosting} aria-label="Links">
      <TextInput
        label="Where will it be hosted?"
        description="The address of the folder you put it in. Then there are links and a QR code to send, print or show."
        placeholder="https://example.org/bees/"
        inputMode="url"
        autoComplete="url"
        spellCheck={false}
        value={typed}
        error={found && 'problem' in found ? found.problem : undefined}
        onChange={(event) => setHosting(module, event.currentTarget.value)}
      />
      {found && 'url' in found && (
        <>
          {!found.isSecure && (
            <Text size="xs" c="dimmed">
              The module plays from an http address. To be installed and used offline it needs one with https.
            </Text>
          )}
          <Links module={module} url={found.url} />
        </>
      )}
    </section>
  )
}

function Links({ module, url }: { module: string; url: string }) {
  const records = useDocumentState((state) => state.records)
  const [chosen, setChosen] = useState<string | null>(null)
  const record = records[module]
  const title = nameOf(record)
  const steps = record?.type === 'module' ? record.steps : []
  const places = [
    { step: null, name: 'The whole module' },
    ...steps.map((step) => ({ step, name: nameOf(records[step]) })),
  ]
  const shown = places.find(({ step }) => step === chosen) ?? places[0]
  const link = linkTo(url, shown?.step ?? null)
  const name = shown?.step ? `“${shown.name}”` : `“${title}”`
  return (
    <div className={classes.links}>
      <ul aria-label="Links to the module and its steps">
        {places.map(({ step, name: words }) => (
          <li key={step ?? ''} data-shown={step === (shown?.step ?? null) || undefined}>
            <UnstyledButton
              className={classes.place}
              aria-pressed={step === (shown?.step ?? null)}
              onClick={() => setChosen(step)}
            >
              <span>{words}</span>
              <span className={classes.link}>{linkTo(url, step)}</span>
            </UnstyledButton>
            <CopyButton value={linkTo(url, step)}>
              {({ copied, copy }) => (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={copied ? `Copied the link to ${words}` : `Copy the link to ${words}`}
                  onClick={copy}
                >
                  {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
                </ActionIcon>
              )}
            </CopyButton>
          </li>
        ))}
      </ul>
      <QrCode link={link} name={name} file={`${slug(shown?.step ? shown.name : title) || 'module'}-qr`} />
    </div>
  )
}
