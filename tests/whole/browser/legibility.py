"""Whether words on a page can be read: their contrast, as WCAG 2 counts it."""

from __future__ import annotations

from playwright.sync_api import Locator

_CONTRASTS = """element => {
    const channels = css => {
        const [red, green, blue, alpha = 1] = css.match(/[\\d.]+/g).map(Number);
        return {rgb: [red, green, blue], alpha};
    };
    const over = (above, below) =>
        above.rgb.map((value, place) => value * above.alpha + below[place] * (1 - above.alpha));
    const behind = node => {
        const paint = channels(getComputedStyle(node).backgroundColor);
        if (paint.alpha === 1) return paint.rgb;
        return over(paint, node.parentElement ? behind(node.parentElement) : [255, 255, 255]);
    };
    const luminance = rgb => {
        const [red, green, blue] = rgb.map(value => value / 255).map(
            value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = node => {
        const ground = behind(node);
        const ink = over(channels(getComputedStyle(node).color), ground);
        const [dark, light] = [luminance(ground), luminance(ink)].sort((a, b) => a - b);
        return (light + 0.05) / (dark + 0.05);
    };
    const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found = [];
    while (words.nextNode()) {
        const text = words.currentNode.data.trim();
        if (text) found.push([text, contrast(words.currentNode.parentElement)]);
    }
    return found;
}"""


def contrasts(element: Locator) -> list[tuple[str, float]]:
    """Every text in `element`, with its contrast: from 1, not to be seen, to 21, black on white."""
    return [(text, ratio) for text, ratio in element.evaluate(_CONTRASTS)]
