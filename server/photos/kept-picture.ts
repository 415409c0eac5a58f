import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { z } from 'zod'
import type { WorkTx } from '#server/core/unit-of-work.ts'
import { notFound } from '#shared/core/problems.ts'

export type PictureRequest = Context<{ Bindings: HttpBindings }>

export const photoIdOf = (context: PictureRequest) => {
  const id = z.uuid().safeParse(context.req.param('id'))
  if (!id.success) throw notFound({ kind: 'photo' })
  return id.data
}

/** The picture itself, or its preview; undefined where it was erased. */
export async function pictureBytes(tx: WorkTx, id: string, column: 'image' | 'preview') {
  const row = await tx.selectFrom('photo_blob').select(column).where('id', '=', id).executeTakeFirst()
  return (row as Partial<Record<typeof column, Uint8Array>> | undefined)?.[column]
}

/** A picture stays a picture wherever it is opened, and no disk keeps it for whoever sits down next. */
const pictureHeaders = {
  'content-type': 'image/jpeg',
  'cache-control': 'no-store',
  'content-disposition': 'inline; filename="photo.jpg"',
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
}

export const pictureAnswer = (bytes: Uint8Array): Response =>
  new Response(new Uint8Array(bytes), { headers: pictureHeaders })
