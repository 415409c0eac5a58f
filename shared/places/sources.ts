/** Whose facts the map and the printed sketch carry, for their corner; README.md has the credits in full. */
export const placeSources = '出典：国土交通省・国土地理院・Geolonia'
