"""Colors of the pictures as CSS variables: light, dark and print. Color is never the only sign."""

from __future__ import annotations

# Measured on the box color: text at least 7:1, muted text and lines that matter at least 4.5:1.
LIGHT = {
    "paper": "#ffffff",
    "band": "#f4f6f8",
    "box": "#ffffff",
    "edge": "#8a97a6",
    "ink": "#17212b",
    "muted": "#4b5968",
    "advance": "#5c6b7a",
    "backbone": "#0b5c8a",
    "lateral": "#7a6a2a",
    "entry": "#23745a",
    "intermediate": "#2b6cb0",
    "advanced": "#7a4fb5",
    "expert": "#b03a5b",
    "focus": "#fff4d6",
}
DARK = {
    "paper": "#12181f",
    "band": "#1a222c",
    "box": "#212b37",
    "edge": "#6d7b8b",
    "ink": "#eef3f8",
    "muted": "#b4c0cc",
    "advance": "#93a1b0",
    "backbone": "#6cc0ee",
    "lateral": "#cdb96a",
    "entry": "#5fc49f",
    "intermediate": "#7ab4ee",
    "advanced": "#bd9af0",
    "expert": "#f08ba8",
    "focus": "#3d3520",
}
PRINT = dict.fromkeys(LIGHT, "#000000") | {
    "paper": "#ffffff", "band": "#ffffff", "box": "#ffffff", "focus": "#ffffff", "edge": "#555555",
    "muted": "#222222", "advance": "#444444",
}  # fmt: skip

RULES = """
.cl-ladder text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,
sans-serif;fill:var(--cl-ink)}
.cl-ladder .cl-paper{fill:var(--cl-paper)}
.cl-ladder .cl-band{fill:var(--cl-band)}
.cl-ladder .cl-title{font-size:19px;font-weight:650}
.cl-ladder .cl-sub,.cl-ladder .cl-key{font-size:12px;fill:var(--cl-muted)}
.cl-ladder .cl-level{font-size:13px;font-weight:650;letter-spacing:.02em}
.cl-ladder .cl-count{font-size:12px;fill:var(--cl-muted)}
.cl-ladder .cl-box rect{fill:var(--cl-box);stroke:var(--cl-edge);stroke-width:1}
.cl-ladder .cl-box .cl-bar{stroke:none}
.cl-ladder .cl-group .cl-back{fill:var(--cl-band)}
.cl-ladder .cl-group rect{stroke-dasharray:none}
.cl-ladder .cl-spine rect{stroke:var(--cl-backbone);stroke-width:1.8}
.cl-ladder .cl-spine .cl-bar{stroke:none}
.cl-ladder .cl-center rect{fill:var(--cl-focus);stroke:var(--cl-ink);stroke-width:2.4}
.cl-ladder .cl-center .cl-bar{stroke:none}
.cl-ladder .cl-name{font-size:12px;font-weight:600}
.cl-ladder .cl-reach{fill:transparent;stroke:none}
.cl-ladder .cl-fact{font-size:12px;fill:var(--cl-muted)}
.cl-ladder .cl-needs{font-size:12px;font-style:italic}
.cl-ladder .cl-entry .cl-bar,.cl-ladder .cl-level.cl-entry{fill:var(--cl-entry)}
.cl-ladder .cl-intermediate .cl-bar,
.cl-ladder .cl-level.cl-intermediate{fill:var(--cl-intermediate)}
.cl-ladder .cl-advanced .cl-bar,.cl-ladder .cl-level.cl-advanced{fill:var(--cl-advanced)}
.cl-ladder .cl-expert .cl-bar,.cl-ladder .cl-level.cl-expert{fill:var(--cl-expert)}
.cl-ladder .cl-move{fill:none;stroke:var(--cl-advance);stroke-width:1.2}
.cl-ladder .cl-move.cl-pays-later{stroke-dasharray:9 3}
.cl-ladder .cl-move.cl-backbone{stroke:var(--cl-backbone);stroke-width:2.6}
.cl-ladder .cl-move.cl-lateral{stroke:var(--cl-lateral);stroke-width:1.7;
stroke-dasharray:.1 4.2;stroke-linecap:round}
.cl-ladder .cl-head{fill:var(--cl-advance);stroke:none}
.cl-ladder .cl-head.cl-backbone{fill:var(--cl-backbone)}
.cl-ladder a{text-decoration:none;cursor:pointer}
.cl-ladder a:hover rect,.cl-ladder a:focus rect{stroke:var(--cl-ink);stroke-width:2}
.cl-ladder a:hover .cl-bar,.cl-ladder a:focus .cl-bar{stroke:none}
.cl-ladder a:hover .cl-name,.cl-ladder a:focus .cl-name,
.cl-ladder a .cl-far:hover{text-decoration:underline}
""".strip()


def variables(colors: dict[str, str]) -> str:
    """The colors as declarations of CSS variables."""
    return ";".join(f"--cl-{name}:{value}" for name, value in colors.items())


def stylesheet() -> str:
    """The style of every ladder picture: for a page that shows them inline, or inside a file.

    A page may choose the colors by setting `data-theme` to "light" or "dark" on its root.
    """
    light, dark, paper = variables(LIGHT), variables(DARK), variables(PRINT)
    return (
        f".cl-ladder{{{light}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{.cl-ladder{{{dark}}}}}\n"
        f'[data-theme="light"] .cl-ladder{{{light}}}\n'
        f'[data-theme="dark"] .cl-ladder{{{dark}}}\n'
        f"@media print{{.cl-ladder,[data-theme] .cl-ladder{{{paper}}}}}\n"
        f"{RULES}"
    )
