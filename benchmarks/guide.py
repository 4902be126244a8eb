"""Cost of the guide beyond the page, and its response time on a processor slowed four times.

``make site && python -m benchmarks.guide`` measures the site in ``site/``, in Chromium; the time is
from the tap on a need to the frame that shows the answer, for random situations and needs.
"""

import gzip
import random
import statistics

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from benchmarks.generate import REPOSITORY
from tests.browser.visits import launch
from tests.site.sites import served

SITE = REPOSITORY / "site"
WHERE = "municipalities/haninge/"
LANGUAGES = ("sv", "ar", "so")
ANSWERS = 20
SLOWER = 4
PHONE = ViewportSize(width=360, height=800)

ANSWER = """async ([situations, need]) => {
  const start = performance.now();
  location.hash = `#situation=${situations.join(',')}&need=${need}`;
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - start;
}"""


def main() -> None:
    """Prints a row for each language."""
    print("| guide | page, kB | scripts, kB | other, kB | min, ms | median, ms | max, ms |")
    print("|---|---|---|---|---|---|---|")
    with served(SITE) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        for language in LANGUAGES:
            print(_row(browser, address, language), flush=True)
        browser.close()


def _row(browser: Browser, address: str, language: str) -> str:
    page = browser.new_page(viewport=PHONE)
    loaded: list[str] = []
    page.on(
        "request",
        lambda request: loaded.append(request.url.removeprefix(address).partition("#")[0]),
    )
    page.goto(f"{address}{language}/{WHERE}")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    times = _answers(page, language)
    scripts = [path for path in loaded if path.endswith(".js")]
    others = [path for path in loaded[1:] if path not in scripts]
    sizes = [_kilobytes([f"{language}/{WHERE}index.html"]), _kilobytes(scripts), _kilobytes(others)]
    page.close()
    figures = [min(times), statistics.median(times), max(times)]
    return (
        f"| {language} | {' | '.join(f'{size:.1f}' for size in sizes)}"
        f" | {' | '.join(f'{time:.0f}' for time in figures)} |"
    )


def _answers(page: Page, language: str) -> list[float]:
    """The milliseconds to each answer."""
    chance = random.Random(language)
    situations = page.locator("[data-situation]").evaluate_all(
        "all => all.map(one => one.dataset.situation)"
    )
    needs = [
        need
        for need in page.locator(".need[data-need]").evaluate_all(
            "all => all.map(one => one.dataset.need)"
        )
        if need
    ]
    chosen = [
        (chance.sample(situations, chance.randint(0, 3)), chance.choice(needs))
        for _ in range(ANSWERS)
    ]
    return [float(page.evaluate(ANSWER, list(one))) for one in chosen]


def _kilobytes(paths: list[str]) -> float:
    return sum(len(gzip.compress((SITE / path).read_bytes(), 9)) for path in paths) / 1000


if __name__ == "__main__":
    main()
