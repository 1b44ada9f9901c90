// Shows how far a sending is. The form works without it; with it, nothing changes but the progress bar and where words of trouble stand.

const form = document.getElementById("envoi");
const problem = document.getElementById("envoi-probleme");
const bar = document.getElementById("envoi-progres");
const button = form.querySelector("button");

function trouble(words) {
  problem.textContent = words;
  problem.hidden = false;
  bar.parentElement.hidden = true;
  button.disabled = false;
}

function chosen() {
  return [...form.querySelectorAll("input[type=file]")].flatMap((input) => [...input.files]);
}

if (location.hash === "#recus") document.getElementById("recus")?.focus();

form.addEventListener("submit", (event) => {
  const size = chosen().reduce((sum, file) => sum + file.size, 0);
  if (size === 0) return;
  event.preventDefault();
  problem.hidden = true;
  if (size > Number(form.dataset.limit)) return trouble(form.dataset.tooLarge);
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("X-Attesta-Script", "1");
  request.responseType = "json";
  request.upload.addEventListener("progress", (sent) => { bar.value = sent.lengthComputable ? (100 * sent.loaded) / sent.total : 0; });
  request.addEventListener("error", () => trouble(form.dataset.broken));
  request.addEventListener("load", () => {
    const next = request.response?.next;
    if (!next) return trouble(request.response?.problem ?? form.dataset.broken);
    history.scrollRestoration = "manual";
    history.replaceState(null, "", next); // a page that differs only by its anchor would not be loaded again
    location.reload();
  });
  request.send(new FormData(form));
  button.disabled = true;
  bar.value = 0;
  bar.parentElement.hidden = false;
  document.getElementById("annonce").textContent = form.dataset.sending;
});
