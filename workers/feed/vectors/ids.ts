/** A vector's id in the index: the same video has one in each space. */
export const vectorId = (videoId: string, version: string): string => `${videoId}@${version}`;
export const videoIdOf = (id: string): string => id.split("@")[0] ?? id;
