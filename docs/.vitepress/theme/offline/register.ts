/**
 * Asks the service worker to keep the lessons for reading offline, once the page is at rest. Nothing happens while the
 * site is written, in browsers without service workers, or where the visitor has blocked storage: the site works as
 * before, with a network.
 *
 * @param base path that the site stands at, ending in `/`
 */
export function keepForReadingOffline(base: string): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const register = () => {
    navigator.serviceWorker.register(`${base}sw.js`, { scope: base }).catch(() => {
      // Private windows and blocked storage refuse; there is nothing to tell the reader.
    })
  }
  const later = 'requestIdleCallback' in window ? () => requestIdleCallback(register) : register
  if (document.readyState === 'complete') later()
  else addEventListener('load', later, { once: true })
}
