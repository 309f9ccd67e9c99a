"""READ: what a drawing may consist of. Whatever is not named here is not published.

Of SVG only what stands still and stays at home: shapes, text, colours, gradients, filters, and
references within the drawing itself. The same holds for CSS.
"""

from __future__ import annotations

import re

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


ELEMENTS = _names(
    """svg g defs symbol use switch title desc style
    path rect circle ellipse line polyline polygon text tspan textPath image
    linearGradient radialGradient stop pattern clipPath mask marker filter
    feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
    feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
    feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting
    feSpotLight feTile feTurbulence"""
)

# What programs for drawing leave for themselves. It is left out with all that stands in it.
LEFT_OUT = frozenset({"metadata"})
EDITORS = re.compile(
    r"http://(?:www\.inkscape\.org/|sodipodi\.|inkscape\.sourceforge\.net/|ns\.adobe\.com/"
    r"|www\.bohemiancoding\.com/|www\.serif\.com/|www\.figma\.com/|vectornator\.io"
    r"|www\.w3\.org/1999/02/22-rdf|creativecommons\.org/|web\.resource\.org/cc/|purl\.org/)"
)

ATTRIBUTES = _names(
    """id class style lang role width height viewBox preserveAspectRatio version
    x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy d points pathLength transform rotate
    textLength lengthAdjust startOffset method spacing systemLanguage
    offset gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits
    patternTransform clipPathUnits maskUnits maskContentUnits mask-type
    markerUnits markerWidth markerHeight orient refX refY
    filterUnits primitiveUnits in in2 result mode type values tableValues slope intercept
    amplitude exponent operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY
    edgeMode preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent
    kernelUnitLength limitingConeAngle pointsAtX pointsAtY pointsAtZ azimuth elevation z
    scale xChannelSelector yChannelSelector stdDeviation radius baseFrequency numOctaves seed
    stitchTiles
    fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap
    stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset paint-order
    opacity color display visibility overflow clip clip-path clip-rule mask filter
    marker marker-start marker-mid marker-end stop-color stop-opacity flood-color flood-opacity
    lighting-color color-interpolation color-interpolation-filters color-rendering
    shape-rendering text-rendering image-rendering vector-effect mix-blend-mode isolation
    font font-family font-size font-size-adjust font-stretch font-style font-variant font-weight
    letter-spacing word-spacing text-anchor text-decoration dominant-baseline baseline-shift
    alignment-baseline direction unicode-bidi writing-mode"""
)

# Their values are names and words, no style: «Lag(2)» asks for nothing.
WORDS = frozenset({"id", "class", "lang", "role", "systemLanguage"})

ACTIVE = {
    "script": "et script",
    "handler": "et script",
    "listener": "et script",
    "animate": "en animation",
    "animatecolor": "en animation",
    "animatemotion": "en animation",
    "animatetransform": "en animation",
    "set": "en animation",
    "discard": "en animation",
    "foreignobject": "fremmed indhold",
    "iframe": "fremmed indhold",
    "embed": "fremmed indhold",
    "object": "fremmed indhold",
    "audio": "lyd eller film",
    "video": "lyd eller film",
    "a": "et link",
    "feimage": "en henvisning til et andet sted",
}

ELSEWHERE = "en henvisning til et andet sted"
_FUNCTIONS = _names(
    """rgb rgba hsl hsla hwb lab lch oklab oklch color calc min max clamp var
    matrix translate translatex translatey scale scalex scaley rotate skewx skewy
    blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
    circle ellipse inset polygon path not is where nth-child nth-of-type media"""
)
_LOADING = frozenset({"src", "image", "image-set", "-webkit-image-set", "cross-fade"})
_CALL = re.compile(r"""([^\s(),;:{}'"/*!]*)\(""")
_HERE = re.compile(r"""url\(\s*(['"]?)#[^'"()\\\s]*\1\s*\)""", re.IGNORECASE)
_AT_RULE = re.compile(r"@\s*([\w-]*)")


def fault_of_style(css: str) -> str | None:
    """What in a style, or in a value that browsers read as one, asks for something elsewhere.

    Names of functions and rules may be written in codes («u\\72l»), which no drawing program does:
    a backslash is refused.
    """
    if "\\" in css:
        return "en stil skrevet i koder"
    if any(rule[1].lower() != "media" for rule in _AT_RULE.finditer(css)):
        return ELSEWHERE
    for call in _CALL.finditer(css):
        name = call[1].lower()
        if name == "url":
            if not _HERE.match(css, call.start()):
                return ELSEWHERE
        elif name and name not in _FUNCTIONS:
            return ELSEWHERE if name in _LOADING else f"«{call[1][:20]}(…)»"
    return None
