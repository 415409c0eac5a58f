import type { RouteContext } from '#server/core/slice.ts'
import { photoIdOf, pictureAnswer, pictureBytes } from '#server/photos/kept-picture.ts'
import { pictureIntake } from '#server/photos/picture-intake.ts'
import { isNoted, participantOf } from '#server/practice/drill-tables.ts'
import { notFound } from '#shared/core/problems.ts'
import { ownTokenHeader } from '#shared/practice/photos.ts'

/** Whoever takes part puts pictures in: they have no account, and show what their phone was given when it joined. */
function addPutRoute(route: RouteContext): void {
  const takeIn = pictureIntake(route)
  const asks = 'the token of somebody who takes part in the drill'
  route.routes.openToAll({ method: 'put', path: '/drill-photos/:id', asks }, (context) =>
    takeIn(context, async () => {
      const token = context.req.header(ownTokenHeader) ?? ''
      return (await route.center.read((tx) => participantOf(tx, token))).id
    }),
  )
}

/** Of a practice nobody writes down who looked; the pictures are the controller's all the same, as the report is. */
function addGetRoute(
  { center, routes }: RouteContext,
  path: '/drill-photos/:id' | '/drill-photos/:id/preview',
  column: 'image' | 'preview',
): void {
  const asks = 'a note that brought the picture'
  const row = { method: 'get', path, may: ['center.lead'], holds: ['observation'], asks } as const
  routes.open(row, async (context) => {
    const photoId = photoIdOf(context)
    const bytes = await center.read(async (tx) => {
      return (await isNoted(tx, photoId)) ? pictureBytes(tx, photoId, column) : undefined
    })
    if (!bytes) throw notFound({ kind: 'photo' })
    return pictureAnswer(bytes)
  })
}

/** Photos of a drill's observers: in by PUT, out to the controller and the report. */
export function openDrillPhotos(route: RouteContext): void {
  addPutRoute(route)
  addGetRoute(route, '/drill-photos/:id', 'image')
  addGetRoute(route, '/drill-photos/:id/preview', 'preview')
}
