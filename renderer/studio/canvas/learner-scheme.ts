/**
 * The learner's colours follow the system; on the canvas they follow the studio, which may have been set otherwise. The
 * rules are made of the player's own theme, so that there is one place for its colours.
 */
export function learnerSchemeRules(theme: string): string {
  const darkAt = theme.indexOf('@media (prefers-color-scheme: dark)')
  const light = declarationsIn(theme.slice(0, darkAt))
  const dark = declarationsIn(theme.slice(darkAt))
  return [
    `[data-mantine-color-scheme='light'] .morsel { ${light} }`,
    `[data-mantine-color-scheme='dark'] .morsel { ${dark} }`,
  ].join('\n')
}

function declarationsIn(css: string): string {
  const found = css.match(/^\s*(?:--[\w-]+|color-scheme):\s*[^;{}]+;/gm) ?? []
  return found.map((declaration) => declaration.trim()).join(' ')
}
