/* Buttons that copy a text already on the page: <button type="button" data-copies="ID" hidden>. Without script the text is selected by hand. */
"use strict";

document.querySelectorAll("[data-copies]").forEach((button) => {
  const source = document.getElementById(button.dataset.copies);
  if (!source || !navigator.clipboard) return;
  const said = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent);
      button.textContent = "Copiado";
      button.setAttribute("aria-label", `Copiado: ${button.dataset.about}`);
    } catch {
      button.textContent = "No se pudo: selecciónelo";
    }
    window.setTimeout(() => { button.textContent = said; button.setAttribute("aria-label", `${said}: ${button.dataset.about}`); }, 4000);
  });
});
