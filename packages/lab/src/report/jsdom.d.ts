/** The little of jsdom that a test needs; it brings no types of its own. */
declare module 'jsdom' {
  interface XmlNode {
    getAttribute(name: string): string | null
    querySelector(selector: string): XmlNode | null
    querySelectorAll(selector: string): ArrayLike<XmlNode>
  }
  export const JSDOM: new (
    html: string,
  ) => { window: { DOMParser: new () => { parseFromString(text: string, type: string): XmlNode } } }
}
