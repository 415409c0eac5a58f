import { offerMoving } from '#web/core/form-moving.ts'

// A page that the server wrote brings this when somebody has begun to type; it is seen when the line is gone.
offerMoving()
