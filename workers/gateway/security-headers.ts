import type { Config } from "../platform/config.ts";

type Settings = Pick<Config, "ENVIRONMENT" | "MEDIA_S3_PUBLIC" | "STREAM_ACCOUNT">;
type Headers = readonly (readonly [string, string])[];

const written = new WeakMap<Settings, Headers>();

/**
 * Headers of every answer the Worker gives; files served by the asset layer get the same from `web/public/_headers`.
 * @param config names where uploads go (the one foreign origin scripts may speak to) and whether HTTPS is certain
 */
export function securityHeaders(config: Settings): Headers {
	const known = written.get(config);
	if (known !== undefined) return known;
	const uploads = config.MEDIA_S3_PUBLIC === undefined ? "" : ` ${new URL(config.MEDIA_S3_PUBLIC).origin}`;
	// Videos that Stream took the overflow of are played from there.
	const stream = config.STREAM_ACCOUNT === undefined ? "" : " https://*.cloudflarestream.com";
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
		"frame-ancestors 'none'",
	].join("; ");
	const headers: [string, string][] = [
		["content-security-policy", policy],
		["x-content-type-options", "nosniff"],
		["referrer-policy", "strict-origin-when-cross-origin"],
		["permissions-policy", "camera=(self), microphone=(self), geolocation=(), payment=(), usb=()"],
		["cross-origin-opener-policy", "same-origin"],
		["cross-origin-resource-policy", "same-origin"],
	];
	// Two years, as the preload lists ask for.
	if (config.ENVIRONMENT === "production") headers.push(["strict-transport-security", "max-age=63072000; includeSubDomains"]);
	written.set(config, headers);
	return headers;
}
