/** The token that a mailed link bears: in the fragment, which no server is sent. Empty where the link lost it. */
export const tokenOfLink = (): string => location.hash.slice(1);
