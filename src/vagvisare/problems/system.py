"""The operating system's errors in words, and what to do about them, in Swedish and English."""

import errno

from vagvisare.problems.messages import visible


def refused(error: OSError, language: str) -> str:
    """What ``error`` means, in ``language`` (``sv`` or ``en``), and what to do."""
    words = _REFUSED[language]
    file = visible(str(error.filename)) if error.filename else _THAT[language]
    return words.get(error.errno or 0, words[0]).format(
        file=file, detail=error.strerror or type(error).__name__
    )


_THAT = {"sv": "En fil", "en": "A file"}
_REFUSED = {
    "sv": {
        errno.ENOSPC: "Disken är full. Frigör plats och försök igen.",
        errno.EDQUOT: "Utrymmet är fullt. Frigör plats och försök igen.",
        errno.EROFS: "{file} ligger på en skrivskyddad disk. Välj en annan plats.",
        errno.EACCES: "{file} får du inte läsa eller skriva. Kontrollera rättigheterna.",
        errno.EPERM: "{file} får du inte läsa eller skriva. Kontrollera rättigheterna.",
        errno.ENOENT: "{file} finns inte. Kontrollera namnet, och att mappen finns.",
        errno.EFBIG: (
            "{file} får inte bli så stor som den behöver. Höj gränsen eller välj en annan plats."
        ),
        errno.EMFILE: "För många filer är öppna. Höj gränsen (ulimit -n) och försök igen.",
        errno.EIO: "Disken svarar inte som den ska. Kontrollera den, eller välj en annan plats.",
        errno.ECHILD: (
            "En av byggets processer avslutades ({detail}). Frigör minne och försök igen."
        ),
        0: "{file} går inte att läsa eller skriva ({detail}).",
    },
    "en": {
        errno.ENOSPC: "The disk is full. Make room, and try again.",
        errno.EDQUOT: "The space is used up. Make room, and try again.",
        errno.EROFS: "{file} is on a disk that cannot be written to. Choose another place.",
        errno.EACCES: "You may not read or write {file}. Check the permissions.",
        errno.EPERM: "You may not read or write {file}. Check the permissions.",
        errno.ENOENT: "{file} does not exist. Check the name, and that the folder is there.",
        errno.EFBIG: (
            "{file} may not become as large as it has to. Raise the limit, or choose another place."
        ),
        errno.EMFILE: "Too many files are open. Raise the limit (ulimit -n), and try again.",
        errno.EIO: "The disk does not answer as it should. Check it, or choose another place.",
        errno.ECHILD: (
            "One of the build's processes was ended ({detail}). Free some memory, and try again."
        ),
        0: "{file} cannot be read or written ({detail}).",
    },
}
