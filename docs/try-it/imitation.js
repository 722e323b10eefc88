// A teacher (a wavy line) and a student that guesses from the nearest answers. Everything is computed here; nothing is asked of any network.
"use strict";
(() => {
  const root = document.getElementById("imitation");
  if (!root) return;
  const part = (name) => root.querySelector(`[data-part="${name}"]`);
  const input = (name) => root.querySelector(`[data-sets="${name}"]`);
  const shown = (name) => root.querySelector(`[data-shows="${name}"]`);
  const SVG = "http://www.w3.org/2000/svg";
  const CELLS = 50;
  const NEIGHBOURS = 3;
  let seed = 1;

  // The teacher's line, as the height at which it stands over x; both from 0 to 1, counted from the top.
  const line = (x) => 0.52 + 0.2 * Math.sin(6.4 * x + 0.4) - 0.14 * x;
  const teacher = (x, y) => y < line(x);

  // Mulberry32: the same seed asks the same questions on every machine.
  const dice = (state) => () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };

  const lessons = (questions, noise) => {
    const roll = dice(seed);
    return Array.from({ length: questions }, () => {
      const x = roll(), y = roll(), wrong = roll() * 100 < noise;
      return { x, y, above: teacher(x, y) !== wrong };
    });
  };

  const student = (asked, x, y) => {
    const nearest = [];
    for (const one of asked) {
      const far = (one.x - x) ** 2 + (one.y - y) ** 2;
      if (nearest.length === NEIGHBOURS && far >= nearest[NEIGHBOURS - 1].far) continue;
      nearest.push({ far, above: one.above });
      nearest.sort((a, b) => a.far - b.far);
      nearest.length = Math.min(nearest.length, NEIGHBOURS);
    }
    return nearest.filter((one) => one.above).length * 2 > nearest.length;
  };

  const add = (parent, name, attributes) => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    parent.append(element);
  };

  const draw = () => {
    const questions = Number(input("questions").value), noise = Number(input("noise").value);
    const asked = lessons(questions, noise);
    const size = 100 / CELLS;
    let shade = "", agreed = 0;
    for (let row = 0; row < CELLS; row++) {
      for (let column = 0; column < CELLS; column++) {
        const x = (column + 0.5) / CELLS, y = (row + 0.5) / CELLS;
        const guess = student(asked, x, y);
        if (guess) shade += `M${column * size} ${row * size}h${size}v${size}h-${size}z`;
        if (guess === teacher(x, y)) agreed += 1;
      }
    }
    part("guess").replaceChildren();
    add(part("guess"), "path", { d: shade || "M0 0" });
    part("asked").replaceChildren();
    for (const one of asked) {
      const look = one.above ? {} : { fill: "none", stroke: "currentColor", "stroke-width": 0.4 };
      add(part("asked"), "circle", { cx: (one.x * 100).toFixed(2), cy: (one.y * 100).toFixed(2), r: questions > 150 ? 0.7 : 1.1, ...look });
    }
    shown("questions").textContent = questions;
    shown("noise").textContent = noise;
    shown("agreement").textContent = `${Math.round((100 * agreed) / CELLS ** 2)} %`;
  };

  const path = Array.from({ length: 101 }, (_, i) => `${i ? "L" : "M"}${i} ${(100 * line(i / 100)).toFixed(2)}`);
  part("line").setAttribute("d", path.join(""));
  for (const name of ["questions", "noise"]) input(name).addEventListener("input", draw);
  root.querySelector('[data-does="again"]').addEventListener("click", () => {
    seed += 1;
    draw();
  });
  part("still").hidden = true;
  part("controls").hidden = false;
  draw();
})();
