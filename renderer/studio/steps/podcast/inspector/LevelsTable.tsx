import type { RenderedEpisode } from '../../../../../shared/model/steps/podcast.ts'
import classes from './inspector.module.css'

const rows = [
  { name: 'Loudness', unit: 'LUFS', of: 'loudness' },
  { name: 'Range', unit: 'LU', of: 'range' },
  { name: 'Peak', unit: 'dBTP', of: 'peak' },
] as const

/** What was measured of the mix, and of the finished file. */
export function LevelsTable({ episode }: { episode: RenderedEpisode }) {
  return (
    <table className={classes.levels}>
      <thead>
        <tr>
          <th scope="col">Measured</th>
          <th scope="col">Mix</th>
          <th scope="col">File</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, unit, of }) => (
          <tr key={of}>
            <th scope="row">
              {name} <span>{unit}</span>
            </th>
            <td>{episode.before[of].toFixed(1)}</td>
            <td>{episode.after[of].toFixed(1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
