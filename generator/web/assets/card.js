/* The card: a note shown beside the statement it belongs to, on hover, focus and tap.
   Without this script a note's mark leads to the note at the foot of the page. */
(() => {
  "use strict";
  const GAP = 8;
  const LEAST_HEIGHT = 96;
  const OPEN_AFTER = 100; // milliseconds: a pointer that only passes by opens nothing
  const CLOSE_AFTER = 500; // milliseconds: time to move the pointer onto the card
  const MARK = ".note-mark";
  const BLOCK = "p, li, td, th, dd, dt, figcaption, h1, h2, h3, h4, h5, h6";

  let card = null;
  let owner = null; // the link that the card belongs to
  let timer = 0;
  let touched = false;

  const linkAt = (node) => node instanceof Element && node.closest(`${MARK} > a`);
  const later = (action, delay) => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };

  function open(link) {
    clearTimeout(timer);
    if (link === owner) return;
    close();
    const note = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!note) return;
    owner = link;
    card = document.createElement("div");
    card.id = "note-card";
    card.className = `note-card md-typeset ${note.className}`;
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-label", link.getAttribute("aria-label") || "Note");
    card.append(...note.cloneNode(true).childNodes);
    card.querySelectorAll(".footnote-backref").forEach((back) => back.remove());
    card.querySelectorAll("[id]").forEach((copied) => copied.removeAttribute("id"));
    link.parentElement.after(card); // so that Tab leads from the mark into the card
    link.setAttribute("aria-expanded", "true");
    link.setAttribute("aria-controls", card.id);
    place();
  }

  function close() {
    clearTimeout(timer);
    if (!card) return;
    owner.removeAttribute("aria-expanded");
    owner.removeAttribute("aria-controls");
    card.remove();
    card = owner = null;
  }

  /* The lines of the statement: from the mark before it to its own, and on where the sentence goes on. */
  function statement() {
    const mark = owner.parentElement;
    const block = mark.closest(BLOCK) || mark.parentElement;
    const marks = [...block.querySelectorAll(MARK)];
    const at = marks.indexOf(mark);
    const before = document.createRange();
    before.setStart(block, 0);
    before.setEndBefore(mark);
    for (let i = at - 1, next = mark; i >= 0; next = marks[i], i -= 1) {
      const between = document.createRange();
      between.setStartAfter(marks[i]);
      between.setEndBefore(next);
      if (!between.toString().trim()) continue; // several marks on one statement
      before.setStartAfter(marks[i]);
      break;
    }
    const rects = [...before.getClientRects(), ...mark.getClientRects()];
    if (!/[.!?…]["”’)\]]*\s*$/.test(before.toString())) {
      const after = document.createRange();
      after.setStartAfter(card);
      if (marks[at + 1]) after.setEndBefore(marks[at + 1]);
      else after.setEnd(block, block.childNodes.length);
      rects.push(...after.getClientRects());
    }
    const seen = rects.filter((rect) => rect.width && rect.height);
    return {
      top: Math.min(...seen.map((rect) => rect.top)),
      bottom: Math.max(...seen.map((rect) => rect.bottom)),
    };
  }

  function place() {
    const { top, bottom } = statement();
    const header = document.querySelector(".md-header");
    const ceiling = header ? Math.max(0, header.getBoundingClientRect().bottom) : 0;
    const width = document.documentElement.clientWidth;
    card.style.maxHeight = "";
    const below = innerHeight - bottom - 2 * GAP;
    const above = top - ceiling - 2 * GAP;
    const under = card.offsetHeight <= below || below >= above;
    const height = Math.min(card.offsetHeight, Math.max(under ? below : above, LEAST_HEIGHT));
    const y = under ? Math.min(bottom + GAP, innerHeight - height - GAP) : Math.max(top - GAP - height, ceiling + GAP);
    const x = Math.min(owner.getBoundingClientRect().left - 2 * GAP, width - card.offsetWidth - GAP);
    Object.assign(card.style, { maxHeight: `${height}px`, top: `${y}px`, left: `${Math.max(GAP, x)}px` });
  }

  document.addEventListener("pointerdown", (event) => (touched = event.pointerType === "touch"), true);
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = linkAt(event.target);
    if (link) later(() => open(link), OPEN_AFTER);
    else if (card && card.contains(event.target)) clearTimeout(timer);
    else if (card && !card.contains(document.activeElement)) later(close, CLOSE_AFTER);
    else if (!card) clearTimeout(timer);
  });
  document.addEventListener("focusin", (event) => {
    const link = linkAt(event.target);
    if (link && !touched) open(link);
    else if (card && !link && !card.contains(event.target)) close();
  });
  document.addEventListener("click", (event) => {
    const link = linkAt(event.target);
    if (link && touched) {
      event.preventDefault();
      if (link === owner) close();
      else open(link);
    } else if (card && !card.contains(event.target)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !card) return;
    const link = owner;
    const inside = card.contains(document.activeElement);
    if (inside) link.focus(); // before closing, so that the focus is never lost
    close();
  });
  addEventListener("scroll", () => card && place(), { passive: true });
  addEventListener("resize", () => card && place());
})();
