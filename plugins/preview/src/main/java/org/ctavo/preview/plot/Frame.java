package org.ctavo.preview.plot;

import org.ctavo.preview.draw.Box;
import org.ctavo.preview.draw.Canvas;
import org.ctavo.preview.draw.Lettering.Anchor;
import org.ctavo.preview.draw.Path;

/**
 * The axes of a diagram.
 *
 * @param box where the diagram is
 * @param x the axis to the right
 * @param y the axis upwards
 */
record Frame(Box box, Scale x, Scale y) {
    private static final double TICK = 5;
    private static final double SMALL_TICK = 3;
    private static final double LABEL_GAP = 8;

    /** A number's place to the right, in pixels. */
    double right(double value) {
        return box.left() + x.part(value) * box.width();
    }

    /** A number's place downwards, in pixels. */
    double down(double value) {
        return box.bottom() - y.part(value) * box.height();
    }

    /** The middle of the pixel: there a thin line is sharp. */
    static double sharp(double at) {
        return Math.floor(at) + 0.5;
    }

    /** Lines at the named marks, to be drawn before the data. */
    void drawGrid(Canvas canvas) {
        for (Tick tick : x.ticks()) {
            if (!tick.label().isEmpty()) {
                double at = sharp(right(tick.value()));
                canvas.stroke(Path.line(at, box.top(), at, box.bottom()), 1, Style.GRID, 1);
            }
        }
        for (Tick tick : y.ticks()) {
            if (!tick.label().isEmpty()) {
                double at = sharp(down(tick.value()));
                canvas.stroke(Path.line(box.left(), at, box.right(), at), 1, Style.GRID, 1);
            }
        }
    }

    /** Outline, marks, numbers and names, to be drawn after the data. */
    void drawAxes(Canvas canvas, String nameX, String nameY) {
        canvas.stroke(Path.outline(box), 1, Style.INK, 1);
        double written = Double.NEGATIVE_INFINITY;
        for (Tick tick : x.ticks()) {
            double at = sharp(right(tick.value()));
            double length = tick.label().isEmpty() ? SMALL_TICK : TICK;
            canvas.stroke(Path.line(at, box.bottom(), at, box.bottom() + length), 1, Style.INK, 1);
            double half = Style.SMALL.width(tick.label()) / 2;
            if (!tick.label().isEmpty() && at - half > written + LABEL_GAP) {
                Style.SMALL.write(canvas, tick.label(), at, box.bottom() + 19, Anchor.MIDDLE, Style.INK);
                written = at + half;
            }
        }
        for (Tick tick : y.ticks()) {
            double at = sharp(down(tick.value()));
            double length = tick.label().isEmpty() ? SMALL_TICK : TICK;
            canvas.stroke(Path.line(box.left() - length, at, box.left(), at), 1, Style.INK, 1);
            Style.SMALL.write(canvas, tick.label(), box.left() - 9, at + 4, Anchor.END, Style.INK);
        }
        Style.TEXT.write(canvas, nameX, (box.left() + box.right()) / 2, box.bottom() + 40, Anchor.MIDDLE, Style.INK);
        Style.TEXT.writeUpwards(
                canvas, nameY, box.left() - 46, (box.top() + box.bottom()) / 2, Anchor.MIDDLE, Style.INK);
    }
}
