/** What is to become of a message. `again` is not counted as a failed attempt. */
export type Disposition =
	| { readonly kind: "finished" }
	| { readonly kind: "again"; readonly afterSeconds: number }
	| { readonly kind: "failed"; readonly reason: string };

export const FINISHED: Disposition = { kind: "finished" };
