import type { Check } from './check.ts'

const outside = String.raw`(?:(?:https?|wss?):)?\/\/[^"'\`\s>)]+`

/** What loads by itself in HTML. A link is none of it: it is followed only by a learner who wants to. */
const tags = /<(?:script|link|img|iframe|audio|video|source|track|embed|object|image|use)\b[^>]*>/gi
const inTag = new RegExp(String.raw`\b(?:src|srcset|href|poster|data)\s*=\s*["']?\s*(${outside})`, 'gi')
const inStyle = new RegExp(String.raw`(?:url\(|@import)\s*["']?(${outside})`, 'gi')
/** The bundle in the page names what its steps load. */
const inBundle = new RegExp(String.raw`"(?:source|poster)"\s*:\s*"(${outside})`, 'gi')
/** Only addresses written into the script; those an LMS hands over at launch are its own. */
const inScript = [
  new RegExp(
    String.raw`\b(?:fetch|import|importScripts|Worker|EventSource|WebSocket|sendBeacon)\s*\(\s*["'\`](${outside})`,
    'g',
  ),
  new RegExp(String.raw`\.open\s*\(\s*["'\`][A-Z]+["'\`]\s*,\s*["'\`](${outside})`, 'g'),
  new RegExp(String.raw`\.src\s*=\s*["'\`](${outside})`, 'g'),
]

/** Code, not the data beside it. */
const scriptInPage = /<script(?![^>]*json)[^>]*>(.*?)<\/script>/gis

/** Nothing is asked of a server elsewhere: modules play without a network, and learners are nobody else's business. */
export const outsideRequests: Check = ({ read }) =>
  [...read.texts].flatMap(([name, text]) =>
    [...new Set(addressesIn(name, text))].map((address) => ({
      severity: 'block' as const,
      rule: 'outside-request',
      message: `${name} loads ${address} from elsewhere, which fails without a network and tells that server who is learning. Import the file into the project and show that one.`,
    })),
  )

function addressesIn(name: string, text: string): string[] {
  if (name.endsWith('.js')) return outsideOfScript(text)
  if (name.endsWith('.css')) return found(text, inStyle)
  if (!name.endsWith('.html')) return []
  // The bundle's HTML stands in the page as JSON.
  const page = text.replace(/\\u003c/g, '<').replace(/\\"/g, '"')
  const loading = Array.from(page.matchAll(tags), ([tag]) => tag)
  const scripts = Array.from(text.matchAll(scriptInPage), ([, code = '']) => code)
  return [
    ...loading.flatMap((tag) => found(tag, inTag)),
    ...found(page, inStyle),
    ...found(text, inBundle),
    ...scripts.flatMap(outsideOfScript),
  ]
}

const outsideOfScript = (code: string) => inScript.flatMap((pattern) => found(code, pattern))

function found(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([, address = '']) => address)
}
