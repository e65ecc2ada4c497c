import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findInFeed as find } from '../../test/harness/feeds.ts'
import { podcastGuid } from './feed/guid.ts'
import { type FeedChannel, type FeedEpisode, findEpisode, NoFeed, writeFeed } from './feed.ts'
import { hex, sha1, utf8 } from './sha1.ts'

const channel: FeedChannel = {
  url: 'https://example.org/talks/feed.xml',
  title: 'Selling & <confidence>',
  link: 'https://example.org/talks?a=1&b=2',
  description: 'Short talks\u0007 on selling.\nEach ten minutes.',
  language: 'en-GB',
  author: 'Ana Lima',
  owner: { name: 'Ana Lima', email: 'ana@example.org' },
  image: 'https://example.org/talks/cover.png',
  explicit: false,
  category: { name: 'Education', within: 'Courses' },
  copyright: '© 2026 Ana Lima',
  licence: { name: 'cc-by-4.0', url: null },
  locked: true,
}
const episode = (guid: string, day: number): FeedEpisode => ({
  guid,
  title: `Talk “${guid}”`,
  description: 'Value before price.',
  published: new Date(Date.UTC(2026, 10, day, 12, 5, 9)),
  audio: { url: `https://example.org/talks/${guid}.mp3`, bytes: 123_456_789, type: 'audio/mpeg' },
  seconds: 721.6,
  number: day,
  transcript: { url: `https://example.org/talks/${guid}.vtt`, type: 'text/vtt' },
  chapters: `https://example.org/talks/${guid}.json`,
  image: null,
})
const episodes = [episode('one', 1), episode('two', 2)]

describe('a new feed', () => {
  const { xml, lost } = writeFeed(channel, episodes, null)

  it('is well-formed and has what directories ask of a series', () => {
    expect(lost).toEqual([])
    const at = (path: string) => find(xml, `/rss[@version="2.0"]/channel/${path}`)
    expect(at('title')).toEqual(['Selling & <confidence>'])
    expect(at('link')).toEqual(['https://example.org/talks?a=1&b=2'])
    expect(at('description')).toEqual(['Short talks on selling.\nEach ten minutes.'])
    expect(at('language')).toEqual(['en-GB'])
    expect(at('copyright')).toEqual(['© 2026 Ana Lima'])
    expect(at('lastBuildDate')).toEqual(['Mon, 02 Nov 2026 12:05:09 +0000'])
    expect(at('atom:link[@rel="self"][@type="application/rss+xml"]/@href')).toEqual([channel.url])
    expect(at('image/url')).toEqual([channel.image])
    expect(at('itunes:image/@href')).toEqual([channel.image])
    expect(at('itunes:author')).toEqual(['Ana Lima'])
    expect(at('itunes:owner/itunes:email')).toEqual(['ana@example.org'])
    expect(at('itunes:explicit')).toEqual(['false'])
    expect(at('itunes:category/@text')).toEqual(['Education'])
    expect(at('itunes:category/itunes:category/@text')).toEqual(['Courses'])
    expect(at('podcast:guid')).toEqual([podcastGuid(channel.url)])
    expect(at('podcast:locked[@owner="ana@example.org"]')).toEqual(['yes'])
    expect(at('podcast:license')).toEqual(['cc-by-4.0'])
  })

  it('has what players need of an episode, the newest first', () => {
    const at = (path: string) => find(xml, `/rss/channel/item/${path}`)
    expect(at('guid[@isPermaLink="false"]')).toEqual(['two', 'one'])
    expect(find(xml, '//item[1]/title')).toEqual(['Talk “two”'])
    expect(find(xml, '//item[1]/pubDate')).toEqual(['Mon, 02 Nov 2026 12:05:09 +0000'])
    expect(find(xml, '//item[1]/enclosure/@*')).toEqual([
      'https://example.org/talks/two.mp3',
      '123456789',
      'audio/mpeg',
    ])
    expect(at('itunes:duration')).toEqual(['722', '722'])
    expect(at('itunes:episode')).toEqual(['2', '1'])
    expect(find(xml, '//item[1]/podcast:transcript[@type="text/vtt"]/@url')).toEqual([
      'https://example.org/talks/two.vtt',
    ])
    expect(find(xml, '//item[1]/podcast:chapters[@type="application/json+chapters"]/@url')).toEqual([
      'https://example.org/talks/two.json',
    ])
    expect(at('itunes:image')).toEqual([])
  })

  it('stays as it is when it is written over itself', () => {
    expect(writeFeed(channel, episodes, xml)).toEqual({ xml, lost: [] })
  })
})

function isFeed(text: string): boolean {
  try {
    findEpisode(text, '')
    return true
  } catch (error) {
    if (error instanceof NoFeed) return false
    throw error
  }
}

const inFeed = (inside: string, declarations = '') =>
  `<?xml version='1.0'?>\n<rss version="2.0"${declarations}><channel>${inside}</channel></rss>\n`

