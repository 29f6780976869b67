// A document: entries chosen and marked without loading the page anew, words selected for a new entry.
"use strict";

(() => {
  const $ = (id) => document.getElementById(id);
  if (!$("text") || !$("pane")) return;
  const language = new URLSearchParams(location.search).get("lang");

  // --- offsets: the register counts code points, JavaScript counts UTF-16 units
  const points = (words) => Array.from(words).length;
  const pieces = () => [...$("text").querySelectorAll("[data-start]")];
  const before = (piece, node, offset) => {
    const range = document.createRange();
    range.setStart(piece, 0);
    range.setEnd(node, offset);
    return Number(piece.dataset.start) + points(range.toString());
  };
  const selected = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const touched = pieces().filter((piece) => range.intersectsNode(piece));
    if (!touched.length) return null;
    const [first, last] = [touched[0], touched[touched.length - 1]];
    let start = first.contains(range.startContainer)
      ? before(first, range.startContainer, range.startOffset) : Number(first.dataset.start);
    let end = last.contains(range.endContainer)
      ? before(last, range.endContainer, range.endOffset) : Number(last.dataset.start) + points(last.textContent);
    const whole = Array.from(pieces().map((piece) => piece.textContent).join(""));
    while (start < end && !whole[start].trim()) start += 1;
    while (start < end && !whole[end - 1].trim()) end -= 1;
    return start < end ? { start, end, words: whole.slice(start, end).join(""), range } : null;
  };

  // --- an entry chosen
  const page = async (address) => {
    const answer = await fetch(address, { headers: { accept: "text/html" } });
    if (!answer.ok) throw new Error(answer.statusText);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };
  const take = (from, id) => {
    const found = from.getElementById(id);
    if (found) $(id).replaceWith(document.adoptNode(found));
  };
  const place = (entry) => $("text").dataset.entries.split(" ").indexOf(entry);
  const address = (entry) => {
    const asked = new URLSearchParams(location.search);
    asked.delete("entry");
    if (entry) asked.set("entry", entry);
    const said = asked.toString();
    return location.pathname + (said ? `?${said}` : "") + (entry ? `#e-${entry}` : "");
  };
  const light = (entry) => {
    const at = String(place(entry));
    for (const run of $("text").querySelectorAll(".w")) {
      run.classList.toggle("on", run.dataset.e.split(" ").includes(at));
    }
  };
  const reveal = (entry) => {
    const anchor = $(`e-${entry}`);
    if (!anchor) return;
    const folded = anchor.closest("details");
    if (folded) folded.open = true;
    const run = anchor.matches(".w") ? anchor : anchor.nextElementSibling || anchor;
    run.scrollIntoView({ block: "center" });
  };
  const choose = async (entry, { scroll = false, focus = false, push = true } = {}) => {
    if (place(entry) < 0) { location.href = address(entry); return; }
    take(await page(`/entries/${entry}${language ? `?lang=${language}` : ""}`), "pane");
    for (const link of $("pane").querySelectorAll("[data-entry]")) link.href = address(link.dataset.entry);
    light(entry);
    if (push) history.pushState(null, "", address(entry));
    const asked = document.querySelector("#filters input[name=entry]");
    if (asked) asked.value = entry;
    if (scroll) reveal(entry);
    if (focus) $("pane-title").focus({ preventScroll: true });
    $("pane").scrollTop = 0;
  };
  const load = async (where, push) => {
    const from = await page(where);
    take(from, "text");
    take(from, "pane");
    if (push) history.pushState(null, "", where);
  };
  const otherwise = (where) => () => { location.href = where; };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("#text a.w, #pane a[data-entry]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
    event.preventDefault();
    if (!getSelection().isCollapsed && link.matches(".w")) return;
    const inText = link.matches(".w");
    const entry = inText ? $("text").dataset.entries.split(" ")[link.dataset.e.split(" ")[0]] : link.dataset.entry;
    if (!entry) { load(address(""), true).catch(otherwise(address(""))); return; }
    choose(entry, { scroll: !inText, focus: event.detail === 0 }).catch(otherwise(address(entry)));
  });
  window.addEventListener("popstate", () => {
    const entry = new URLSearchParams(location.search).get("entry");
    load(location.href, false).then(() => entry && reveal(entry)).catch(() => location.reload());
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea")) return;
    if (event.key === "Escape" && $("pane").contains(event.target)) {
      const run = $("text").querySelector(".w.on[aria-describedby]") || $("text").querySelector(".w.on");
      if (run) run.focus();
      return;
    }
    const step = { j: "[rel=next]", k: "[rel=prev]" }[event.key];
    const link = step && $("pane").querySelector(step);
    if (link) link.click();
  });

  // --- only some entries marked
  const filters = $("filters");
  if (filters) {
    const show = () => {
      const asked = new URLSearchParams([...new FormData(filters)].filter(([, value]) => value));
      if (asked.get("noise") === "fold") asked.delete("noise");
      if (language) asked.set("lang", language);
      const where = `${location.pathname}?${asked}`;
      load(where, true).catch(otherwise(where));
    };
    filters.addEventListener("change", show);
    filters.addEventListener("submit", (event) => { event.preventDefault(); show(); });
  }

  // --- words selected: an entry added there, or the chosen one marked anew
  const bar = $("marking");
  if (!bar) return;
  let words = null;
  const remark = () => $("pane").querySelector("form.remark");
  const offer = () => {
    if (bar.contains(document.activeElement) && words) return;
    words = selected();
    bar.hidden = !words;
    if (!words) return;
    bar.querySelector("[name=remark]").hidden = !remark();
    const near = words.range.getBoundingClientRect();
    const left = Math.max(8, Math.min(near.left, innerWidth - bar.offsetWidth - 8));
    const top = near.bottom + 8 + bar.offsetHeight < innerHeight ? near.bottom + 8 : near.top - bar.offsetHeight - 8;
    bar.style.left = `${left}px`;
    bar.style.top = `${Math.max(8, top)}px`;
  };
  let waiting = 0;
  document.addEventListener("selectionchange", () => { clearTimeout(waiting); waiting = setTimeout(offer, 200); });
  document.addEventListener("scroll", () => { if (words) offer(); }, { passive: true });
  bar.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!words) return;
    if (event.submitter && event.submitter.name === "remark" && remark()) {
      const form = remark();
      form.elements.start.value = words.start;
      form.elements.end.value = words.end;
      form.elements.words.value = words.words.includes("\ufffd") ? "" : words.words;
      form.closest("details").open = true;
      bar.hidden = true;
      getSelection().removeAllRanges();
      form.querySelector("button").focus();
      return;
    }
    const asked = new URLSearchParams({ type: bar.elements.type.value, start: words.start, end: words.end });
    if (language) asked.set("lang", language);
    location.href = `${bar.getAttribute("action")}?${asked}`;
  });
})();
