// What is marked on a paper and where: boxes are fractions of the sheet, of the first line of the words.
() => {
  const sections = [...document.querySelectorAll("section")];
  const plain = text => text.replace(/\s+/g, " ").trim();
  const lineOf = element => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const parts = [...range.getClientRects()].filter(one => one.width > 0.5 && one.height > 0.5);
    const first = parts.filter(one => Math.abs(one.top + one.bottom - parts[0].top - parts[0].bottom) < parts[0].height);
    return first.reduce((all, one) => ({
      left: Math.min(all.left, one.left), top: Math.min(all.top, one.top),
      right: Math.max(all.right, one.right), bottom: Math.max(all.bottom, one.bottom),
    }), first[0]);
  };
  const marks = [...document.querySelectorAll("[data-field]")].map(element => {
    const section = element.closest("section"), sheet = section.getBoundingClientRect(), line = lineOf(element), data = element.dataset;
    return {
      field: data.field, group: Number(data.group || 0), value: data.value ?? null, accept: data.accept ?? null,
      optional: "optional" in data, text: plain(element.innerText), items: [...element.querySelectorAll("li")].map(one => plain(one.innerText)),
      page: sections.indexOf(section) + 1,
      box: [(line.left - sheet.left) / sheet.width, (line.top - sheet.top) / sheet.height,
            (line.right - sheet.left) / sheet.width, (line.bottom - sheet.top) / sheet.height],
    };
  });
  const body = document.body;
  return {
    kind: body.dataset.kind, also: body.dataset.also || "", language: document.documentElement.lang, size: body.className,
    pages: sections.length, text: body.innerText, marks,
    overfull: sections.some(one => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1),
  };
}
