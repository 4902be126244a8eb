// Links to the page in other languages take along what the address says: choices and place.

const languages = document.getElementById("languages");

function carry() {
  for (const link of languages?.querySelectorAll("a") ?? []) link.hash = location.hash;
}

// When the menu opens, so that a link that is copied has it too; a click where menus do not open.
for (const event of ["beforetoggle", "click"]) languages?.addEventListener(event, carry);
