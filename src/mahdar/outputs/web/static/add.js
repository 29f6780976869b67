// Files dropped on the page, what was chosen, and how far reading is; all of it works without.
"use strict";

(() => {
  const form = document.getElementById("add");
  if (form) {
    const input = document.getElementById("files");
    const list = document.getElementById("chosen");
    const zone = document.getElementById("drop");
    zone.querySelector(".drop-hint").hidden = false;

    const show = () => {
      const files = Array.from(input.files);
      const size = files.reduce((sum, file) => sum + file.size, 0);
      const tooMuch = size > Number(form.dataset.most) || files.length > Number(form.dataset.files);
      input.setCustomValidity(tooMuch ? form.dataset.large : "");
      list.replaceChildren(...files.slice(0, 50).map((file) => {
        const item = document.createElement("li");
        const name = document.createElement("bdi");
        name.textContent = file.name;
        item.append(name, ` · ${Math.ceil(file.size / 1024).toLocaleString("en")} KB`);
        return item;
      }));
      if (tooMuch) input.reportValidity();
    };

    input.addEventListener("change", show);
    for (const kind of ["dragenter", "dragover"]) {
      zone.addEventListener(kind, (event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        zone.classList.add("drop-over");
      });
    }
    for (const kind of ["dragleave", "drop"]) zone.addEventListener(kind, () => zone.classList.remove("drop-over"));
    zone.addEventListener("drop", (event) => {
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      const all = new DataTransfer();
      for (const file of [...input.files, ...event.dataTransfer.files]) all.items.add(file);
      input.files = all.files;
      show();
    });
    form.addEventListener("submit", () => { form.querySelector("button.main").disabled = true; });
    window.addEventListener("pageshow", () => { form.querySelector("button.main").disabled = false; });
  }

  const going = document.getElementById("going");
  if (going) {
    const look = async () => {
      try {
        const answer = await fetch(going.dataset.json, { headers: { accept: "application/json" } });
        if (!answer.ok) return location.reload();
        const { upload } = await answer.json();
        if (upload.state !== "running") return location.reload();
        document.getElementById("done").textContent = upload.done;
        document.getElementById("bar").value = upload.done;
      } catch { /* the network is away for a moment; the next look will tell */ }
      setTimeout(look, 1000);
    };
    setTimeout(look, 700);
  }
})();
