import { startDark } from '#web/practice/dark-page-screen.tsx'

// Of the pages that the server writes only those of a drill have this: no live phone waits for it.
startDark()
