import type { Config } from "../platform/config.ts";

type Settings = Pick<Config, "ENVIRONMENT" | "MEDIA_S3_PUBLIC" | "INGEST_S3_BUCKET" | "STREAM_PLAYBACK">;
type Headers = readonly (readonly [string, string])[];

const written = { own: new WeakMap<Settings, Headers>(), framable: new WeakMap<Settings, Headers>() };

/**
 * The policy of everything that is no page: should a browser be brought to show a picture, a video or an answer of the API as a document, then as one of
 * an origin of its own, without scripts, forms or anything else to load. Media play in it.
 */
export const FILE_POLICY = "default-src 'none'; media-src 'self'; img-src 'self'; frame-ancestors 'none'; sandbox";

/** Whether an answer of this type is one of our pages, or a script that runs in one. Where none is said (a page that did not change) it is. */
export const mayRunScripts = (type: string | null): boolean => type === null || /^text\/(html|javascript)\b/i.test(type);

/**
 * Headers of every answer the Worker gives, pages included; files that the asset layer serves itself get stricter ones from
 * `web/public/_headers`.
 * @param framable only for the embedded player: it alone may stand in other sites' pages
 * @param config names the bucket of uploads (with Stream's videos, all that scripts may speak to elsewhere) and whether HTTPS is certain
 */
export function securityHeaders(config: Settings, framable = false): Headers {
	const kept = framable ? written.framable : written.own;
	const known = kept.get(config);
	if (known !== undefined) return known;
	// The one bucket, and not the account's others; a path that ends with a slash stands for all below it.
	const uploads = config.MEDIA_S3_PUBLIC === undefined ? "" : ` ${config.MEDIA_S3_PUBLIC.replace(/\/$/, "")}/${config.INGEST_S3_BUCKET}/`;
	// Videos that Stream took the overflow of are played from there: from our account's host, and not from everybody's.
	const stream = config.STREAM_PLAYBACK === undefined ? "" : ` ${new URL(config.STREAM_PLAYBACK).origin}`;
	const policy = [
		"default-src 'none'",
		"script-src 'self'",
		"style-src 'self'",
		`img-src 'self' data: blob:${stream}`,
		`media-src 'self' blob:${stream}`,
		`connect-src 'self'${uploads}${stream}`,
		"worker-src 'self' blob:",
		"font-src 'self'",
		"manifest-src 'self'",
		"base-uri 'none'",
		"form-action 'self'",
		`frame-ancestors ${framable ? "*" : "'none'"}`,
	].join("; ");
	const headers: [string, string][] = [
		["content-security-policy", policy],
		["x-content-type-options", "nosniff"],
		["referrer-policy", "strict-origin-when-cross-origin"],
		["permissions-policy", "camera=(self), microphone=(self), geolocation=(), payment=(), usb=()"],
		["cross-origin-opener-policy", "same-origin"],
		["cross-origin-resource-policy", framable ? "cross-origin" : "same-origin"],
	];
	// Two years, as the preload lists ask for.
	if (config.ENVIRONMENT === "production") headers.push(["strict-transport-security", "max-age=63072000; includeSubDomains"]);
	kept.set(config, headers);
	return headers;
}
