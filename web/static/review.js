// The reviewer's keys, and the page that follows the value that is selected. Without it every value is a form and a link.

import { Viewer } from "./viewer.js";

const desk = document.getElementById("revue");
const status = document.getElementById("annonce");
const help = document.getElementById("aide");
const keys = document.getElementById("touches");
const viewer = new Viewer(document.querySelector(".viewer"));

const all = () => [...desk.querySelectorAll(".value")];
const selected = () => desk.querySelector(".value.chosen");
const item = (id) => document.getElementById(`v-${id}`);

function select(id, focus = true) {
  const now = item(id);
  if (!now) return;
  for (const one of all()) {
    one.classList.toggle("chosen", one === now);
    if (one === now) one.setAttribute("aria-current", "true");
    else one.removeAttribute("aria-current");
  }
  now.scrollIntoView({ block: "nearest" });
  if (focus) now.querySelector(".pick").focus({ preventScroll: true });
  viewer.show(id, Number(now.dataset.page), JSON.parse(now.dataset.boxes), all());
  history.replaceState(null, "", `${desk.dataset.base}?valeur=${id}`);
}

function step(by) {
  const values = all();
  const next = values[values.indexOf(selected()) + by];
  if (next) select(next.dataset.value);
}

async function send(form, button) {
  const said = new FormData(form);
  if (button?.name) said.set(button.name, button.value);
  const old = form.closest(".value");
  for (const one of old.querySelectorAll("button")) one.disabled = true;
  try {
    const answer = await fetch(form.getAttribute("action"), { method: "POST", body: said, headers: { "X-Attesta-Script": "1" } });
    const news = await answer.json();
    if (!news.value) throw new Error(news.problem);
    old.outerHTML = news.value;
    for (const [id, html] of Object.entries(news.also ?? {})) item(id).outerHTML = html;
    status.textContent = news.say;
    if (news.taken) accepted(news, old.dataset.value);
    else refused(old.dataset.value);
  } catch {
    location.reload();
  }
}

function accepted(news, id) {
  document.getElementById("reste").textContent = news.remaining;
  const open = document.getElementById("tous-verdicts").open;
  document.getElementById("verdicts").innerHTML = news.programs;
  document.getElementById("tous-verdicts").open = open;
  select(news.next ?? id);
}

function refused(id) {
  select(id);
  item(id).querySelector("details[open] [name=value]")?.focus({ preventScroll: true });
}

function correct(value) {
  const details = value?.querySelector("details.correct");
  if (!details) return;
  details.open = true;
  value.scrollIntoView({ block: "nearest" });
  const field = details.querySelector("[name=value]");
  field.focus({ preventScroll: true });
  field.select?.();
}

const press = (action) => selected()?.querySelector(`.word button[value=${action}]`)?.click();
const actions = {
  j: () => step(1), k: () => step(-1), a: () => press("accept"), r: () => press("reject"), c: () => correct(selected()),
  h: () => viewer.toggleBoxes(), "+": () => viewer.zoom(0.7), "=": () => viewer.zoom(0.7), "-": () => viewer.zoom(1.4), 0: () => viewer.whole(),
  "?": () => { help.open = !help.open; help.querySelector("summary").focus(); },
};

document.addEventListener("keydown", (event) => {
  const field = event.target.closest("details.correct form");
  if (field && event.key === "Escape") return select(field.closest(".value").dataset.value), (field.parentElement.open = false);
  const typing = event.target.matches("input:not([type=checkbox]), textarea, select");
  const chord = event.ctrlKey || event.metaKey || event.altKey;
  if (typing || chord || !keys.checked || !(event.key in actions)) return;
  event.preventDefault();
  actions[event.key]();
});

desk.addEventListener("click", (event) => {
  const pick = event.target.closest(".pick, svg a");
  if (!pick || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  select((pick.dataset.value ?? pick.closest(".value").dataset.value));
});

desk.addEventListener("submit", (event) => {
  event.preventDefault();
  send(event.target, event.submitter);
});

function switchKeys() {
  desk.dataset.keys = keys.checked ? "on" : "off";
  localStorage.setItem("attesta-keys", desk.dataset.keys);
}

keys.checked = localStorage.getItem("attesta-keys") !== "off";
keys.addEventListener("change", switchKeys);
switchKeys();
for (const one of document.querySelectorAll(".scripted")) one.hidden = false;
if (selected() && !document.querySelector(".problem")) select(selected().dataset.value, false);
