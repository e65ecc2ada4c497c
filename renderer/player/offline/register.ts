/**
 * Makes a module on the web installable and ready for no network. Elsewhere (from disk, in a frame, in a browser without
 * service workers) it does nothing; and whatever fails here, the module plays.
 */
function offline(): void {
  if (window.top !== window || !window.isSecureContext || !/^https?:$/.test(window.location.protocol)) return
  // Nothing of it is urgent.
  window.addEventListener('load', () => {
    // Not written into the page: browsers refuse a manifest beside a page from disk, and complain.
    const manifest = document.createElement('link')
    manifest.rel = 'manifest'
    manifest.href = 'manifest.webmanifest'
    document.head.append(manifest)
    void ready().catch(() => {})
  })
}

async function ready(): Promise<void> {
  const { serviceWorker } = navigator
  // For a page that has its worker, the browser looks for a new one by itself. To register again would be answered when
  // that one is installed, and a message to the one before, sent then, wakes it again where it should have ended.
  if (serviceWorker.controller?.scriptURL !== new URL('sw.js', document.baseURI).href)
    await serviceWorker.register('sw.js')
  const { active } = await serviceWorker.ready
  const isInstalled = window.matchMedia('(display-mode: standalone)').matches
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  if (isInstalled || !connection?.saveData) active?.postMessage(isInstalled ? 'installed' : 'visited')
}

try {
  if ('serviceWorker' in navigator) offline()
} catch {
  // A sandboxed page may not even look.
}
