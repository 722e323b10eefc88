/* Small mends and helps: cited words that overlap are highlighted whole when a link leads to them; a citation can be copied; the
   theme's search dialog gets the name that it lacks; drawer and search open by keyboard, and Escape closes the drawer. */
(() => {
  "use strict";
  const targeted = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return ""; // "#100%" is no encoded name
    }
  };
  function highlight() {
    const target = targeted();
    document.querySelectorAll("mark[data-cited]").forEach((mark) => {
      mark.classList.toggle("cited-target", target !== "" && mark.dataset.cited.split(" ").includes(target));
    });
  }
  addEventListener("hashchange", highlight);
  highlight();

  const search = document.querySelector('[data-md-component="search"][role="dialog"]');
  if (search && !search.hasAttribute("aria-label")) search.setAttribute("aria-label", "Search");

  /* The theme opens drawer and search by labels, which no keyboard reaches: a button takes the place of each. */
  for (const [name, spoken] of [["drawer", "Navigation"], ["search", "Search"]]) {
    const label = document.querySelector(`.md-header__button[for="__${name}"]`);
    const toggle = document.getElementById(`__${name}`);
    if (!label || !toggle) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = `${label.className} opens-${name}`;
    button.setAttribute("aria-label", spoken);
    button.append(...label.childNodes);
    button.addEventListener("click", () => {
      toggle.click();
      if (name === "search") document.querySelector(".md-search__input")?.focus();
    });
    label.replaceWith(button);
  }
  addEventListener("keydown", (event) => {
    const drawer = document.getElementById("__drawer");
    if (event.key !== "Escape" || !drawer?.checked) return;
    drawer.click();
    document.querySelector(".opens-drawer")?.focus();
  });

  /* All that the note says, so that the copy, read alone, names speaker, chain, source, caveats and queries. */
  function citation(note) {
    const said = (part) => part.textContent.replace(/\s+/g, " ").trim().replace(/[^.!?”)]$/, "$&.");
    const words = [...note.querySelectorAll("mark")].map((mark) => mark.textContent).join(" […] ");
    const parts = note.querySelectorAll(":scope > p:not(.note-foot)");
    return [`“${words}”`, ...[...parts].map(said), note.querySelector(".note-context").href].join(" ");
  }
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = document.body.appendChild(document.createElement("textarea")); // where pages may not use the clipboard
      field.value = text;
      field.select();
      document.execCommand("copy");
      field.remove();
    }
  }
  addEventListener("click", async (event) => {
    const button = event.target instanceof Element && event.target.closest(".note-copy");
    if (!button) return;
    await copy(citation(button.closest(".note")));
    button.focus();
    button.textContent = "copied";
    setTimeout(() => (button.textContent = "copy citation"), 2000);
  });
})();
