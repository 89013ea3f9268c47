/* Counts a text while it is written, as the agency counts it (cases/funding/form/counting.py counts the same way).
   <textarea data-count="ID OF THE SENTENCE" data-counting="characters|visible|words" data-limit="500"> */
"use strict";

const plain = (text) => text.replace(/\r\n?/g, "\n").normalize("NFC");
const dotted = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ".");
const units = {
  characters: ["caracteres, con espacios", "carácter", "caracteres"],
  visible: ["caracteres, sin espacios", "carácter", "caracteres"],
  words: ["palabras", "palabra", "palabras"],
};

function used(text, counting) {
  const said = plain(text);
  if (counting === "words") return said.split(/\s+/).filter(Boolean).length;
  const letters = [...said];
  return counting === "visible" ? letters.filter((letter) => !/\s/.test(letter)).length : letters.length;
}

function sentence(number, limit, [unit, one, many]) {
  if (!limit) return `${dotted(number)} ${unit}`;
  const over = number - limit;
  const said = `${dotted(number)} de ${dotted(limit)} ${unit}`;
  if (over <= 0) return said;
  return over === 1 ? `${said}. Sobra 1 ${one}.` : `${said}. Sobran ${dotted(over)} ${many}.`;
}

for (const box of document.querySelectorAll("textarea[data-count]")) {
  const told = document.getElementById(box.dataset.count);
  const limit = Number(box.dataset.limit || 0);
  let waiting;
  const tell = () => {
    const number = used(box.value, box.dataset.counting);
    told.textContent = sentence(number, limit, units[box.dataset.counting]);
    told.classList.toggle("bad", Boolean(limit) && number > limit);
    told.classList.toggle("soft", !limit || number <= limit);
  };
  box.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(tell, 400); });
}
