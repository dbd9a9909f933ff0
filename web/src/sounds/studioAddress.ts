/** The studio with a sound chosen for the next video. */
export const studioAddress = (soundId: string): string => `/upload?sound=${soundId}`;
