"use strict";
(() => {
  const root = document.documentElement;
  const $ = (selector, from = document) => from.querySelector(selector);
  const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
  // What the script says, in the language of the page.
  const said = "articles old serious missing fault perhaps doubtful light dark".split(" ");
  const words = Object.fromEntries(root.dataset.words.split("|").map((text, i) => [said[i], text]));
  const say = (message, values) => message.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  // A figure as the page writes it: 1,234.5 or 1.234,5
  const figure = (text) => {
    const plain = root.dataset.decimal === "," ? text.replaceAll(".", "").replace(",", ".") : text.replaceAll(",", "");
    return parseFloat(plain.replace("\u2212", "-"));
  };

  // The table: sorted by its headings, filtered by text, system and severity.
  const table = $("#articles");
  const rows = table ? $$("tbody tr", table) : [];
  const key = (row) => $("th a", row).getAttribute("href").slice(1);
  const value = (row, column, kind) => {
    const text = row.cells[column].textContent.trim();
    return kind === "number" ? figure(text) : text.toLocaleLowerCase();
  };

  // Long tables show their first rows until somebody asks for all; the style sheet hides the others on the screen, so that
  // all are printed.
  const FIRST = 20;
  let matching = rows;
  function paint() {
    const all = table.classList.contains("all");
    table.tBodies[0].replaceChildren(...matching);
    $("#f-all").hidden = all || matching.length <= FIRST;
    const number = (n) => n.toLocaleString(root.lang);
    $("#f-count").textContent = say(words.articles, { count: number(matching.length), all: number(rows.length) });
  }

  function sort(heading) {
    const down = heading.getAttribute("aria-sort") === "ascending";
    const column = heading.cellIndex;
    const kind = heading.dataset.kind;
    $$("thead th", table).forEach((other) => other.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const turn = down ? -1 : 1;
    const keyed = rows.map((row) => [value(row, column, kind), key(row), row]);
    const missing = (v) => Number.isNaN(v) ? 1 : 0; // what has no figure stands last, whichever way it goes
    keyed.sort(([a, x], [b, y]) => missing(a) - missing(b) || (a < b ? -turn : a > b ? turn : x < y ? -1 : x > y ? 1 : 0));
    keyed.forEach(([, , row], i) => { rows[i] = row; });
    filter();
  }

  const texts = new Map(rows.map((row) => [row, row.textContent.toLocaleLowerCase()]));
  function filter() {
    const wanted = $("#f-text").value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const system = $("#f-system") ? $("#f-system").value : "";
    const severity = $("#f-severity") ? $("#f-severity").value : "";
    const names = $$("thead th", table).map((th) => th.textContent.trim().toLocaleLowerCase());
    matching = rows.filter((row) => wanted.every((word) => texts.get(row).includes(word))
      && (!system || row.cells[1].textContent === system)
      && (!severity || parseInt(row.cells[names.indexOf(severity)].textContent, 10) > 0));
    paint();
  }

  if (table) {
    for (const heading of $$("thead th", table)) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      button.addEventListener("click", () => sort(heading));
      heading.append(button);
    }
    $("form.filter").addEventListener("submit", (event) => event.preventDefault());
    for (const field of $$("form.filter input, form.filter select")) field.addEventListener("input", filter);
    table.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      const links = $$("tbody th > a:first-child", table);
      const here = document.activeElement.closest("th");
      const at = links.findIndex((link) => link.parentElement === here);
      const next = links[at + (event.key === "ArrowDown" ? 1 : -1)];
      if (at < 0 || !next || !next.offsetParent) return;
      event.preventDefault();
      next.focus();
    });
    $("#f-all").addEventListener("click", () => { table.classList.add("all"); paint(); });
    filter();
  }

  // To skip to the report is not to leave the article that is open.
  $(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    $("#main").focus();
  });

  // Articles that are packed away: raw deflate, base64, several in a block. The HTML in them was escaped when it was made.
  const opened = new Map();
  function unpack(number) {
    if (!opened.has(number)) opened.set(number, inflate(number));
    return opened.get(number);
  }
  async function inflate(number) {
    if (!("DecompressionStream" in window)) {
      alert(words.old);
      return;
    }
    const bytes = Uint8Array.from(atob($(`#block-${number}`).textContent), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const html = await new Response(stream).text();
    const held = document.createElement("template");
    held.innerHTML = html;
    $("#proofs").append(held.content);
    if (root.classList.contains("heat")) heat();
  }

  // The heat map is data of each sentence (heat.py says how it is written) until it is switched on. Then its words are
  // shaded, with titles for the mouse and a line behind each sentence for the ear; switched off, nothing of that is
  // there. Remembered nowhere.
  function heat() {
    const chance = [1, 2, 3, 4].map((n) => $(`#heat-legend .h${n}`).textContent);
    for (const sentence of $$("#proofs [data-heat]:not(.hot)")) {
      sentence.classList.add("hot");
      const original = sentence.classList.contains("orig");
      const runs = [];
      let at = 0;
      for (const [, gap, length, letter] of sentence.dataset.heat.matchAll(/(?:(\d+)\.)?(\d+)([a-d])/gi)) {
        const from = at + Number(gap ?? 1);
        const grade = "abcd".indexOf(letter.toLowerCase());
        const serious = letter < "a";
        const told = chance[grade] + (serious ? words.serious : "");
        at = from + Number(length);
        runs.push({ from, to: at, grade, told, name: `h${grade + 1}${serious ? " hs" : ""}`, text: "" });
      }
      let start = 0;
      for (const node of textsOf(sentence)) {
        const end = start + node.length;
        // from the last to the first, so that the places before stay as they are
        for (const run of runs.filter((r) => r.from < end && r.to > start).reverse()) {
          const range = document.createRange();
          range.setStart(node, Math.max(run.from - start, 0));
          range.setEnd(node, Math.min(run.to, end) - start);
          const shade = document.createElement("span");
          shade.className = `shade ${run.name}`;
          shade.title = say(original ? words.missing : words.fault, { chance: run.told });
          range.surroundContents(shade);
          run.text += shade.textContent;
        }
        start = end;
      }
      const doubtful = runs.filter((run) => run.grade);
      if (!doubtful.length) continue;
      const line = document.createElement("p");
      line.className = "vh doubtful";
      line.append(original ? words.perhaps : words.doubtful, ...doubtful.flatMap((run, i) => {
        const quoted = document.createElement("q");
        if (sentence.lang) quoted.lang = sentence.lang;
        quoted.textContent = run.text;
        return [i ? "; " : "", quoted, ` ${run.told}`];
      }), ".");
      sentence.after(line);
    }
  }
  function textsOf(sentence) {
    const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("sup, .gap")) found.push(walker.currentNode);
    return found;
  }
  function cool() {
    for (const line of $$(".doubtful")) line.remove();
    for (const sentence of $$(".hot")) {
      sentence.classList.remove("hot");
      for (const shade of $$(".shade", sentence)) shade.replaceWith(...shade.childNodes);
      sentence.normalize();
    }
  }
  const heatSwitch = $("#heat");
  if (heatSwitch) heatSwitch.addEventListener("click", () => {
    const on = root.classList.toggle("heat");
    heatSwitch.setAttribute("aria-pressed", String(on));
    (on ? heat : cool)();
  });

  // One article at a time; the address says which: #doc-id or #doc-id/fingerprint.
  let first = true;
  async function show() {
    const hash = location.hash.slice(1);
    const slash = hash.lastIndexOf("/");
    const id = slash < 0 ? hash : hash.slice(0, slash);
    const row = rows.find((r) => key(r) === id);
    if (row && row.dataset.block !== undefined) await unpack(row.dataset.block);
    if (location.hash.slice(1) !== hash) return;
    const target = hash ? document.getElementById(hash) : null;
    const article = target ? target.closest(".doc") : id ? document.getElementById(id) : null;
    const reading = Boolean(article && article.matches(".doc"));
    root.classList.toggle("reading", reading);
    for (const other of $$(".doc.open, .here")) other.classList.remove("open", "here");
    if (!reading) {
      document.title = $("h1").textContent;
      if (!first && (!hash || hash === "overview")) scrollTo(0, 0);
      first = false;
      return;
    }
    article.classList.add("open");
    document.title = $("h2", article).textContent;
    const order = matching.some((r) => key(r) === article.id) ? matching : rows;
    const at = order.findIndex((r) => key(r) === article.id);
    for (const [name, step] of [["previous", -1], ["next", 1]]) {
      let i = at + step;
      while (order[i] && !has(order[i])) i += step;
      const link = $(`#${name}`);
      link.hidden = !order[i];
      if (order[i]) link.setAttribute("href", `#${key(order[i])}`);
    }
    if (target && target !== article) {
      target.classList.add("here");
      target.scrollIntoView({ block: "center" });
      const mark = $$(".f[aria-describedby]", article).find((f) => f.getAttribute("aria-describedby") === target.id);
      const focus = () => { const to = mark || $("a", target); if (to) to.focus({ preventScroll: true }); };
      focus();
      // The browser goes to the fragment by itself once the page is loaded, and takes the focus away.
      if (document.readyState !== "complete") addEventListener("load", () => setTimeout(focus), { once: true });
    } else {
      scrollTo(0, 0);
      if (!first) $("#main").focus({ preventScroll: true });
    }
    first = false;
  }
  function has(row) {
    const article = document.getElementById(key(row));
    return row.dataset.block !== undefined || (article !== null && article.matches(".doc"));
  }
  addEventListener("hashchange", show);
  show();

  // A mark that is hovered over or focused shows its note as a card; Escape puts it away.
  const tip = document.createElement("div");
  tip.id = "tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  document.body.append(tip);
  let lit = null;
  function dim() {
    tip.hidden = true;
    for (const note of $$(".note.lit")) note.classList.remove("lit");
    lit = null;
  }
  function light(event) {
    const mark = event.target.closest && event.target.closest(".f[aria-describedby]");
    if (!mark) {
      if (event.type === "mouseover" && !event.target.closest("#tip") && lit !== document.activeElement) dim();
      if (event.type === "focusin") dim();
      return;
    }
    const note = document.getElementById(mark.getAttribute("aria-describedby"));
    if (!note || mark === lit) return;
    dim();
    lit = mark;
    note.classList.add("lit");
    tip.replaceChildren(...[...note.childNodes].map((node) => node.cloneNode(true)));
    tip.hidden = false;
    const place = mark.getClientRects()[mark.getClientRects().length - 1];
    const wide = document.documentElement.clientWidth;
    tip.style.left = `${Math.max(8, Math.min(place.left, wide - tip.offsetWidth - 8)) + scrollX}px`;
    const below = place.bottom + 6 + tip.offsetHeight < innerHeight;
    tip.style.top = `${(below ? place.bottom + 6 : place.top - tip.offsetHeight - 6) + scrollY}px`;
  }
  addEventListener("mouseover", light);
  addEventListener("focusin", light);
  addEventListener("hashchange", dim);
  addEventListener("keydown", (event) => { if (event.key === "Escape") dim(); });

  // Light and dark, remembered where the browser lets us.
  const button = $("#theme");
  const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
  const label = () => { button.textContent = dark() ? words.light : words.dark; };
  try { root.dataset.theme = localStorage.getItem("mtaudit-theme") || ""; } catch { /* private window */ }
  if (!root.dataset.theme) delete root.dataset.theme;
  button.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    try { localStorage.setItem("mtaudit-theme", root.dataset.theme); } catch { /* private window */ }
    label();
  });
  label();
})();
