// Review by keyboard, words taken by selecting them, and verdicts of the list without loading it anew.
"use strict";

(() => {
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const typing = (target) => target.closest("input:not([type=checkbox]), textarea, select") !== null;
  const sheet = document.querySelector(".sheet");
  const queue = document.getElementById("queue");
  const keys = document.getElementById("keys");
  all("[hidden].take, [hidden].hint").forEach((one) => { one.hidden = false; });

  if (sheet) {
    sheet.classList.add("scrolls");
    const mark = sheet.querySelector("mark");
    if (mark) sheet.scrollTop = mark.offsetTop - sheet.clientHeight / 3;
  }

  // --- words: the register counts code points, JavaScript counts UTF-16 units
  const points = (text) => Array.from(text).length;
  let chosen = null;

  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!sheet || !selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (!sheet.contains(range.commonAncestorContainer)) return;
    const before = document.createRange();
    before.setStart(sheet, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const words = range.toString();
    const lead = words.length - words.trimStart().length;
    const start = Number(sheet.dataset.start) + points(before.toString()) + lead;
    if (words.trim()) chosen = { words: words.trim(), start };
  });

  const take = (field, line) => {
    if (!chosen) return false;
    const holder = line || field.querySelector(".line");
    holder.querySelector("textarea").value = chosen.words;
    holder.querySelector("input[type=hidden]").value = chosen.start;
    return true;
  };
  all(".take").forEach((button) => {
    button.addEventListener("click", () => {
      const line = button.closest(".line");
      if (!take(button.closest(".words"), line)) sheet.focus();
    });
  });

  // --- the list: a verdict is sent, the entry says so, and the next one is at hand
  const at = () => queue && queue.querySelector(".at");
  const move = (entry) => {
    if (!entry) return;
    all(".at", queue).forEach((one) => one.classList.remove("at"));
    entry.classList.add("at");
    entry.focus({ preventScroll: true });
    entry.scrollIntoView({ block: "nearest" });
  };
  const step = (by) => {
    const entries = all("li.waits", queue);
    const now = entries.indexOf(at());
    move(entries[Math.min(entries.length - 1, Math.max(0, now + by))]);
  };
  const settle = (entry, said) => {
    const form = entry.querySelector("form");
    const token = form.elements.csrf.value;
    const mark = document.createElement("p");
    mark.className = "row verdicts";
    mark.innerHTML = "<span class='mark' role='status'></span>";
    mark.firstChild.textContent = queue.dataset[said] || said;
    mark.firstChild.classList.add(`mark-${said}`);
    const undo = document.createElement("form");
    undo.method = "post";
    undo.action = `/review/${entry.dataset.entry}/undo`;
    undo.innerHTML = "<input type='hidden' name='csrf'><input type='hidden' name='queue'><button></button>";
    undo.elements.csrf.value = token;
    undo.elements.queue.value = form.elements.queue.value;
    undo.querySelector("button").textContent = queue.dataset.undo;
    mark.append(undo);
    entry.classList.add("gone");
    entry.querySelector(".verdicts").replaceWith(mark);
  };
  const send = async (form) => {
    const entry = form.closest("li");
    const sent = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.action, { method: "POST", body: sent, headers: { accept: "application/json" } });
    if (!answer.ok) { form.submit(); return; } // the page that says why
    settle(entry, (await answer.json()).review);
    step(1);
  };
  if (queue) {
    queue.addEventListener("submit", (event) => {
      if (!event.target.matches(".quick, .reject")) return;
      event.preventDefault();
      send(event.target).catch(() => event.target.submit());
    });
    queue.addEventListener("focusin", (event) => {
      const entry = event.target.closest("li.waits");
      if (entry && entry !== at()) {
        all(".at", queue).forEach((one) => one.classList.remove("at"));
        entry.classList.add("at");
      }
    });
  }

  // --- keys
  const press = (what) => {
    const found = document.querySelector(what);
    if (found) found.click();
  };
  const lastUndone = () => {
    const gone = queue ? all("li.gone form", queue).pop() : null;
    const form = gone || document.querySelector("form[data-key=u]");
    if (form) form.requestSubmit();
  };
  const reject = (within) => {
    const details = within.querySelector("details");
    if (details) details.open = true;
    const select = within.querySelector(".reject select");
    if (select) select.focus();
  };
  const inList = {
    j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1),
    a: () => { const form = at() && at().querySelector(".accept"); if (form) form.requestSubmit(); },
    r: () => { if (at()) reject(at()); },
    c: () => { const link = at() && at().querySelector(".open"); if (link) link.click(); },
    e: () => { const link = at() && at().querySelector(".open"); if (link) location.href = `${link.href}#text`; },
    n: () => press("#more"),
    u: lastUndone,
  };
  const onEntry = {
    a: () => press("[data-key=a]"), s: () => press("[data-key=s]"), n: () => press("[data-key=n]"),
    r: () => reject(document),
    c: () => { const first = document.querySelector("#correct select, #correct [name^=f-]"); if (first) first.focus(); },
    e: () => {
      const field = document.querySelector("[data-words=evidence]");
      if (field && !take(field)) field.querySelector("textarea").focus();
    },
    u: lastUndone,
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (keys && keys.open)) return;
    if (event.key === "Escape" && typing(event.target)) { event.target.blur(); return; }
    if (typing(event.target)) return;
    if (event.key === "?" && keys) { event.preventDefault(); keys.showModal(); return; }
    const does = (queue ? inList : onEntry)[event.key];
    if (!does || (event.key.startsWith("Arrow") && sheet && sheet.contains(event.target))) return;
    event.preventDefault();
    does();
  });
})();
