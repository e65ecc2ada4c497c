import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './start.module.css'

/** One way to start. */
export function StartCard({
  title,
  description,
  children,
}: {
  title: string
  description?: ReactNode
  children: ReactNode
}) {
  return (
    <section className={classes.card} aria-label={title}>
      <Title order={2} size="h3">
        {title}
      </Title>
      {description !== undefined && (
        <Text size="sm" c="dimmed" mt={2} mb="sm">
          {description}
        </Text>
      )}
      {children}
    </section>
  )
}
