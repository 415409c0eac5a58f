/** In which header a participant's phone shows who it is when it puts a picture. */
export const ownTokenHeader = 'x-own-token'
