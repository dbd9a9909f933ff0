/** What a creator is told of a video whose sound had to be dropped, to follow "Your video is up, ". @param why as the transcoder words it */
export const withoutSound = (why: string): string => `without its sound: ${why}`;
