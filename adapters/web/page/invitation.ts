/** The code of the invitation this page was opened with, once: a reload does not say it again. */
export function takeInvitation(): string | undefined {
  const address = new URL(location.href);
  const code = address.searchParams.get("start") ?? "";
  if (!/^[\w-]{1,64}$/.test(code)) return undefined;
  address.searchParams.delete("start");
  history.replaceState(null, "", address);
  return code;
}
