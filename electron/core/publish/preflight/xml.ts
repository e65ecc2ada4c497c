/** An element of a document. Names are local; an attribute is found by its local name whatever its prefix. */
export type XmlElement = {
  name: string
  attributes: Record<string, string>
  text: string
  /** The name of the element around it; empty for the root. */
  parent: string
}

/** The elements of a document in their order; null when it is no XML. */
export async function readXml(xml: string): Promise<XmlElement[] | null> {
  const { create } = await import('xmlbuilder2')
  // The parser takes entities that XML does not know; nobody else does.
  if (/&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[\da-f]+);)/i.test(xml)) return null
  try {
    const root = create(xml).root()
    // The parser takes a document whose end is missing; nobody else does.
    if (!xml.trimEnd().endsWith(`</${root.node.nodeName}>`)) return null
    return root
      .map(({ node }) => node, true, true)
      .flatMap((node) => (isElement(node) ? [elementOf(node)] : []))
  } catch {
    return null
  }
}

type Node = ReturnType<ReturnType<typeof import('xmlbuilder2')['create']>['root']>['node']
type Attribute = { localName: string; value: string }
type Element = Node & { localName: string; attributes: Iterable<Attribute> }

function isElement(node: Node): node is Element {
  return node.nodeType === 1
}

function elementOf(element: Element): XmlElement {
  const parent = element.parentNode
  return {
    name: element.localName,
    attributes: Object.fromEntries(
      Array.from(element.attributes, ({ localName, value }) => [localName, value]),
    ),
    text: element.textContent ?? '',
    parent: parent && isElement(parent) ? parent.localName : '',
  }
}
