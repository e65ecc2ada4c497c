import { expect, it } from 'vitest'
import { htmlOf, jsx } from './jsx-runtime.ts'

it('writes what React calls otherwise as HTML calls it, and escapes words', () => {
  expect(
    jsx('input', { className: 'seek', type: 'range', defaultValue: '0', 'aria-label': 'a "b" <c>' }).html,
  ).toBe('<input class="seek" type="range" value="0" aria-label="a &quot;b&quot; &lt;c&gt;">')
  expect(jsx('img', { src: 'media/a.png', alt: '', hidden: false }).html).toBe(
    '<img src="media/a.png" alt="">',
  )
})

it('says on the option itself which one of a list is chosen', () => {
  const option = (value: number) => jsx('option', { value, children: value })
  const list = jsx('select', { defaultValue: '1', children: [option(0.75), option(1), option(1.5)] })
  expect(htmlOf(list)).toBe(
    '<select><option value="0.75">0.75</option><option value="1" selected>1</option><option value="1.5">1.5</option></select>',
  )
})
