// The board by arrow keys: up and down within a column, sideways to the next one as it stands on the screen.
"use strict";

(() => {
  const board = document.querySelector(".board");
  if (!board) return;
  const columns = [...board.querySelectorAll(".column")].map((one) => [...one.querySelectorAll(".title")]);
  const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  const backward = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";

  const find = (target) => {
    for (const [at, cards] of columns.entries()) {
      const row = cards.indexOf(target);
      if (row >= 0) return [at, row];
    }
    return [-1, 0];
  };

  board.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const [at, row] = find(event.target);
    const next = { ArrowDown: [at, row + 1], ArrowUp: [at, row - 1], [forward]: [at + 1, row], [backward]: [at - 1, row] }[event.key];
    if (!next) return;
    const cards = columns[at < 0 ? 0 : next[0]];
    const card = cards && cards[at < 0 ? 0 : Math.min(next[1], cards.length - 1)];
    if (!card) return;
    event.preventDefault();
    card.focus();
    card.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
})();
