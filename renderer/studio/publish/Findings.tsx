import { Text, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconBulb, IconCircleCheck, IconHandStop } from '@tabler/icons-react'
import type { Finding } from '../../../shared/model/finding.ts'
import { useDocument } from '../document/DocumentProvider.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { FindingsState } from './useFindings.ts'
import classes from './publish.module.css'

const severities = {
  block: { word: 'Must be put right', Icon: IconHandStop },
  warn: { word: 'Worth putting right', Icon: IconAlertTriangle },
  hint: { word: 'Could be better', Icon: IconBulb },
} as const
const order = ['block', 'warn', 'hint'] as const

/** What the checks found, worst first; `titleOf` says what it means now. Each leads to its place. */
export function Findings({
  findings,
  titleOf,
  onLeave,
}: {
  findings: FindingsState
  titleOf: (list: readonly Finding[]) => string
  onLeave: () => void
}) {
  const { list, isLoading, failure } = findings
  if (failure) return <Notice tone="danger">{failure.message}</Notice>
  if (isLoading)
    return (
      <Text size="sm" c="dimmed" role="status">
        Checking the module…
      </Text>
    )
  if (list.length === 0)
    return (
      <Text size="sm" className={classes.ready}>
        <IconCircleCheck size={18} aria-hidden /> The checks found nothing to put right.
      </Text>
    )
  return <FindingList list={list} title={titleOf(list)} onLeave={onLeave} />
}

export function FindingList({
  list,
  title,
  onLeave,
}: {
  list: readonly Finding[]
  title: string
  onLeave: () => void
}) {
  const { select } = useDocument()
  const sorted = order.flatMap((severity) => list.filter((finding) => finding.severity === severity))

  function go({ where }: Finding) {
    onLeave()
    select({ module: where.module, step: where.step })
  }

  return (
    <section aria-label="Checks">
      <Text size="sm" fw={560} mb={6}>
        {title}
      </Text>
      <ul className={classes.findings}>
        {sorted.map((finding, index) => {
          const { word, Icon } = severities[finding.severity]
          return (
            // A rule can find the same thing twice in one place; the list is made anew with every check.
            <li key={index}>
              <UnstyledButton
                className={classes.finding}
                data-severity={finding.severity}
                onClick={() => go(finding)}
              >
                <Icon size={17} aria-label={word} />
                <span>{finding.message}</span>
                <span className={classes.go}>Show</span>
              </UnstyledButton>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** What findings mean for a module that is still to be published. */
export function beforePublishing(list: readonly Finding[]): string {
  const blocks = list.filter(({ severity }) => severity === 'block').length
  if (blocks === 0) return 'Ready to publish. Some things could be better:'
  return blocks === 1 ? 'One thing must be put right first:' : `${blocks} things must be put right first:`
}
