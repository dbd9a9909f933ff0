/** A name of a site, as URL parsers write it: labels and dots, none of them an address in figures. */
const SITE = /^(?!.*\.\d+$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;
/** Endings that name machines of a network alone, and never a site of everybody's (RFC 6761, 6762, 8375; ICANN keeps `internal` free; the last two by custom). */
const OF_A_NETWORK = /(?:^|\.)(?:localhost|local|internal|home\.arpa|lan|intranet)$/;

/** Whether a host name is of a site that anybody could open: no address in figures, and none of a network's own machines. */
export const isSite = (hostname: string): boolean => SITE.test(hostname) && !OF_A_NETWORK.test(hostname);
