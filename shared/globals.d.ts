// What every host of shared code has (browsers, Node, a learner's phone) though no `lib` without a DOM declares it.
// Declare only what is used, and only what all of them have.

declare const crypto: { getRandomValues<Bytes extends Uint8Array>(bytes: Bytes): Bytes }

/** A file a page was handed; where a page is, its own type takes this one's place. */
type File = { readonly name: string; readonly size: number }
