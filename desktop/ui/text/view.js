// Runs in a world of its own, beside a page without scripts: tells what is pointed at and clicked,
// lights blocks and hits, puts new content in. It adds nothing that the document says but text and
// HTML that was cleaned before.
(() => {
  "use strict";
  const main = document.querySelector("main");
  const serial = Number(main?.dataset.serial ?? 0);
  const sections = () => document.querySelectorAll("section[data-k]");
  let link = null;
  let pointed = "";
  let lit = "";
  let hits = [];
  let current = -1;
  let goal = null;

  const blocksOf = (page, block) =>
    document.querySelectorAll(`[data-p="${page}"][data-b="${block}"], [data-also~="${page}:${block}"]`);
  const placeOf = (target) => {
    const found = target instanceof Element ? target.closest("[data-b]") : null;
    return found ? `${found.dataset.p}:${found.dataset.b}` : "";
  };
  const numbers = (place) => place.split(":").map(Number);

  // Pointing and clicking.

  const point = (place) => {
    if (place === pointed) return;
    pointed = place;
    if (link) link.point(serial, ...(place ? numbers(place) : [-1, -1]));
  };
  document.addEventListener("pointerover", (event) => point(placeOf(event.target)));
  document.documentElement.addEventListener("pointerleave", () => point(""));
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("a") || !getSelection().isCollapsed) return;
    const place = placeOf(event.target);
    if (place && link) link.activate(serial, ...numbers(place));
  });

  const light = (page, block) => {
    for (const each of document.querySelectorAll(".lit")) each.classList.remove("lit");
    lit = block < 0 ? "" : `${page}:${block}`;
    if (lit) for (const each of blocksOf(page, block)) each.classList.add("lit");
  };

  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const show = (box) => {
    const low = box.bottom > innerHeight - 24;
    if (box.top >= 24 && !low) return;
    const top = scrollY + box.top - Math.max(24, (innerHeight - box.height) / 3);
    scrollTo({ top, behavior: calm || Math.abs(top - scrollY) > 4000 ? "instant" : "smooth" });
  };
  const scrollToBlock = (page, block) => {
    const found = blocksOf(page, block)[0];
    if (found) { goal = null; show(found.getBoundingClientRect()); return; }
    goal = { page, block };
    bringNear(page);
  };

  // Hits of a search: ranges over the text as it is shown, case and blanks aside.

  const textOf = (elements) => {
    const nodes = [];
    let text = "";
    for (const element of elements) {
      const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        if (node.parentElement.closest(".katex, .flag")) continue;
        nodes.push({ node, start: text.length });
        text += node.data;
      }
      text += " ";
    }
    return { nodes, text };
  };
  const rangeIn = ({ nodes }, start, end) => {
    const range = new Range();
    for (const { node, start: begin } of nodes) {
      const finish = begin + node.data.length;
      if (start >= begin && start < finish) range.setStart(node, start - begin);
      if (end > begin && end <= finish) { range.setEnd(node, end - begin); return range; }
    }
    return null;
  };
  const pattern = (words) =>
    new RegExp(words.split(" ").map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("\\s+"), "giu");
  const lightHits = () => {
    const usual = new Highlight();
    const strong = new Highlight();
    let target = null;
    for (const each of document.querySelectorAll(".has-hit")) each.classList.remove("has-hit");
    const shown = new Map();
    const add = (key, element) => shown.set(key, [...(shown.get(key) ?? []), element]);
    for (const element of document.querySelectorAll("[data-b]")) {
      add(placeOf(element), element);
      for (const key of (element.dataset.also ?? "").split(" ")) if (key) add(key, element);
    }
    const texts = new Map();
    hits.forEach(({ p, b, words, nth }, index) => {
      const key = `${p}:${b}`;
      const elements = shown.get(key);
      if (!elements) return;
      if (!texts.has(key)) texts.set(key, textOf(elements));
      const where = texts.get(key);
      const found = words ? [...where.text.matchAll(pattern(words))][nth] : null;
      const range = found ? rangeIn(where, found.index, found.index + found[0].length) : null;
      if (range) (index === current ? strong : usual).add(range);
      else for (const each of elements) each.classList.add("has-hit");
      if (index === current) target = range ?? elements[0];
    });
    CSS.highlights.set("hit", usual);
    CSS.highlights.set("current-hit", strong);
    return target;
  };
  const setHits = (list, now) => {
    hits = list;
    current = now;
    const target = lightHits();
    if (target) show(target.getBoundingClientRect());
    else if (now >= 0 && hits[now]) { goal = { hit: true }; bringNear(hits[now].p); }
  };

  // New content for blocks that are shown: those from `first` on, and how many there are.

  const patch = (notice, count, changed) => {
    for (const [index, html] of changed) {
      const old = document.querySelector(`[data-i="${index}"]`);
      const holder = document.createElement("template");
      holder.innerHTML = html;
      const fresh = holder.content.firstElementChild;
      if (old) old.replaceWith(fresh);
      else main.append(fresh);
    }
    for (const old of document.querySelectorAll("[data-i]")) if (Number(old.dataset.i) >= count) old.remove();
    const strip = document.querySelector("#notice");
    if (strip) strip.innerHTML = notice;
    if (lit) light(...numbers(lit));
    if (hits.length) lightHits();
  };
  const follow = () => {
    if (document.documentElement.scrollHeight - scrollY - innerHeight < 400) scrollTo(0, 1e9);
  };

  // A whole document: sections are filled when they come near, and emptied when they are far.

  const watcher = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const k = Number(target.dataset.k);
      if (isIntersecting && !target.dataset.full) {
        if (link && !target.dataset.asked) { target.dataset.asked = "1"; link.need(serial, k); }
      } else if (!isIntersecting && target.dataset.full) {
        target.style.minHeight = `${target.offsetHeight}px`;
        target.replaceChildren();
        delete target.dataset.full;
        delete target.dataset.asked;
        link.dropped(serial, k);
      }
    }
  }, { rootMargin: "1500px 0px" });
  const fill = (k, html) => {
    const section = document.querySelector(`section[data-k="${k}"]`);
    if (!section || section.dataset.full) return;
    section.innerHTML = html;
    section.dataset.full = "1";
    section.style.minHeight = "";
    if (lit) light(...numbers(lit));
    const target = hits.length ? lightHits() : null;
    if (goal?.hit && target) {
      goal = null;
      show(target.getBoundingClientRect());
    } else if (goal && !goal.hit) {
      const { page, block } = goal;
      goal = null;
      if (block === undefined) scrollToPage(page);
      else scrollToBlock(page, block);
    }
  };
  const bringNear = (page) => {
    for (const section of sections())
      if (Number(section.dataset.first) <= page && page <= Number(section.dataset.last)) {
        if (section.dataset.full) goal = null;
        else section.scrollIntoView();
        return;
      }
    goal = null;
  };
  const scrollToPage = (page) => {
    const mark = document.querySelector(`#page-${page + 1}`);
    if (mark) { goal = null; mark.scrollIntoView(); return; }
    goal = { page };
    bringNear(page);
  };

  globalThis.diptych = { light, scrollToBlock, scrollToPage, setHits, patch, follow, fill };

  // Nothing has its place before the style sheets are there.
  const styled = Promise.all(
    [...document.querySelectorAll("link[rel=stylesheet]")].filter((sheet) => !sheet.sheet).map(
      (sheet) => new Promise((done) => {
        sheet.addEventListener("load", done);
        sheet.addEventListener("error", done);
      })));
  new QWebChannel(qt.webChannelTransport, async (channel) => {
    await styled;
    link = channel.objects.link;
    link.ready(serial);
    for (const section of sections()) watcher.observe(section);
  });
})();
