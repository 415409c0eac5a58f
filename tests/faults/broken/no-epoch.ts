/** Whatever a device has met, this is the copy that goes on. */
export const nobodyWentOn = () => 'thisOrEarlier' as const
