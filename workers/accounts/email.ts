/** Reserved by RFC 2606: no mail can ever go there. */
const NO_EMAIL_DOMAIN = "@no-email.invalid";

/** Stands in for the e-mail address of who gave none: the accounts table wants one that is unique. Never shown. */
export const placeholderEmail = (uniqueId: string): string => `${uniqueId}${NO_EMAIL_DOMAIN}`;

export const isPlaceholderEmail = (email: string): boolean => email.toLowerCase().endsWith(NO_EMAIL_DOMAIN);

/** The address to show, or null where the person gave none. */
export const shownEmail = (email: string): string | null => (isPlaceholderEmail(email) ? null : email);
