"""Why a site is not published: a code and its facts, worded in Swedish and English."""

from collections.abc import Iterable

from vagvisare.problems import system
from vagvisare.problems.messages import visible

SHOWN = 5
"""How many names are listed; of the others only that there are more."""


class Refused(Exception):  # noqa: N818 (it is no error of the program: the folder is not one to publish to)
    """The site cannot be published like this; `told` says why and what to do instead.

    Nothing was written, unless the code is ``halfway``: then part of the site has been switched.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = {name: _shown(value) for name, value in facts.items()}

    def told(self, language: str) -> str:
        """The reason in ``language`` (``sv`` or ``en``)."""
        return _WORDS[language][self.code].format(**self.facts)


def told(error: OSError, language: str) -> str:
    """Why the system refused to write a site, in ``language``."""
    return f"{system.refused(error, language)} {_AS_BEFORE[language]}"


def _shown(value: object) -> str:
    names = [value] if isinstance(value, str) or not isinstance(value, Iterable) else list(value)
    more = ", …" if len(names) > SHOWN else ""
    return ", ".join(visible(str(name)) for name in names[:SHOWN]) + more


_AS_BEFORE = {"sv": "Webbplatsen är som den var.", "en": "The site is as it was."}
_WORDS = {
    "sv": {
        "sources": "Webbplatsen kan inte skrivas till {site}: där ligger {source}, som den byggs "
        "av. Ange en egen mapp, till exempel site.",
        "no-folder": "Webbplatsen kan inte skrivas till {site}: det är ingen mapp. Ange en annan.",
        "foreign": "Webbplatsen kan inte skrivas till {site}: där finns filer som inget bygge har "
        "skrivit ({names}). Ange en tom mapp. Om mappen ska bli webbplatsens, bygg med "
        "VAGVISARE_ADOPT=1 (mkdocs) eller --adopt (vagvisare pages); filerna blir kvar.",
        "in-the-way": "Webbplatsen kan inte skrivas till {site}: filer som inget bygge har "
        "skrivit ligger i vägen ({names}). Flytta dem och bygg igen.",
        "linked": "Webbplatsen kan inte skrivas till {site}: mappar i den är länkar till andra "
        "ställen ({names}). Ta bort länkarna och bygg igen.",
        "busy": "Ett annat bygge (process {process}) arbetar med {site}. Vänta tills det är "
        "klart, eller avsluta det, och bygg igen.",
        "halfway": "Webbplatsen i {site} kunde bara bytas till en del: {why}. Alla sidor "
        "fungerar, men en del är äldre än andra. Rätta felet och bygg igen.",
        "damaged": "Webbplatsen kan inte skrivas till {site}: förteckningen {name} är skadad, så "
        "ingen vet vilka filer som är webbplatsens. Töm mappen, eller ta bort förteckningen och "
        "bygg igen.",
    },
    "en": {
        "sources": "The site cannot be written to {site}: {source} is there, which it is built "
        "from. Give a folder of its own, such as site.",
        "no-folder": "The site cannot be written to {site}: it is not a folder. Give another one.",
        "foreign": "The site cannot be written to {site}: it holds files that no build has "
        "written ({names}). Give an empty folder. If this folder is to become the site's, build "
        "with VAGVISARE_ADOPT=1 (mkdocs) or --adopt (vagvisare pages); the files stay.",
        "in-the-way": "The site cannot be written to {site}: files that no build has written are "
        "in the way ({names}). Move them and build again.",
        "linked": "The site cannot be written to {site}: folders in it are links to other places "
        "({names}). Remove the links and build again.",
        "busy": "Another build (process {process}) is at work on {site}. Wait until it is done, "
        "or end it, and build again.",
        "halfway": "The site in {site} could be switched only in part: {why}. All pages work, but "
        "some are older than others. Mend that and build again.",
        "damaged": "The site cannot be written to {site}: its list {name} is damaged, so nobody "
        "knows which files are the site's. Empty the folder, or remove the list and build again.",
    },
}
