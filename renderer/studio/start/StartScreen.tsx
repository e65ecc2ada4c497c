import { Container, Stack, Text, Title } from '@mantine/core'
import { useStore } from 'zustand'
import type { Session } from '../app/session.ts'
import { Notice } from '../ui/Notice.tsx'
import { ProgressLine } from '../ui/ProgressLine.tsx'
import { SchemeToggle } from '../topbar/SchemeToggle.tsx'
import { NewProject } from './NewProject.tsx'
import { OpenProject } from './OpenProject.tsx'
import { RecentProjects } from './RecentProjects.tsx'
import { SampleProject } from './SampleProject.tsx'
import { Wordmark } from './Wordmark.tsx'
import classes from './start.module.css'

/** Where a day begins: a new project, one from disk, the sample, or what was open lately. */
export function StartScreen({ session }: { session: Session }) {
  const { busy, failure } = useStore(session.state)
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <Wordmark />
        <SchemeToggle />
      </header>
      <Container component="main" size={940} className={classes.main}>
        <div className={classes.intro}>
          <Title order={1}>Small modules that people finish</Title>
          <Text c="dimmed" size="lg" mt={6}>
            Write a page, trim a video, ask a question. Publish it to your LMS.
          </Text>
        </div>
        {failure && (
          <Notice tone="danger" onClose={session.dismissFailure}>
            {failure.message}
          </Notice>
        )}
        {busy ? (
          <div className={classes.card}>
            <ProgressLine what={`${busy.what}…`} progress={busy.progress} onCancel={busy.cancel} />
          </div>
        ) : (
          <div className={classes.columns}>
            <Stack gap="md">
              <NewProject onCreate={session.create} />
              <OpenProject onOpen={session.open} />
              <SampleProject onBuild={session.sample} />
            </Stack>
            <RecentProjects onOpen={session.open} />
          </div>
        )}
      </Container>
    </div>
  )
}
