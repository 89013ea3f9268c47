/* Small helps over pages that already work without them. Nothing personal is kept in the browser. */
"use strict";

const each = (selector, act, within = document) => within.querySelectorAll(selector).forEach(act);

/* "/" goes to the search box, as it says beside it. */
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const box = document.querySelector(".search [type=search]");
    if (box && box.offsetParent) { event.preventDefault(); box.focus(); }
  }
  if (event.key === "Escape") {
    each("details.menu[open]", (menu) => { menu.open = false; menu.querySelector("summary").focus(); });
  }
});

/* A menu closes when the person goes elsewhere. */
for (const kind of ["click", "focusin"]) {
  document.addEventListener(kind, (event) => each("details.menu[open]", (menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  }));
}

/* «todas presentes»: <button type="button" data-mark-all="present" data-scope="#integrantes" hidden> */
function readyMarkAll(button) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const scope = document.querySelector(button.dataset.scope);
    each("input[type=radio], input[type=checkbox]", (input) => {
      if (input.value === button.dataset.markAll && !input.disabled) input.checked = true;
    }, scope);
    scope.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

/* Repeated rows: <div class="rows" data-rows="PREFIX"> … <template>…__prefix__…</template></div> and a button [data-add-row="PREFIX"]. */
function readyAddRow(button) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    const prefix = button.dataset.addRow;
    const rows = document.querySelector(`[data-rows="${prefix}"]`);
    const total = document.querySelector(`[name="${prefix}-TOTAL_FORMS"]`);
    const holder = document.createElement("template");
    holder.innerHTML = rows.querySelector("template").innerHTML.replaceAll("__prefix__", total.value);
    total.value = Number(total.value) + 1;
    const row = holder.content.firstElementChild;
    rows.append(row);
    row.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  });
}

/* <form data-autosave="/ruta/"> sends what is written, without files, two seconds after the last change.
   The answer is JSON {"message": "Borrador guardado a las 18:42."} and is said in [data-autosave-status]. */
function readyAutosave(form) {
  const status = form.querySelector("[data-autosave-status]");
  let waiting;
  const save = async () => {
    const data = new FormData(form);
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body: data, headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.status);
      status.textContent = (await answer.json()).message;
    } catch {
      status.textContent = "El borrador no se pudo guardar. Lo escrito sigue en esta página: revise su conexión.";
    }
  };
  const later = () => { clearTimeout(waiting); waiting = setTimeout(save, 2000); };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", () => clearTimeout(waiting));
}

/* A second press while the first is on its way sends nothing; after some seconds, or on coming back, it may be sent again. */
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "1";
  setTimeout(() => delete form.dataset.sent, 5000);
});
window.addEventListener("pageshow", () => each("form[data-sent]", (form) => delete form.dataset.sent));

/* A dialog opened by <button data-open="ID">; without script its own page or <details> does the same. */
function readyOpener(button) {
  button.hidden = false;
  button.addEventListener("click", () => document.getElementById(button.dataset.open).showModal());
}

/* Call it again with the new part of a page that arrived later. */
function ready(part) {
  each("[data-mark-all]", readyMarkAll, part);
  each("[data-add-row]", readyAddRow, part);
  each("form[data-autosave]", readyAutosave, part);
  each("[data-open]", readyOpener, part);
  each("[data-print]", (button) => { button.hidden = false; button.addEventListener("click", () => window.print()); }, part);
}

ready(document);
document.addEventListener("htmx:load", (event) => { if (event.target !== document.body) ready(event.target); });
