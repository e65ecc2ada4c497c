const paths = {
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  right: 'M5 13l4 4 10-10',
  partlyRight: 'M6 12h12',
  notRight: 'M7 7l10 10M17 7L7 17',
  list: 'M4 7h16M4 12h16M4 17h10',
  locked: 'M7 11h10v8H7zM9 11V8a3 3 0 0 1 6 0v3',
}
export type IconName = keyof typeof paths

/** A small drawing beside words that say the same; its line is styled in CSS alone. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
