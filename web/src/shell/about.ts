/** Pages of words about the house; linked where one signs up, in the settings and at the foot of a desktop's rail. */
export const ABOUT = [
	{ href: "/help", label: "Help" },
	{ href: "/rules", label: "Rules" },
	{ href: "/privacy", label: "Privacy" },
	{ href: "/terms", label: "Terms" },
] as const;
