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
  const folds = Array.from(document.querySelectorAll("details.group, details.reason"));
  const sections = Array.from(document.querySelectorAll("main > section"));
  const wasOpen = new Map(folds.map(function (fold) { return [fold, fold.open]; }));
  let filtered = false;

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
    });
    folds.forEach(function (fold) {
      const some = !active || fold.querySelector("[data-o]:not([hidden])") !== null;
      fold.hidden = !some;
      if (active && some) fold.open = true;
      if (!active && filtered) fold.open = wasOpen.get(fold);
    });
    sections.forEach(function (section) {
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
    let id;
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch (e) {
      return;
    }
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
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      form.elements.q.focus();
    } else if (event.key === "Escape" && event.target === form.elements.q) {
      form.reset();
    }
  });
  window.addEventListener("hashchange", reveal);
  window.addEventListener("popstate", function () { recall(); apply(); });
  document.querySelectorAll(".curl").forEach(copyable);
  recall();
  apply();
  reveal();
})();
