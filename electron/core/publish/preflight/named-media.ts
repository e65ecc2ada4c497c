import { type Check, fault } from './check.ts'

/** Every file the page names is in the package, under that very name: web servers tell upper from lower case. */
export const namedMedia: Check = ({ read }) => {
  const page = (read.texts.get('index.html') ?? '').replace(/data:[\w/+.-]*;base64,[\w+/=]*/g, '')
  const named = new Set([
    ...Array.from(page.matchAll(/\bmedia\/[\w.-]+\.\w+/g), ([name]) => name),
    ...Array.from(page.matchAll(/<script[^>]*\bsrc=["']([^"':]+)["']/g), ([, name = '']) => name),
  ])
  return [...named]
    .filter((name) => !read.names.includes(name))
    .map((name) => fault('package-file-missing', `The page shows ${name}, which is not in the package.`))
}
