/* Two small mends: cited words that overlap are highlighted whole when a link leads to them, and the theme's search
   dialog gets the name it lacks. */
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
})();
