"""Draws how well predicted chances of moves hold: observed against predicted."""

from __future__ import annotations

import numpy as np


def calibration_svg(bins: list[tuple[int, float, float]]) -> str:
    """The calibration as a picture: predicted across, observed upward, both logarithmic."""

    def place(value: float) -> float:
        return float(np.log10(max(value, 1e-6)) + 6) / 6 * 300

    parts = []
    for power in range(-6, 1):
        at = place(10.0**power)
        for line in (f"M{60 + at:.0f} 20v300", f"M60 {320 - at:.0f}h300"):
            parts.append(f'<path d="{line}" stroke="currentColor" stroke-opacity=".15"/>')
        parts.append(f'<text x="{60 + at:.0f}" y="338" text-anchor="middle">1e{power}</text>')
        parts.append(f'<text x="54" y="{324 - at:.0f}" text-anchor="end">1e{power}</text>')
    parts.append('<path d="M60 320L360 20" stroke="currentColor" stroke-dasharray="4 4"/>')
    for pairs, predicted, observed in bins:
        x, y = 60 + place(predicted), 320 - place(observed)
        title = f"{pairs:,} pairs: predicted {predicted:.2g}, observed {observed:.2g}"
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="currentColor"><title>{title}'
            "</title></circle>"
        )
    body = "\n".join(parts)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 380 376" role="img" '
        'aria-labelledby="t d" color="#1f3b57" font-family="sans-serif" font-size="11" '
        'fill="currentColor">\n<title id="t">Calibration of the likelihood of a move</title>\n'
        '<desc id="d">Mean observed against mean predicted probability on held-out origins, by '
        "bins of the predicted one; on the dashed line both are equal.</desc>\n"
        '<rect width="380" height="376" fill="#ffffff"/>\n'
        f"{body}\n"
        '<text x="210" y="362" text-anchor="middle">predicted probability of the move</text>\n'
        '<text transform="translate(16 170) rotate(-90)" text-anchor="middle">observed</text>\n'
        "</svg>\n"
    )
