import { ID_DIGITS } from "../../../contracts/ids.ts";

/** Where people's pictures lie in the media bucket, and at which address they are served. */

export const folderOf = (userId: string): string => `avatars/${userId}/`;
export const keyOf = (userId: string, name: string): string => `${folderOf(userId)}${name}.webp`;
export const addressOf = (userId: string, name: string): string => `/${keyOf(userId, name)}`;

const ADDRESS = new RegExp(`^/(avatars/${ID_DIGITS}/[0-9a-f]{32}\\.webp)$`);

/** The key behind an address; null for what is none. */
export const keyAt = (pathname: string): string | null => ADDRESS.exec(pathname)?.[1] ?? null;
