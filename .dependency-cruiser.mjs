/**
 * Who may import whom: what DESIGN calls the dependency rule, and docs/ARCHITECTURE.md the house. Type imports count as any other.
 * `local/checks/imports.test.ts` plants one violation of each rule and sees it refused.
 */

/**
 * Every feature leans only on those before it; what would point back goes through `workers/events.ts`. So no feature is in a circle with
 * another, and what is told upwards stands in one place.
 */
const FEATURES = [
	"gateway",
	"quotas",
	"experiments",
	"trust",
	"videos",
	"live",
	"social",
	"discovery",
	"feed",
	"creation",
	"creators",
	"accounts",
	"export",
	"ops",
];
/** A room that is not in the list: it stands above all that are, so that a new one needs no line here until another leans on it. */
const NEW = `(?!(platform|lists|rules|${FEATURES.join("|")})/)[^/]+`;
const ANY = `(${FEATURES.join("|")}|${NEW})`;
const TOP_LEVEL = "workers|durable-objects|recommender|contracts|db|container-transcoder|trainer|web|local|bench|eval|test";
/** Tests, what they share, and what they are set up by. */
const TESTS = "\\.(test|fixture)\\.tsx?$|(^|/)testing/";

/** A part of the house that may import these others of ours, and itself, only. */
const only = (part, others, why) => ({
	name: `${part}-only`,
	comment: why,
	severity: "error",
	from: { path: `^${part}/`, pathNot: TESTS },
	to: { path: `^(${TOP_LEVEL})/`, pathNot: `^(${[part, ...others].join("|")})/` },
});

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
	forbidden: [
		{ name: "no-circle", comment: "Files never import each other in a circle.", severity: "error", from: {}, to: { circular: true } },
		only("recommender", ["contracts"], "Pure: imports nothing of ours but contracts."),
		only("contracts", ["recommender"], "Imports nothing of ours but the recommender."),
		only("db", ["contracts"], "The database knows no feature."),
		only("web", ["contracts"], "The client knows what crosses the network, nothing else."),
		only("container-transcoder", ["contracts"], "The service knows its jobs, nothing else."),
		only("trainer", ["contracts", "recommender"], "Batch learning reads the archive alone."),
		only("workers", ["contracts", "recommender", "db", "durable-objects"], "The Worker knows no stand-in, client or batch process."),
		only("durable-objects", ["contracts", "recommender", "db", "workers"], "Objects are shells over what is in workers/."),
		{
			name: "tests-of-workers-only",
			comment: "Tests inside the isolate know neither the client nor what runs beside the Worker.",
			severity: "error",
			from: { path: `^(workers|durable-objects|db)/.*(${TESTS})` },
			to: { path: "^(web|bench|eval)/" },
		},
		{
			name: "objects-at-the-root",
			comment: "Only workers/index.ts knows the objects' classes: everybody else asks them by the interface beside their protocol.",
			severity: "error",
			from: { path: "^workers/", pathNot: [TESTS, "^workers/index\\.ts$"] },
			to: { path: "^durable-objects/" },
		},
		{
			name: "platform-knows-no-feature",
			comment: "platform/ adapts what the cloud gives; lists/ and rules/ stand below the features, too.",
			severity: "error",
			from: { path: "^workers/(platform|lists|rules)/", pathNot: TESTS },
			to: { path: `^workers/${ANY}/|^workers/[^/]+\\.ts$` },
		},
		{
			name: "env-at-the-roots",
			comment: "What the cloud binds is known at the roots; features take what they need from Services.",
			severity: "error",
			from: {
				path: "^workers/",
				pathNot: [TESTS, "^workers/(index|app|services)\\.ts$", "^workers/platform/", "^workers/gateway/(gateway|route)\\.ts$"],
			},
			to: { path: "^workers/platform/env\\.ts$" },
		},
		{
			name: "features-by-their-index",
			comment: "A feature is asked through its index.ts: what is inside is its own.",
			severity: "error",
			from: { path: "^workers/([^/]+)/", pathNot: TESTS },
			to: { path: `^workers/${ANY}/`, pathNot: ["^workers/$1/", "/index\\.ts$"] },
		},
		...FEATURES.map((feature, place) => ({
			name: `${feature}-leans-downwards`,
			comment: "A feature leans only on those before it in the list: consequences are told by events.",
			severity: "error",
			from: { path: `^workers/${feature}/`, pathNot: TESTS },
			to: { path: `^workers/(${[...FEATURES.slice(place + 1), NEW].join("|")})/` },
		})),
		{
			name: "roots-on-top",
			comment: "What composes the house is known to nothing in it.",
			severity: "error",
			from: { path: `^workers/${ANY}/`, pathNot: TESTS },
			to: { path: "^workers/[^/]+\\.ts$" },
		},
		{
			name: "nothing-imports-tests",
			comment: "What ships never leans on a test or its support.",
			severity: "error",
			// The other parts of the house are held by their own rule.
			from: { path: "^(workers|durable-objects|db|recommender|contracts|eval)/", pathNot: [TESTS] },
			to: { path: [TESTS, "^test/"] },
		},
	],
	options: {
		// It reads type imports, too; the TypeScript compiler of today has no interface for this tool.
		parser: "swc",
		doNotFollow: { path: "node_modules" },
		exclude: { path: "(^|/)(node_modules|dist|migrations|\\.reelay|\\.wrangler)/" },
		enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mts", ".mjs", ".js"] },
	},
};
