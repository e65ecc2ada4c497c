import { build } from 'vite'
import { gzipSync } from 'node:zlib'
import { targets } from './scripts/lib/targets.mjs'
process.env.NODE_ENV='production'
const mangled='isComplete responses quizzes hasPassed visited isCorrect isReadOnly phase interactionType rightResponses keepKnown isShuffled isDone isSeen isAnswered hasBegun hasEnded stepOnScreen screenOf keyOf idOf isFresh goBy goTo onLeave onArrive onBlocked onAnswer onRefused onSession onExit onEvent onPlayed onNotice dismiss startOver goOn spread reasonAt isOpen beginning attempt packed untriedQuiz best'.split(' ')
const variants={
 base:()=>{},
 es2022:c=>{c.build.target='es2022'},
 inline:c=>{c.build.rolldownOptions.optimization={inlineConst:{mode:'all',pass:3}}},
 shake:c=>{c.build.rolldownOptions.treeshake={propertyReadSideEffects:false,unknownGlobalSideEffects:false,propertyWriteSideEffects:false}},
 min:c=>{c.build.minify=false;c.build.rolldownOptions.output.minify={compress:{target:'es2022',maxIterations:20,joinVars:true,sequences:true,treeshake:{propertyReadSideEffects:false,unknownGlobalSideEffects:false}},mangle:{toplevel:true},codegen:{removeWhitespace:true,legalComments:'none'}}},
 mangle:c=>{c.build.minify=false;c.build.rolldownOptions.output.minify={compress:{target:'es2022',maxIterations:20},mangle:{toplevel:true},codegen:{removeWhitespace:true,legalComments:'none'},mangleProps:{include:new RegExp('^('+mangled.join('|')+')$')}}},
 mangleAll:c=>{variants.mangle(c);variants.inline(c);variants.shake(c);c.build.target='es2022'},
}
for (const kind of ['player-cmi5','player-scorm12']) for (const [n,f] of Object.entries(variants)) {
const c = await targets.find(({ name }) => name === kind).config(); c.build.write=false; 
try { f(c); const r = await build(c); const o=[].concat(r).flatMap(o=>o.output).find(f=>f.type==='chunk')
console.log(kind, n, o.code.length, gzipSync(o.code,{level:9}).length) } catch(e){console.log(n,e.message.slice(0,300))}
}