describe('a feed that is there already', () => {
  it('keeps unknown tags, comments and other episodes to the letter, and its guid', () => {
    const existing = `<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet href="feed.xsl" type="text/xsl"?>
<!-- made by hand -->
<rss xmlns:it="http://www.itunes.com/DTDs/PodCast-1.0.dtd" xmlns:podcast="https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md" version="2.0" xmlns:x="urn:x">
<channel>
  <title>Old</title><it:author>Old</it:author><it:type>serial</it:type>
  <podcast:guid>00000000-kept</podcast:guid>
  <atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="https://hub.example/"/>
  <x:y a='1 "2"'><![CDATA[ <b>hi</b> ]]> &amp;lt; <i>a</i> <i>b</i></x:y>
  <!-- two -->
  <item x:z="1"><item>inside</item><guid>one</guid><title>Old one</title><podcast:person role="host">Ana</podcast:person>
    <podcast:transcript url="a.srt" type="application/srt"/><podcast:transcript url="old.vtt" type="text/vtt"/></item>
  <item><guid><![CDATA[other]]></guid><title>Another</title><pubDate>Tue, 03 Nov 2026 00:00:00 +0000</pubDate></item>
</channel></rss>`
    const { xml, lost } = writeFeed(channel, episodes, existing)
    expect(lost).toEqual([])
    for (const kept of [
      '<?xml-stylesheet href="feed.xsl" type="text/xsl"?>',
      '<!-- made by hand -->',
      '<!-- two -->',
      '<it:type>serial</it:type>',
      `<x:y a='1 "2"'><![CDATA[ <b>hi</b> ]]> &amp;lt; <i>a</i> <i>b</i></x:y>`,
      '<podcast:person role="host">Ana</podcast:person>',
      '<podcast:transcript url="a.srt" type="application/srt"/>',
      '<item x:z="1">',
      '<item>inside</item>',
    ])
      expect(xml).toContain(kept)
    expect(find(xml, '//channel/title')).toEqual([channel.title])
    expect(find(xml, '//itunes:author')).toEqual(['Ana Lima'])
    expect(find(xml, '//podcast:guid')).toEqual(['00000000-kept'])
    expect(find(xml, '//atom:link/@rel')).toEqual(['self', 'hub'])
    expect(find(xml, '//item/guid')).toEqual(['other', 'two', 'one'])
    expect(find(xml, '/rss/channel/item[3]/podcast:transcript/@url')).toEqual([
      'https://example.org/talks/one.vtt',
      'a.srt',
    ])
    expect(writeFeed(channel, episodes, xml)).toEqual({ xml, lost: [] })
  })

  it.each([
    ['half a feed', '<rss version="2.0"><channel><title>a', /line 1: <\/title> is missing/],
    ['crossed tags', inFeed('<a>\n<b></a></b>'), /line 3: <\/a> ends what does not begin/],
    ['no feed', '<html><body/></html>', /begins with <html>/],
    ['another kind of feed', '<feed xmlns="http://www.w3.org/2005/Atom"/>', /begins with <feed>/],
    ['words', 'hello', /text outside/],
    ['nothing', '', /empty/],
    ['a tag without quotes', inFeed('<a b=1/>'), /no XML/],
    ['two documents', '<rss/><rss/>', /more than one/],
    ['endless nesting', `<rss><channel>${'<a>'.repeat(50_000)}`, /nested too deeply/],
  ])('is refused where it is %s, and it is said why', (_, existing, sentence) => {
    for (const read of [() => writeFeed(channel, episodes, existing), () => findEpisode(existing, 'x')]) {
      expect(read).toThrow(NoFeed)
      expect(read).toThrow(sentence)
    }
  })

  it('keeps what it says of the series and of an episode where that is to stay', () => {
    const existing = inFeed(
      `<title>Mine</title><it:category text="Arts"/><it:category text="Music"/><lastBuildDate>old</lastBuildDate>
       <item><guid>one</guid><title>Old</title><description>By hand</description>
       <podcast:transcript url="a.txt" type="text/plain"/></item>`,
      ' xmlns:it="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0"',
    )
    const staying = {
      channel: ['title', 'description', 'itunes:category'],
      item: ['description'],
    }
    const { xml, lost } = writeFeed({ ...channel, owner: null }, episodes, existing, staying)
    expect(lost).toEqual([])
    expect(find(xml, '/rss/channel/title')).toEqual(['Mine'])
    expect(find(xml, '/rss/channel/language')).toEqual([channel.language])
    expect(find(xml, '/rss/channel/itunes:category/@text')).toEqual(['Arts', 'Music'])
    expect(find(xml, '/rss/channel/itunes:owner | /rss/channel/podcast:locked/@owner')).toEqual([])
    expect(find(xml, '//item[guid="one"]/description')).toEqual(['By hand'])
    expect(find(xml, '//item[guid="one"]/title')).toEqual(['Talk “one”'])
    expect(find(xml, '//item[guid="one"]/podcast:transcript/@type')).toEqual(['text/vtt'])
    expect(find(xml, '//lastBuildDate')).toEqual(['Mon, 02 Nov 2026 12:05:09 +0000'])
    expect(writeFeed({ ...channel, owner: null }, episodes, xml, staying)).toEqual({ xml, lost: [] })
  })

  it('knows an episode by the address of its audio', () => {
    const { xml } = writeFeed(channel, episodes, null)
    expect(findEpisode(xml, 'https://example.org/talks/two.mp3')).toEqual({
      guid: 'two',
      published: Date.UTC(2026, 10, 2, 12, 5, 9),
    })
    expect(findEpisode(xml, 'https://example.org/talks/three.mp3')).toBeNull()
    expect(findEpisode(inFeed('<item><enclosure url="a&amp;b"/></item>'), 'a&b')).toEqual({
      guid: 'a&b',
      published: null,
    })
  })

  it('leaves out and names what could not stand in a sound feed', () => {
    const existing = `<!DOCTYPE rss [<!ENTITY foo "bar">]>${inFeed(
      `<a>&foo;</a><y:b/><c/>stray<itunes:d/>
       <item><guid>else</guid><title>&eacute;</title><e/></item><item><guid>one</guid><title>&eacute;</title></item>`,
      ' xmlns="urn:rss" xmlns:itunes="urn:else"',
    ).replace(/^.*\n/, '')}`
    const { xml, lost } = writeFeed(channel, episodes, existing)
    expect(find(xml, '//channel/c')).toHaveLength(1)
    expect(find(xml, '//item/e')).toHaveLength(1)
    expect(lost.map((sentence) => sentence.split(' ').slice(0, 3).join(' '))).toEqual([
      '<!DOCTYPE rss [<!ENTITY',
      'The attribute xmlns',
      '<a>&foo;</a> was left',
      '<y:b/> was left',
      'The words stray',
      '<itunes:d/> was left',
      '<title>&eacute;</title> was left',
    ])
  })

  it('gives well-formed XML whatever it finds, and the same when written again', () => {
    const part = fc.oneof(
      { weight: 3, arbitrary: fc.string({ maxLength: 8, unit: 'binary' }) },
      fc.constantFrom(
        ...'<a>~</a>~<a b="c"/>~<x:a/>~<²/>~<ª/>~<a b="1" b="2"/>~ xmlns:x="u:"~<a xmlns:x=""/>~<a\u00a0b="1"/>'.split(
          '~',
        ),
        ...'&amp;~&#0;~&#x41;~&e;~<!-- c -->~<!-- -- -->~-->~<![CDATA[~]]>~<?p q?>~<?xml version="1.0"?>'.split(
          '~',
        ),
        ...'<item>~</item>~<guid>one</guid>~<podcast:person/>~\u0001~\ud800'.split('~'),
      ),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const existing = inFeed(parts.join(''))
        if (!isFeed(existing)) return
        const { xml } = writeFeed(channel, episodes, existing)
        expect(find(xml, '/rss/channel/item/guid[.="one"]')).toHaveLength(1)
        expect(writeFeed(channel, episodes, xml)).toEqual({ xml, lost: [] })
      }),
      { numRuns: 200 },
    )
  })

  const example = join(
    process.env.MORSEL_CORPORA ?? '../shared/corpora',
    'captions/feeds/podcast-example.xml',
  )
  it.skipIf(!existsSync(example))(
    'keeps all that the namespace’s own example says beyond ours (needs the corpora that MORSEL_CORPORA names)',
    () => {
      const existing = readFileSync(example, 'utf8')
      const { xml, lost } = writeFeed(channel, episodes, existing)
      expect(lost).toEqual([])
      const count = (text: string, path: string) => find(text, path).length
      const items = count(existing, '//item')
      expect(count(xml, '//item')).toBe(items + episodes.length)
      for (const name of [
        'person',
        'value',
        'funding',
        'location',
        'soundbite',
        'alternateEnclosure',
        'image',
      ])
        expect([name, count(xml, `//podcast:${name}`)]).toEqual([name, count(existing, `//podcast:${name}`)])
      const others = (text: string) =>
        find(text, '//item[not(guid="one" or guid="two")]//text()[normalize-space()]').sort()
      expect(others(xml)).toEqual(others(existing))
    },
  )
})

describe('the guid of a podcast', () => {
  it('is the one that the podcast namespace gives as its example', () => {
    expect(podcastGuid('https://mp3s.nashownotes.com/pc20rss.xml')).toBe(
      '917393e3-1b1e-5cef-ace4-edaa54e1f810',
    )
    expect(podcastGuid('http://mp3s.nashownotes.com/pc20rss.xml//')).toBe(
      '917393e3-1b1e-5cef-ace4-edaa54e1f810',
    )
  })

  it('rests on the SHA-1 that everybody computes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (text) => {
        expect(hex(sha1(utf8(text)))).toBe(createHash('sha1').update(text.toWellFormed()).digest('hex'))
      }),
    )
  })
})
