import { useEffect, useState } from 'react'
import { Theme } from '../theme/Theme.tsx'
import { stories } from './stories.ts'

/** Shows one view at a time: `#4` is the fourth, `#4-dark` the same in the dark. Without a number, a list of all. */
export function Gallery() {
  const [hash, setHash] = useState(window.location.hash)
  useEffect(() => {
    const follow = () => setHash(window.location.hash)
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])

  const [number, scheme] = hash.slice(1).split('-')
  const story = stories[Number(number) - 1]
  if (story)
    return (
      <Theme key={hash} scheme={scheme === 'dark' ? 'dark' : 'light'}>
        {story.render()}
      </Theme>
    )
  return (
    <Theme>
      <main style={{ padding: 32, lineHeight: 2 }}>
        <h1>Gallery</h1>
        <ol>
          {stories.map(({ name }, index) => (
            <li key={name}>
              <a href={`#${index + 1}`}>{name}</a> · <a href={`#${index + 1}-dark`}>dark</a>
            </li>
          ))}
        </ol>
      </main>
    </Theme>
  )
}
