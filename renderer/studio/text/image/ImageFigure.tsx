export function ImageFigure() {
  return null
}
