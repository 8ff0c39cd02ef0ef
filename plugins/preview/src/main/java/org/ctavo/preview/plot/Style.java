package org.ctavo.preview.plot;

import org.ctavo.preview.draw.Colour;
import org.ctavo.preview.draw.ColourMap;
import org.ctavo.preview.draw.Lettering;

/** The colours and letters of all pictures. What is read stands out from what it stands on (WCAG 2.1, AA). */
final class Style {
    static final Colour PAPER = Colour.WHITE;
    static final Colour INK = new Colour(0x17202b);
    static final Colour SOFT_INK = new Colour(0x46515f);
    static final Colour GRID = new Colour(0xe3e7ec);
    static final Colour SERIES = new Colour(0x1b5c9e);
    static final double SERIES_FILL = 0.28;
    static final Colour GAP = new Colour(0xe9ecf0);

    /** What is drawn on the sky is light with a dark rim, or the other way round: it is seen on every colour. */
    static final Colour ON_SKY = Colour.WHITE;

    static final Colour RIM = ColourMap.of(0);

    static final Lettering TITLE = new Lettering(14, 1.9);
    static final Lettering TEXT = new Lettering(9.5, 1.25);
    static final Lettering SMALL = new Lettering(8.5, 1.15);

    private Style() {}
}
