/** What a refusal of better-auth says, or null for any other error. Read by shape, so that this file does not load it. */
export function refusalOf(error: unknown): { readonly status: number; readonly code: string } | null {
	if (!(error instanceof Error) || error.name !== "APIError") return null;
	const { statusCode, body } = error as Error & { statusCode?: number; body?: { code?: string } };
	return { status: statusCode ?? 500, code: body?.code ?? "" };
}
