/** A grant as it stands in the address of a private video's object: `workers/videos/delivery/grant.ts`. */
const GRANT = /\/t\.\d{1,12}\.\d{1,20}\.[A-Za-z0-9_-]+/g;

/** A line of output as it may be kept: wrangler names each request by its address, and that of a private video opens it for an hour. */
export const withoutGrants = (line: string): string => line.replace(GRANT, "/t.…");
