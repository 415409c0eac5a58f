/** Sizes of photos, as plain numbers for screens without zod. */
export const photoLimits = {
  /** The longer side of what is kept, in pixels; the device scales to it before it sends. */
  longSide: 1600,
  previewSide: 320,
  /** What is kept of one photo and of its preview, in bytes. */
  imageBytes: 400_000,
  previewBytes: 20_000,
  /** What is taken in of one photo, in bytes (the door of the server says the same) and pixels. */
  uploadBytes: 10 * 1024 * 1024,
  pixels: 40_000_000,
  /** Pictures of one sender to which no act refers yet: a device sends each act right after its picture. */
  waitingOfSender: 60,
  /** Photos of one need that are not removed. */
  ofNeed: 100,
  /** How long a removed photo can be brought back, in minutes; then its picture is erased. */
  undoMinutes: 15,
} as const
