/**
 * Whether a clip is still where it was. Past every cache, and without its bytes. A network that fails answers nothing: then it counts as there.
 * @param url of its main playlist, with the grant of a private clip
 */
export async function isStillThere(url: string): Promise<boolean> {
	const response = await fetch(url, { method: "HEAD", cache: "no-store" }).catch(() => null);
	return response === null || ![401, 403, 404, 410].includes(response.status);
}
