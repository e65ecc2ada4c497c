export type IconName = 'back' | 'next' | 'right' | 'partlyRight' | 'notRight' | 'list' | 'locked'

/**
 * A small drawing beside words that say the same. `style/icons.css` draws it, so that a page with a hundred of them holds
 * each drawing once. `verdict` and `state` are drawn as what the element around them turns out to be.
 */
export function Icon({ name }: { name: IconName | 'verdict' | 'state' }) {
  return <i className={`icon icon-${name}`} />
}
