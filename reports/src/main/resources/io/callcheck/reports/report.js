"use strict";
(function () {
  const form = document.getElementById("filter");
  const found = document.getElementById("found");
  const names = ["q", "api", "operation", "level", "outcome"];
  const items = Array.from(document.querySelectorAll("[data-o]"), function (node) {
    const data = node.dataset;
    return {
      node: node,
      text: null,
      api: data.a,
      operation: data.p.split(" "),
      level: data.l,
      outcome: data.o.split(" "),
    };
  });
  const cells = new Map(Array.from(document.querySelectorAll(".map td a"), function (cell) {
    return [decoded(cell.hash), cell];
  }));
  const folds = Array.from(document.querySelectorAll("details.group, details.reason"));
  const sections = Array.from(document.querySelectorAll("main > section"));
  const wasOpen = new Map(folds.map(function (fold) { return [fold, fold.open]; }));
  let filtered = false;

  function decoded(hash) {
    try {
      return decodeURIComponent(hash.slice(1));
    } catch (e) {
      return "";
    }
  }

  function wanted() {
    const want = {};
    names.forEach(function (name) { want[name] = form.elements[name].value; });
    want.words = want.q.toLowerCase().split(/\s+/).filter(Boolean);
    return want;
  }

  function fits(item, want) {
    if (want.api && item.api !== want.api) return false;
    if (want.operation && !item.operation.includes(want.operation)) return false;
    if (want.level && item.level !== want.level) return false;
    if (want.outcome && !item.outcome.includes(want.outcome)) return false;
    if (!want.words.length) return true;
    if (item.text === null) item.text = item.node.textContent.toLowerCase();
    return want.words.every(function (word) { return item.text.includes(word); });
  }

  function apply() {
    const want = wanted();
    const active = names.some(function (name) { return want[name]; });
    let shown = 0;
    items.forEach(function (item) {
      const fit = !active || fits(item, want);
      item.node.hidden = !fit;
      if (fit) shown++;
      const cell = cells.get(item.node.id);
      if (cell) cell.classList.toggle("dim", !fit);
    });
    folds.forEach(function (fold) {
      const some = !active || fold.querySelector("[data-o]:not([hidden])") !== null;
      fold.hidden = !some;
      if (active && some) fold.open = true;
      if (!active && filtered) fold.open = wasOpen.get(fold);
    });
    sections.forEach(function (section) {
      if (section.id === "map") return;
      const holds = section.querySelector("[data-o]") !== null;
      section.hidden = active && (!holds || section.querySelector("[data-o]:not([hidden])") === null);
    });
    found.textContent = active ? shown + " of " + items.length + " entries" : "";
    filtered = active;
  }

  function remember() {
    const query = new URLSearchParams();
    names.forEach(function (name) {
      const value = form.elements[name].value;
      if (value) query.set(name, value);
    });
    const text = query.toString();
    try {
      history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
    } catch (e) {
      // Some browsers forbid it for files: the filter works, only its address does not.
    }
  }

  function recall() {
    const query = new URLSearchParams(location.search);
    names.forEach(function (name) {
      const control = form.elements[name];
      control.value = query.get(name) || "";
      if (control.selectedIndex === -1) control.value = "";
    });
  }

  function reveal() {
    const id = decoded(location.hash);
    const place = id && document.getElementById(id);
    if (!place) return;
    if (place.closest("[hidden]")) {
      form.reset();
      names.forEach(function (name) { form.elements[name].value = ""; });
      apply();
      remember();
    }
    for (let node = place; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") node.open = true;
    }
    place.scrollIntoView();
  }

  function copyable(box) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", function () {
      const code = box.querySelector("code");
      const done = function () {
        button.textContent = "Copied";
        setTimeout(function () { button.textContent = "Copy"; }, 1500);
      };
      const select = function () { getSelection().selectAllChildren(code); };
      if (navigator.clipboard) navigator.clipboard.writeText(code.textContent).then(done, select);
      else select();
    });
    box.append(button);
  }

  // One stop for the Tab key; arrows move within the map.
  function roving(map) {
    const all = Array.from(map.querySelectorAll("td a"));
    const step = { ArrowRight: 1, ArrowLeft: -1 };
    all.forEach(function (cell, i) { cell.tabIndex = i === 0 ? 0 : -1; });
    map.addEventListener("keydown", function (event) {
      const at = all.indexOf(event.target);
      if (at < 0) return;
      let to = at + (step[event.key] || 0);
      if (event.key === "ArrowDown" || event.key === "ArrowUp") to = row(event.target, event.key === "ArrowDown");
      if (event.key === "Home") to = 0;
      if (event.key === "End") to = all.length - 1;
      if (to === at || to < 0 || to >= all.length) return;
      event.preventDefault();
      all[at].tabIndex = -1;
      all[to].tabIndex = 0;
      all[to].focus();
    });
    function row(cell, down) {
      const rows = Array.from(map.querySelectorAll("tbody tr"));
      let at = rows.indexOf(cell.closest("tr")) + (down ? 1 : -1);
      while (at >= 0 && at < rows.length && !rows[at].querySelector("a")) at += down ? 1 : -1;
      return at >= 0 && at < rows.length ? all.indexOf(rows[at].querySelector("a")) : all.indexOf(cell);
    }
    map.addEventListener("mouseover", function (event) {
      const cell = event.target.closest("td a");
      if (cell && !cell.title) cell.title = cell.getAttribute("aria-label");
    });
  }

  // From where the reader is, to the next or the previous broken clause that the filter lets through.
  function jump(forth) {
    const cards = Array.from(document.querySelectorAll(".card")).filter(function (card) {
      return card.offsetParent !== null;
    });
    if (!cards.length) return;
    const here = document.activeElement && document.activeElement.closest(".card");
    const at = cards.indexOf(here);
    let to;
    if (at >= 0) to = at + (forth ? 1 : -1);
    else {
      const below = cards.findIndex(function (card) { return card.getBoundingClientRect().top > 0; });
      to = forth ? (below < 0 ? 0 : below) : (below < 0 ? cards.length : below) - 1;
    }
    const card = cards[(to + cards.length) % cards.length];
    card.tabIndex = -1;
    card.focus({ preventScroll: true });
    card.scrollIntoView();
  }

  let later = 0;
  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("input", function () {
    clearTimeout(later);
    later = setTimeout(function () { apply(); remember(); }, 80);
  });
  form.addEventListener("reset", function () {
    setTimeout(function () { apply(); remember(); }, 0);
  });
  document.addEventListener("keydown", function (event) {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    const plain = !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "/" && plain) {
      event.preventDefault();
      form.elements.q.focus();
    } else if (plain && (event.key === "j" || event.key === "n")) {
      jump(true);
    } else if (plain && (event.key === "k" || event.key === "p")) {
      jump(false);
    } else if (event.key === "Escape" && event.target === form.elements.q) {
      form.reset();
    }
  });
  window.addEventListener("hashchange", reveal);
  window.addEventListener("popstate", function () { recall(); apply(); });
  document.querySelectorAll(".curl").forEach(copyable);
  document.querySelectorAll(".map").forEach(roving);
  recall();
  apply();
  reveal();
})();
