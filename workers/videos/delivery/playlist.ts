/**
 * Prefixes every relative address in a playlist: lines that are not tags, and `URI="…"` attributes (RFC 8216 §4). An
 * unversioned playlist so points into the generation that is served, whose objects never change.
 */
export function rebasePlaylist(playlist: string, folder: string): string {
	const rebase = (uri: string) => (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(uri) ? uri : folder + uri);
	return playlist
		.split("\n")
		.map((line) => {
			if (line.startsWith("#")) return line.replace(/URI="([^"]*)"/g, (_, uri: string) => `URI="${rebase(uri)}"`);
			return line.trim() === "" ? line : rebase(line);
		})
		.join("\n");
}
