/** Interests offered at onboarding; each is also a hashtag. Apart from the schemas, so that the client can take the list alone. */
export const INTERESTS = [
	"music",
	"dance",
	"comedy",
	"cooking",
	"travel",
	"nature",
	"animals",
	"sports",
	"gaming",
	"tech",
	"art",
	"fashion",
	"science",
	"fitness",
	"diy",
	"space",
] as const;
