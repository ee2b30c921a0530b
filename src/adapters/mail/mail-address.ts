import { domainToASCII } from "node:url";

const LONGEST = 254;

/**
 * Mailadresse as a mail server wants it: the domain in ASCII, or undefined if it is none. Narrower than the RFC on purpose: no quotes, no
 * comments, no literal address, so that nothing in it can be read as a second address.
 */
export function mailAddress(text: string): string | undefined {
  const [local, domain, ...more] = text.trim().split("@");
  if (local === undefined || domain === undefined || more.length > 0) return undefined;
  const ascii = domainToASCII(domain);
  const address = `${local}@${ascii}`;
  const fits = address.length <= LONGEST && local.length <= 64 && isLocalPart(local) && isDomain(ascii);
  return fits ? address : undefined;
}

/** For comparing: the domain in ASCII, all in lower case. Empty for what is no address. */
export const comparable = (text: string): string => mailAddress(text.replace(/^mailto:/i, ""))?.toLowerCase() ?? "";

export const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);

const isLocalPart = (text: string): boolean =>
  /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u.test(text);

const isDomain = (text: string): boolean =>
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/.test(text);
