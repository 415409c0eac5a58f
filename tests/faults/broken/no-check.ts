/** Whatever lies there is taken for sound. */
export const checkFile = () => 'sound'
