/* The card: a note shown beside the statement it belongs to, on hover and focus; a click, a tap or Enter pins it.
   Without this script a mark leads to the note at the foot of the page. */
(() => {
  "use strict";
  const GAP = 8;
  const LEAST_HEIGHT = 96;
  const LEAST_WIDTH = 240;
  const OPEN_AFTER = 100; // ms: a pointer that only passes by opens nothing
  const CLOSE_AFTER = 500; // ms: time to move onto the card
  const MARK = ".note-mark";
  const BLOCK = "p, li, td, th, dd, dt, figcaption";

  let card = null;
  let owner = null; // the link that the card belongs to
  let timer = 0;
  let touched = false;
  let pinned = false;

  const linkAt = (node) => node instanceof Element && node.closest(`${MARK} > a`);
  // The name as written: an encoded one may fail to be decoded.
  const noteOf = (link) => document.getElementById(link.getAttribute("href").slice(1));
  const later = (action, delay) => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };

  function open(link) {
    clearTimeout(timer);
    if (link === owner) return;
    close();
    const note = noteOf(link);
    if (!note) return;
    owner = link;
    card = document.createElement("div");
    card.id = "note-card";
    card.className = `note-card md-typeset ${note.className}`;
    card.tabIndex = -1;
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-label", link.getAttribute("aria-label") || "Note");
    card.append(...note.cloneNode(true).childNodes);
    for (const back of card.querySelectorAll(".footnote-backref")) back.remove();
    for (const copied of card.querySelectorAll("[id]")) copied.removeAttribute("id");
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
    pinned = false;
  }

  /* [top, bottom] of the statement: from the mark before it to its own, and on where the sentence goes on. */
  function statement(block) {
    const mark = owner.parentElement;
    const marks = [...block.querySelectorAll(MARK)];
    const between = (from, to) => {
      const range = document.createRange();
      range.selectNodeContents(block);
      if (from) range.setStartAfter(from);
      if (to) range.setEndBefore(to);
      return range;
    };
    let i = marks.indexOf(mark);
    const next = marks[i + 1];
    while (i > 0 && !`${between(marks[i - 1], marks[i])}`.trim()) i -= 1; // several marks on one statement
    const before = between(marks[i - 1], mark);
    const rects = [...before.getClientRects(), ...mark.getClientRects()];
    if (!/[.!?…]["”’)\]]*\s*$/.test(before)) rects.push(...between(card, next).getClientRects());
    const seen = rects.filter((rect) => rect.width);
    return [Math.min(...seen.map((rect) => rect.top)), Math.max(...seen.map((rect) => rect.bottom))];
  }

  /* Below or above the item or paragraph; without room there, the statement's lines; else beside. */
  function place() {
    const header = document.querySelector(".md-header");
    const ceiling = GAP + Math.max(0, header?.getBoundingClientRect().bottom || 0);
    const floor = innerHeight - GAP;
    const width = document.documentElement.clientWidth;
    const block = owner.closest(BLOCK) || owner.parentElement.parentElement;
    const box = block.getBoundingClientRect();
    Object.assign(card.style, { maxHeight: "", width: "" });
    let [top, bottom] = [box.top, box.bottom];
    const room = () => Math.max(floor - bottom - GAP, top - GAP - ceiling);
    if (room() < card.offsetHeight) [top, bottom] = statement(block);
    let x = Math.min(owner.getBoundingClientRect().left - 2 * GAP, width - card.offsetWidth - GAP);
    let most = Math.max(room(), LEAST_HEIGHT);
    const beside = width - box.right - 2 * GAP;
    if (room() < LEAST_HEIGHT && beside >= LEAST_WIDTH) {
      card.style.width = `${Math.min(card.offsetWidth, beside)}px`;
      x = box.right + GAP;
      most = floor - ceiling;
    }
    const height = Math.min(card.offsetHeight, most);
    const under = bottom + GAP + height <= floor || floor - bottom >= top - ceiling;
    const y = under ? Math.min(bottom + GAP, floor - height) : Math.max(top - GAP - height, ceiling);
    Object.assign(card.style, { maxHeight: `${height}px`, top: `${y}px`, left: `${Math.max(GAP, x)}px` });
  }

  addEventListener("pointerdown", (event) => (touched = event.pointerType === "touch"), true);
  addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch" || pinned) return;
    const link = linkAt(event.target);
    if (link) later(() => open(link), OPEN_AFTER);
    else if (!card || card.contains(event.target)) clearTimeout(timer);
    else if (!card.contains(document.activeElement)) later(close, CLOSE_AFTER);
  });
  addEventListener("focusin", (event) => {
    const link = linkAt(event.target);
    if (link && !touched) open(link);
    else if (card && !link && !card.contains(event.target)) close();
  });
  addEventListener("click", (event) => {
    const link = linkAt(event.target);
    if (card && !link && !card.contains(event.target)) close();
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !noteOf(link)) return;
    event.preventDefault();
    if (pinned && link === owner) return close();
    open(link);
    pinned = true;
    if (!event.detail) card.focus({ preventScroll: true }); // Enter
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !card) return;
    if (card.contains(document.activeElement)) owner.focus(); // before closing, so that the focus is never lost
    close();
  });
  addEventListener("scroll", () => card && place());
  addEventListener("resize", () => card && place());
})();
