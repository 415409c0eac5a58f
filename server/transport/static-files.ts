import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Routes } from '#server/core/routes.ts'
import { earlierFolder } from '#server/transport/earlier-files.ts'
import { readOwnJson } from '#shared/core/json.ts'

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  json: 'application/json',
}

const assetName = /^\w[\w.-]*$/

type Manifest = Record<string, { file: string; css?: string[]; imports?: string[] }>

interface Kept {
  plain: Buffer<ArrayBuffer>
  compressed: Buffer<ArrayBuffer>
  type: string
}

/** The built pages and their assets, kept compressed in memory: they are few, and every phone asks for the same. */
export class StaticFiles {
  private readonly folder: string
  private readonly kind: 'live' | 'drill'
  private readonly kept = new Map<string, Kept>()
  private manifest: Manifest | undefined
  private known: string | undefined

  /** @param kind a drill's pages carry its mark before anything in them has run */
  constructor(folder: string, kind: 'live' | 'drill') {
    this.folder = folder
    this.kind = kind
  }

  /** Tells two builds apart; '' where nothing was built. */
  get build(): string {
    this.known ??= this.readBuild()
    return this.known
  }

  /** The built files of an entry that the server's own pages use: its script and its styles, as addresses. */
  assetsOf(entry: string): { script: string | null; styles: string[] } {
    this.manifest ??= this.readManifest()
    const built = this.manifest?.[entry]
    if (!built) return { script: null, styles: [] }
    return {
      script: built.file.endsWith('.js') ? `/${built.file}` : null,
      styles: this.stylesOf(entry).map((file) => `/${file}`),
    }
  }

  /** Styles that several entries share lie with a part that each of them imports. */
  private stylesOf(entry: string): string[] {
    const built = this.manifest?.[entry]
    return [...new Set([...(built?.imports ?? []).flatMap((part) => this.stylesOf(part)), ...(built?.css ?? [])])]
  }

  /** One built page, as it lies in the folder. */
  answer(name: string, acceptEncoding: string | undefined): Response | undefined {
    const file = this.find(name)
    if (!file) return undefined
    const compressed = acceptEncoding?.includes('gzip') && file.plain.length > 500
    const headers: Record<string, string> = {
      'content-type': file.type,
      // Names of assets carry a hash of what is in them; pages do not.
      'cache-control': name.endsWith('.html') ? 'no-store' : 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    }
    if (compressed) headers['content-encoding'] = 'gzip'
    return new Response(compressed ? file.compressed : file.plain, { headers })
  }

  addRoutes(routes: Routes): void {
    routes.openToAll(
      { method: 'get', path: '/assets/:name' },
      (context) => this.asset(context.req.param('name'), context.req.header('accept-encoding')) ?? context.notFound(),
    )
  }

  /**
   * The router has decoded the name: a file has one name here, and no way around it is kept beside it. A page that was
   * open over an upgrade asks for files of the version before.
   */
  asset(name: string, acceptEncoding?: string): Response | undefined {
    if (!assetName.test(name)) return undefined
    return this.answer(`assets/${name}`, acceptEncoding) ?? this.answer(`${earlierFolder}/${name}`, acceptEncoding)
  }

  private find(name: string): Kept | undefined {
    const known = this.kept.get(name)
    if (known) return known
    const path = normalize(join(this.folder, name))
    if (!path.startsWith(this.folder) || name.includes('\\') || !existsSync(path)) return undefined
    const plain = this.marked(name, readFileSync(path))
    const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    const file = { plain, compressed: gzipSync(plain, { level: 9 }), type }
    this.kept.set(name, file)
    return file
  }

  private marked(name: string, file: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
    if (!name.endsWith('.html')) return file
    const kind = this.kind === 'drill' ? 'data-kind="drill" ' : ''
    return Buffer.from(file.toString().replace('<html ', `<html ${kind}data-build="${this.build}" `))
  }

  private readBuild(): string {
    const path = join(this.folder, '.vite/manifest.json')
    return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 8) : ''
  }

  private readManifest(): Manifest {
    const path = join(this.folder, '.vite/manifest.json')
    return existsSync(path) ? readOwnJson<Manifest>(readFileSync(path, 'utf8')) : {}
  }
}
