/** The episode's picture, or a drawing of sound where it has none. Both only decorate: the words beside them say it all. */
export function Cover({ source }: { source: string | null }) {
  if (source !== null)
    return (
      <img className="cover" src={source} alt="" width="96" height="96" loading="lazy" decoding="async" />
    )
  return (
    <span className="cover" aria-hidden="true">
      <svg className="glyph" viewBox="0 0 24 24">
        <path d="M3 10v4M7.5 7v10M12 3.5v17M16.5 8v8M21 10.5v3" />
      </svg>
    </span>
  )
}
