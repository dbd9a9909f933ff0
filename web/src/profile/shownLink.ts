/** A link as it is shown: without what all of them have, the site first. */
export function shownLink(link: string): string {
	const { host, pathname, search } = new URL(link);
	return `${host.replace(/^www\./, "")}${pathname === "/" ? "" : pathname}${search}`;
}
