import { Text } from '@mantine/core'
import type { DataRow } from '../words/data.ts'
import classes from './inspector.module.css'

/** The LMS's data model as a table. */
export function DataTable({ rows }: { rows: readonly DataRow[] }) {
  if (rows.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Nothing yet.
      </Text>
    )
  return (
    <table className={classes.data}>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ element, words, value, isKept }) => (
          <tr key={element}>
            <th scope="row">
              {words}
              <code>{element}</code>
            </th>
            <td>
              {value}
              {!isKept && <span className={classes.unkept}>not kept yet</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
