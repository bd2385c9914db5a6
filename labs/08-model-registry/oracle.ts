/** The rules of the registry once more, in TypeScript: what `8.5/sequences` holds the contract against. */
import { NOTICE } from './scene.ts'

export interface OracleVersion {
  net: number
  activeFrom: number
  deprecated: boolean
}

export interface OracleModel {
  owner: number
  /** -1 for nobody. */
  offered: number
  schema: number
  versions: OracleVersion[]
}

/** A net somebody registers: what the registry finds wrong with it, or its schema. */
export interface OracleNet {
  refused?: string
  schema: number
}

/** What people do, with accounts and nets by number. */
export type Deed =
  | { do: 'register'; who: number; net: number }
  | { do: 'propose'; who: number; id: number; net: number }
  | { do: 'deprecate'; who: number; id: number; version: number }
  | { do: 'offer'; who: number; id: number; to: number }
  | { do: 'accept'; who: number; id: number }
  | { do: 'wait'; seconds: number }

/** Does one thing at a time of the chain. Returns `accepted`, or the error's words; a refused deed changes nothing. */
export function perform(models: OracleModel[], nets: readonly OracleNet[], deed: Deed, now: number): string {
  if (deed.do === 'wait') return 'accepted'
  if (deed.do === 'register') {
    const { refused, schema } = nets[deed.net]!
    if (refused) return refused
    const first = { net: deed.net, activeFrom: now, deprecated: false }
    models.push({ owner: deed.who, offered: -1, schema, versions: [first] })
    return 'accepted'
  }
  const model = models[deed.id]
  if (!model) return `NoSuchModel(${deed.id})`
  if (deed.do === 'accept') {
    if (model.offered !== deed.who) return 'NotOffered()'
    model.owner = deed.who
    model.offered = -1
    return 'accepted'
  }
  if (model.owner !== deed.who) return 'NotOwner()'
  if (deed.do === 'offer') model.offered = deed.to
  if (deed.do === 'propose') {
    const { refused, schema } = nets[deed.net]!
    if (refused) return refused
    if (schema !== model.schema) return 'OtherSchema()'
    model.versions.push({ net: deed.net, activeFrom: now + NOTICE, deprecated: false })
  }
  if (deed.do === 'deprecate') {
    const version = model.versions[deed.version - 1]
    if (!version) return `NoSuchVersion(${deed.version})`
    if (version.deprecated) return `Deprecated(${deed.version})`
    version.deprecated = true
  }
  return 'accepted'
}

/** The version that answers a pin, or the error's words. */
export function answeringIn(models: readonly OracleModel[], id: number, pin: number, now: number): string {
  const model = models[id]
  if (!model) return `NoSuchModel(${id})`
  const { versions } = model
  if (pin === 0) {
    const newest = versions.findLastIndex((version) => !version.deprecated && version.activeFrom <= now)
    return newest < 0 ? 'NoVersion()' : String(newest + 1)
  }
  const version = versions[pin - 1]
  if (!version) return `NoSuchVersion(${pin})`
  if (version.deprecated) return `Deprecated(${pin})`
  return version.activeFrom > now ? `NotYet(${version.activeFrom})` : String(pin)
}
