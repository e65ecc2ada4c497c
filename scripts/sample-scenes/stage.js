// Moves a scene to any moment, the same way every time. What moves says so itself, in seconds:
//   data-show="2 8"        appears at 2, leaves at 8 (no second number: stays)
//   data-dim="3 5, 7 9"    steps back while something else is explained
//   data-grow="4"          grows along its own transform-origin
//   data-move="2 0 0, 4 300 -40"   is at x y (pixels from its place) at each moment, gliding between them

const ease = (part) => 1 - (1 - Math.min(1, Math.max(0, part))) ** 3
const glide = (part) => {
  const p = Math.min(1, Math.max(0, part))
  return p < 0.5 ? 4 * p ** 3 : 1 - (2 - 2 * p) ** 3 / 2
}
const numbers = (text) => text.split(',').map((part) => part.trim().split(/\s+/).map(Number))

const shown = (time, [from, to = Infinity]) =>
  Math.min(ease((time - from) / 0.6), 1 - ease((time - to) / 0.35))

const dimmed = (time, spans) =>
  1 -
  0.72 *
    Math.max(...spans.map(([from, to]) => Math.min(ease((time - from) / 0.5), 1 - ease((time - to) / 0.5))))

const placed = (time, stops) => {
  const next = stops.findIndex(([at]) => at > time)
  if (next === 0) return stops[0].slice(1)
  if (next === -1) return stops.at(-1).slice(1)
  const [[from, x, y], [to, toX, toY]] = [stops[next - 1], stops[next]]
  const part = glide((time - from) / (to - from))
  return [x + (toX - x) * part, y + (toY - y) * part]
}

const round = (number) => Math.round(number * 1000) / 1000

/** Draws the scene at `time` (seconds) and returns what it set, so that an unchanged frame need not be taken again. */
globalThis.draw = (time) => {
  const drawn = []
  for (const element of document.querySelectorAll('[data-show], [data-dim], [data-grow], [data-move]')) {
    const { show, dim, grow, move, still } = element.dataset
    let opacity = 1
    let transform = ''
    if (show) {
      const [span] = numbers(show)
      opacity *= shown(time, span)
      // Rising a little as it appears, never as it leaves: leaving should not draw the eye.
      if (still === undefined) transform += `translateY(${round((1 - ease((time - span[0]) / 0.6)) * 28)}px)`
    }
    if (dim) opacity *= dimmed(time, numbers(dim))
    if (move) {
      const [x, y] = placed(time, numbers(move))
      transform += ` translate(${round(x)}px, ${round(y)}px)`
    }
    if (grow) transform += ` scaleX(${round(glide((time - Number(grow)) / 0.7))})`
    element.style.opacity = String(round(opacity))
    element.style.transform = transform
    drawn.push(element.style.opacity, transform)
  }
  return drawn.join()
}
