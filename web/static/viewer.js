// The page image with the boxes of its values: one SVG whose viewBox is the zoom. Only the page that is looked at is drawn.

const SVG = "http://www.w3.org/2000/svg";

export class Viewer {
  constructor(place) {
    this.place = place;
    this.sheet = place.querySelector("#feuille");
    this.boxes = place.querySelector("#cadres");
    place.querySelector(".tools")?.addEventListener("click", (event) => this.tool(event));
  }

  tool(event) {
    const link = event.target.closest(".page-link");
    if (link && this.sheet) {
      event.preventDefault();
      this.turn(Number(link.dataset.number));
      this.draw(null, document.querySelectorAll(".value"));
      return this.whole();
    }
    const wanted = event.target.closest("[data-do]")?.dataset.do;
    if (wanted) ({ in: () => this.zoom(0.7), out: () => this.zoom(1.4), whole: () => this.whole(), boxes: () => this.toggleBoxes() })[wanted]();
  }

  show(id, page, boxes, values) {
    if (!this.sheet) return;
    if (page) this.turn(page);
    this.draw(id, values);
    if (page && boxes.length) this.near(boxes);
    else this.whole();
  }

  turn(number) {
    const link = this.place.querySelector(`.page-link[data-number="${number}"]`);
    if (!link || !link.dataset.image || number === Number(this.sheet.dataset.page)) return;
    for (const one of this.place.querySelectorAll(".page-link")) one.removeAttribute("aria-current");
    link.setAttribute("aria-current", "page");
    Object.assign(this.sheet.dataset, { page: number, width: link.dataset.width, height: link.dataset.height });
    this.sheet.setAttribute("aria-label", link.textContent);
    const image = this.sheet.querySelector("image");
    for (const side of ["width", "height"]) image.setAttribute(side, link.dataset[side]);
    image.setAttribute("href", link.dataset.image);
  }

  draw(chosen, values) {
    this.boxes.replaceChildren();
    for (const value of values) {
      if (value.dataset.page !== this.sheet.dataset.page) continue;
      const link = document.createElementNS(SVG, "a");
      link.setAttribute("href", `?valeur=${value.dataset.value}`);
      link.setAttribute("tabindex", "-1");
      link.setAttribute("aria-label", value.querySelector(".label").textContent);
      link.dataset.value = value.dataset.value;
      if (value.dataset.value === chosen) link.classList.add("chosen");
      link.append(...JSON.parse(value.dataset.boxes).map((box) => this.rectangle(box)));
      this.boxes.append(link);
    }
    const above = this.boxes.querySelector(".chosen");
    if (above) this.boxes.append(above);
  }

  rectangle([x0, y0, x1, y1]) {
    const [width, height] = this.size();
    const drawn = document.createElementNS(SVG, "rect");
    const place = { x: x0 * width, y: y0 * height, width: (x1 - x0) * width, height: (y1 - y0) * height };
    for (const [name, value] of Object.entries(place)) drawn.setAttribute(name, value);
    return drawn;
  }

  size() {
    return [Number(this.sheet.dataset.width), Number(this.sheet.dataset.height)];
  }

  near(boxes) {
    const [width, height] = this.size();
    const x0 = Math.min(...boxes.map((box) => box[0])), x1 = Math.max(...boxes.map((box) => box[2]));
    const y0 = Math.min(...boxes.map((box) => box[1])), y1 = Math.max(...boxes.map((box) => box[3]));
    const tall = Math.max(0.45 * height, (y1 - y0 + 0.2) * height, ((x1 - x0 + 0.1) * width) / this.shape());
    this.look(((x0 + x1) / 2) * width, ((y0 + y1) / 2) * height, Math.min(tall, height));
  }

  // How wide the window on the page is for its height.
  shape() {
    return this.sheet.clientWidth / this.sheet.clientHeight || 1;
  }

  // Put a point in the middle of the window, which shows so much of the page's height; never look past the page's edges.
  look(x, y, high) {
    const [width, height] = this.size();
    const wide = high * this.shape();
    const left = wide > width ? (width - wide) / 2 : Math.min(Math.max(0, x - wide / 2), width - wide);
    const top = Math.min(Math.max(0, y - high / 2), Math.max(0, height - high));
    this.sheet.setAttribute("viewBox", [left, top, wide, high].join(" "));
  }

  zoom(factor) {
    if (!this.sheet) return;
    const [width, height] = this.size();
    const { x, y, width: wide, height: high } = this.sheet.viewBox.baseVal;
    const seen = Math.min(Math.max(height, width / this.shape()), Math.max(0.1 * height, high * factor));
    this.look(x + wide / 2, y + high / 2, seen);
  }

  whole() {
    if (this.sheet) this.sheet.setAttribute("viewBox", `0 0 ${this.size().join(" ")}`);
  }

  toggleBoxes() {
    const hidden = this.boxes?.classList.toggle("hidden");
    this.place.querySelector("[data-do=boxes]")?.setAttribute("aria-pressed", String(Boolean(hidden)));
  }
}
