/** What a screen reader would miss on the open page, each fault in words. Runs inside the browser. */
export function structureFaults(): string[] {
  const faults: string[] = [];
  const all = (selector: string) => Array.from(document.querySelectorAll(selector));
  const expectOne = (selector: string): void => {
    const { length } = all(selector);
    if (length !== 1) faults.push(`${selector}: ${String(length)} instead of one`);
  };
  for (const selector of ["header", "main", "h1"]) expectOne(selector);
  if (!/^(?:zh-CN|en)$/.test(document.documentElement.lang)) faults.push("the page says no language");
  if (document.title.trim() === "") faults.push("the page has no title");
  for (const part of all("nav, main > section[aria-labelledby], svg[role=img]")) {
    const by = part.getAttribute("aria-labelledby");
    const name = by === null ? part.getAttribute("aria-label") : document.getElementById(by)?.textContent;
    if (!name?.trim()) faults.push(`a ${part.tagName} without a name`);
  }
  for (const svg of all("svg"))
    if (svg.getAttribute("role") !== "img" && svg.getAttribute("aria-hidden") !== "true")
      faults.push("a picture that is neither named nor left out");
  for (const table of all("table")) {
    if (!table.querySelector("thead th[scope=col]")) faults.push("a table without heads");
    for (const row of Array.from(table.querySelectorAll("tbody tr"))) {
      const wanted = table.querySelectorAll("thead th").length;
      if (!row.querySelector("th[scope=row]") || row.children.length !== wanted)
        faults.push("a row without a head");
    }
  }
  const levels = all("h1, h2, h3").map(({ tagName }) => Number(tagName[1]));
  if (levels.some((level, at) => level > (levels[at - 1] ?? 0) + 1))
    faults.push("a level of headings is left out");
  const ids = all("[id]").map(({ id }) => id);
  if (new Set(ids).size !== ids.length) faults.push("an id is used twice");
  for (const link of all("a")) if (link.textContent.trim() === "") faults.push("a link without words");
  return faults;
}
