/**
 * FNV-1a, 32 bits (Fowler, Noll, Vo 1991), of a text's UTF-16 units: where something belongs, or a seed; never a secret, never a proof.
 * Texts that differ in their last characters only, as ids made in a burst, end up far apart.
 * @returns a whole number, 0 to 2³² − 1
 */
export function fnv1a(text: string): number {
	let hash = 0x811c9dc5;
	for (let place = 0; place < text.length; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
	return hash >>> 0;
}
