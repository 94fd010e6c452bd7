// Brings the page up to date in its place: nothing flickers, nothing scrolls, what has the focus keeps it. Without this script
// the browser loads the page anew every minute.
const everyMs = 30_000;
const button = document.querySelector("#pause");
const status = document.querySelector("#status");
let isPaused = false;

/** What is shown in both states is in the page itself, in its language. */
function say(/** @type {string} */ name) {
  const words = status instanceof HTMLElement ? (status.dataset[name] ?? "") : "";
  // Said once when it changes: a screen reader need not hear every half minute that all is well.
  if (status && status.textContent !== words) status.textContent = words;
}

/** The sections a reader has unfolded stay unfolded. */
function unfolded(/** @type {ParentNode} */ page) {
  return [...page.querySelectorAll("details[open]")].map(({ id }) => id);
}

function show(/** @type {Document} */ fresh) {
  for (const id of ["main", "as-of"]) {
    const [shown, next] = [document.getElementById(id), fresh.getElementById(id)];
    if (!shown || !next || shown.innerHTML === next.innerHTML) continue;
    const open = unfolded(shown);
    for (const one of open) fresh.getElementById(one)?.setAttribute("open", "");
    const focused = document.activeElement?.id;
    shown.replaceChildren(...next.childNodes);
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  }
}

async function refresh() {
  if (isPaused || document.hidden) return;
  try {
    const answer = await fetch(location.href, { cache: "no-store" });
    const isOver = answer.status === 401 || answer.status === 403 || answer.status === 404;
    if (isOver) return location.reload();
    if (!answer.ok) throw new Error(String(answer.status));
    show(new DOMParser().parseFromString(await answer.text(), "text/html"));
    say("live");
  } catch {
    say("lost");
  }
}

if (button instanceof HTMLButtonElement) {
  button.hidden = false;
  button.addEventListener("click", () => {
    isPaused = !isPaused;
    button.setAttribute("aria-pressed", String(isPaused));
    say(isPaused ? "paused" : "live");
    if (!isPaused) void refresh();
  });
}
say("live");
document.addEventListener("visibilitychange", () => void refresh());
setInterval(() => void refresh(), everyMs);
