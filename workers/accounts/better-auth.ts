import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { username } from "better-auth/plugins/username";
import { eq } from "drizzle-orm";
import { PASSWORD_MAX, PASSWORD_MIN, USERNAME_MAX, USERNAME_MIN } from "../../contracts/limits.ts";
import { accountCredentials, accountSessions, accountUsers, accountVerifications } from "../../db/schema/directory.ts";
import { hashPassword, verifyPassword } from "../platform/password-hash.ts";
import type { Services } from "../platform/services.ts";
import { SESSION_LIFETIME_S } from "./sessions/lifetime.ts";

/**
 * better-auth over the directory's tables. Large, so this file is imported when somebody registers or signs in, and by
 * nothing else; requests are recognised by `sessions/read.ts` without it.
 */
export function openAuth(services: Services) {
	return betterAuth({
		// Only for its own links and HTTP handler, neither of which is in use (links: mail/post.ts); without one it warns.
		baseURL: "https://reelay.invalid",
		secret: services.config.AUTH_SECRET,
		telemetry: { enabled: false },
		database: drizzleAdapter(services.db.directory(), {
			provider: "pg",
			schema: { user: accountUsers, session: accountSessions, account: accountCredentials, verification: accountVerifications },
			// Neon's HTTP driver knows batches, not interactive transactions; `register.ts` mends what a broken-off write leaves.
			transaction: false,
		}),
		plugins: [username({ minUsernameLength: USERNAME_MIN, maxUsernameLength: USERNAME_MAX })],
		emailAndPassword: {
			enabled: true,
			minPasswordLength: PASSWORD_MIN,
			maxPasswordLength: PASSWORD_MAX,
			password: {
				hash: async (password) => {
					await likeACredentialLookUp(services);
					return hashPassword(password);
				},
				verify: ({ hash, password }) => verifyPassword(hash, password),
			},
		},
		user: {
			additionalFields: {
				birthdate: { type: "string", required: true },
				accountType: { type: "string", required: true },
			},
		},
		// A copy of the database holds no link that works.
		verification: { storeIdentifier: "hashed" },
		session: { expiresIn: SESSION_LIFETIME_S },
		advanced: {
			database: { generateId: () => services.newId() },
			ipAddress: { ipAddressHeaders: ["cf-connecting-ip"] },
		},
		logger: {
			level: "warn",
			// Its further arguments may hold addresses and statements' parameters: they stay out of the log.
			log: (level, message) => services.log.warn("better_auth", { authLevel: level, message }),
		},
	});
}

/**
 * For a name that exists better-auth reads the credential and verifies; for one that does not it only hashes. This gives
 * the second as many look-ups as the first, so that time tells nothing.
 */
async function likeACredentialLookUp(services: Services): Promise<void> {
	await services.db.directory().select().from(accountCredentials).where(eq(accountCredentials.userId, "0"));
}

export type Auth = ReturnType<typeof openAuth>;
