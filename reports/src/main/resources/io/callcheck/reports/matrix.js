"use strict";
(function () {
  const form = document.getElementById("filter");
  const found = document.getElementById("found");
  const groups = Array.from(document.querySelectorAll(".matrix tbody"));
  const rows = Array.from(document.querySelectorAll(".matrix .row"), function (node) {
    return { node: node, same: node.dataset.same === "1", text: node.textContent.toLowerCase() };
  });

  function apply() {
    const words = form.elements.q.value.toLowerCase().split(/\s+/).filter(Boolean);
    const unlike = form.elements.unlike.checked;
    let shown = 0;
    rows.forEach(function (row) {
      const fit = !(unlike && row.same) && words.every(function (word) { return row.text.includes(word); });
      row.node.hidden = !fit;
      if (fit) shown++;
    });
    groups.forEach(function (group) { group.hidden = group.querySelector(".row:not([hidden])") === null; });
    found.textContent = unlike || words.length ? shown + " of " + rows.length + " clauses" : "";
  }

  function remember() {
    const query = new URLSearchParams();
    if (form.elements.q.value) query.set("q", form.elements.q.value);
    if (form.elements.unlike.checked) query.set("unlike", "1");
    const text = query.toString();
    try {
      history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
    } catch (e) {
      // Some browsers forbid it for files: the filter works, only its address does not.
    }
  }

  const query = new URLSearchParams(location.search);
  form.elements.q.value = query.get("q") || "";
  form.elements.unlike.checked = query.get("unlike") === "1";
  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("input", function () { apply(); remember(); });
  document.addEventListener("keydown", function (event) {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      form.elements.q.focus();
    }
  });
  apply();
})();
