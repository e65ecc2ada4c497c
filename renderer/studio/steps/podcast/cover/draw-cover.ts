/** Pixels: what the largest podcast directories ask for at least. */
const size = 1400
const margin = 120
/** The accent of the learner's theme, and a deeper shade of it. */
const [accent, deep] = ['#3a4db8', '#232f78']

/**
 * A square cover from words alone: the title large, as what it belongs to small, on the accent of the learner's theme. Nothing in it
 * depends on the machine but the font.
 */
export async function drawCover({
  title,
  series,
  direction,
}: {
  title: string
  /** What the episode belongs to, such as its module. */
  series: string
  direction: 'ltr' | 'rtl'
}): Promise<Blob> {
  const canvas = new OffscreenCanvas(size, size)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser does not draw')
  const ground = context.createLinearGradient(0, 0, size, size)
  ground.addColorStop(0, accent)
  ground.addColorStop(1, deep)
  context.fillStyle = ground
  context.fillRect(0, 0, size, size)
  drawRings(context, direction)

  context.direction = direction
  context.textAlign = 'start'
  const x = direction === 'rtl' ? size - margin : margin
  context.fillStyle = 'rgb(255 255 255 / 82%)'
  context.font = font(60, 560)
  context.fillText(fitted(context, series, size - 2 * margin), x, margin + 60)

  context.fillStyle = '#ffffff'
  const { lines, height } = titleLines(context, title)
  for (const [at, line] of lines.entries())
    context.fillText(line, x, size - margin - (lines.length - 1 - at) * height)
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 })
}

const font = (pixels: number, weight: number) =>
  `${weight} ${pixels}px 'Inter Variable', system-ui, sans-serif`

/** Sound as it spreads, half out of the picture. */
function drawRings(context: OffscreenCanvasRenderingContext2D, direction: 'ltr' | 'rtl'): void {
  const x = direction === 'rtl' ? 180 : size - 180
  context.lineWidth = 22
  for (const [at, radius] of [150, 290, 430, 570, 710].entries()) {
    context.strokeStyle = `rgb(255 255 255 / ${[26, 19, 13, 8, 5][at]}%)`
    context.beginPath()
    context.arc(x, 470, radius, 0, 2 * Math.PI)
    context.stroke()
  }
}

/** The title in as large letters as fit into five lines. */
function titleLines(
  context: OffscreenCanvasRenderingContext2D,
  title: string,
): { lines: string[]; height: number } {
  for (const pixels of [210, 176, 146, 120, 96]) {
    context.font = font(pixels, 700)
    const lines = wrapped(context, title, size - 2 * margin)
    if (lines.length <= 5 || pixels === 96)
      return { lines: lines.slice(0, 5), height: Math.round(pixels * 1.14) }
  }
  return { lines: [], height: 0 }
}

function wrapped(context: OffscreenCanvasRenderingContext2D, words: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && context.measureText(longer).width > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  if (line !== '') lines.push(line)
  return lines.map((one) => fitted(context, one, width))
}

/** Words cut to a width, with a sign that there were more. */
function fitted(context: OffscreenCanvasRenderingContext2D, words: string, width: number): string {
  if (context.measureText(words).width <= width) return words
  let signs = [...words]
  while (signs.length > 0 && context.measureText(`${signs.join('')}…`).width > width)
    signs = signs.slice(0, -1)
  return `${signs.join('')}…`
}
