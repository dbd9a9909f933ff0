/** The token that a mailed link bears: in the fragment, which no server is sent. Empty where there is none: the server then says so. */
export const tokenOfLink = (): string => location.hash.slice(1) || "none";
