/** A deletion that some page still stands in the way of is waited for no longer than this, in milliseconds. */
const patience = 1000

/** Takes away what modules of previews kept in this browser: a new learner has a browser of their own. */
export async function forgetBrowser(): Promise<void> {
  window.sessionStorage.clear()
  const databases = await window.indexedDB.databases()
  await Promise.all(databases.map(({ name }) => forget(name ?? '')))
}

function forget(name: string): Promise<void> {
  return new Promise((resolve) => {
    const deletion = window.indexedDB.deleteDatabase(name)
    deletion.onsuccess = () => resolve()
    deletion.onerror = () => resolve()
    window.setTimeout(resolve, patience)
  })
}
