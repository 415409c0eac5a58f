/** Which build of the pages a server has; a page that is of another one is told to load anew. */
export const buildHeader = 'x-sasae-build'
