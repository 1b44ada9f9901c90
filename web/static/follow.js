// Follows the reading of documents by asking again, the way GOV.UK Notify does: first after two seconds, then at an interval that
// grows with the server's own slowness; not while the page is hidden; never again once the server says that nothing goes on.

const place = document.getElementById("suivi");
const status = document.getElementById("annonce");
let progress = place.dataset.progress;
let spoken = "";

function interval(milliseconds) {
  return Math.min(30000, Math.max(2000, 250 * Math.sqrt(milliseconds) - 1000));
}

function replace(name, stamp, html) {
  const part = document.getElementById(name);
  if (!part || part.dataset.part === stamp) return;
  const open = [...part.querySelectorAll("details[open]")].map((one) => one.id);
  const focused = part.contains(document.activeElement) ? document.activeElement : null;
  const owner = focused && focused.closest("[id]");
  part.innerHTML = html;
  part.dataset.part = stamp;
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  if (owner) (document.getElementById(owner.id)?.querySelector("summary, a") ?? part.querySelector("a, summary"))?.focus();
}

function say(sentence) {
  if (sentence && sentence !== spoken) status.textContent = sentence;
  spoken = sentence;
}

async function ask() {
  const began = performance.now();
  let live = true;
  try {
    const address = `${place.dataset.follow}?vu=${encodeURIComponent(progress)}`;
    const answer = await fetch(address, { headers: { "X-Attesta-Script": "1" } });
    if (answer.status === 401) return location.reload();
    if (answer.status === 200) {
      const news = await answer.json();
      for (const [name, [stamp, html]] of Object.entries(news.parts)) replace(name, stamp, html);
      progress = news.progress;
      live = news.live;
      say(news.say);
    }
  } catch {
    // the connection is gone for a moment: ask again later
  }
  if (live) later(interval(performance.now() - began));
}

function later(milliseconds) {
  setTimeout(() => {
    if (!document.hidden) return ask();
    document.addEventListener("visibilitychange", ask, { once: true });
  }, milliseconds);
}

if ("live" in place.dataset) later(2000);
