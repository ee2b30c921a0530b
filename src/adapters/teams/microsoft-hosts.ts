/** True for an address at one of these. "*.sharepoint.com" stands for all below it; one with a port is meant for http, too. */
export function isOneOf(hosts: readonly string[], url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return hosts.some((one) => {
    if (one.startsWith("*.")) return protocol === "https:" && host.endsWith(one.slice(1));
    return host === one;
  });
}
