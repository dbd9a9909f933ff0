/** The part of package-lock.json that is read here. */
export interface Lock {
	readonly packages: Readonly<
		Record<string, { readonly version?: string; readonly license?: string; readonly dev?: boolean; readonly link?: boolean }>
	>;
}

interface Licensed {
	readonly name: string;
	readonly version: string;
	readonly licence: string;
}

const FOLDER = "node_modules/";
/** Licences that ask more of who passes a program on than to name its authors: each package is told by name. */
const ASKS_MORE = /GPL|MPL|EPL|CDDL|SSPL|BUSL|UNKNOWN|UNLICENSED|SEE LICEN/i;

function licensedIn({ packages }: Lock): Licensed[] {
	return Object.entries(packages)
		.filter(([path, { link }]) => path.includes(FOLDER) && link !== true)
		.map(([path, { version = "", license = "UNKNOWN" }]) => ({
			name: path.slice(path.lastIndexOf(FOLDER) + FOLDER.length),
			version,
			licence: license,
		}));
}

const inOrder = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** `docs/licences.md` as it has to be for this lock file. */
export function licencesPage(lock: Lock): string {
	const byLicence = new Map<string, Set<string>>();
	for (const { name, version, licence } of licensedIn(lock)) {
		byLicence.set(licence, (byLicence.get(licence) ?? new Set()).add(`${name} ${version}`));
	}
	const licences = [...byLicence].sort(([one], [other]) => inOrder(one, other));
	const list = (packages: ReadonlySet<string>) => [...packages].sort(inOrder).join(", ");
	return `# Licences

Written from \`package-lock.json\` by \`npm run sbom\`; a test fails when it is not true. Reelay itself is Apache-2.0 ([LICENSE](../LICENSE)).
The packages include those for tests and for other systems than yours, which npm leaves out when it installs.

## FFmpeg

The transcoder runs \`ffmpeg\` and \`ffprobe\` as programs of their own and links to neither. The builds that npm installs, for a laptop, are
**GPL-3.0**; the container's image has Debian's instead, which is made with x264 and therefore under the GPL as well and stands in no lock file. Whoever passes
the image on passes on a GPL program, and owes who gets it the licence's text and the source of just that build. Reelay's own code stays Apache-2.0. \`FFMPEG_PATH\` chooses another build, for example one without GPL parts, which
then needs another H.264 encoder. Patents on H.264 and AAC are another matter, that no licence here settles.

## What asks for more than a name

| package | licence |
|---|---|
${licences
	.filter(([licence]) => ASKS_MORE.test(licence))
	.flatMap(([licence, packages]) => [...packages].sort(inOrder).map((name) => `| ${name} | ${licence} |`))
	.join("\n")}

LGPL parts (libvips, in sharp) are loaded as libraries of their own and can be exchanged. Files under MPL-2.0 are used unchanged.

## All

${licences.map(([licence, packages]) => `**${licence}** (${packages.size}): ${list(packages)}`).join("\n\n")}
`;
}
