/** How much time has passed, read off the wall: whoever moves its hands moves what depends on it. */
export const monotonicMilliseconds = () => Date.now()
