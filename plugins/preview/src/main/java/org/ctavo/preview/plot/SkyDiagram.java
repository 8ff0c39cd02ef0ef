package org.ctavo.preview.plot;

import java.util.ArrayList;
import java.util.List;

import org.ctavo.preview.draw.Box;
import org.ctavo.preview.draw.Canvas;
import org.ctavo.preview.draw.Colour;
import org.ctavo.preview.draw.ColourMap;
import org.ctavo.preview.draw.Lettering.Anchor;
import org.ctavo.preview.draw.Path;
import org.ctavo.preview.summary.SkyCounts;
import org.ctavo.preview.summary.Summary;

/** The counts on the sky, right ascension increasing to the left. */
final class SkyDiagram {
    private final Box box;
    private final SkyCounts sky;
    private final double scale;
    private final double middleX;
    private final double middleY;

    private SkyDiagram(Box box, SkyCounts sky) {
        this.box = box;
        this.sky = sky;
        scale = box.width() / (2 * sky.half());
        middleX = (box.left() + box.right()) / 2;
        middleY = (box.top() + box.bottom()) / 2;
    }

    /** The map alone, without axes. */
    static void drawSmall(Canvas canvas, Box box, Summary summary) {
        SkyDiagram diagram = new SkyDiagram(box, summary.sky());
        diagram.pixels(canvas);
        diagram.view(canvas.within(box), 1.2);
    }

    /** The map with its axes and marks, and a bar of colours to its right. */
    static void draw(Canvas canvas, Box box, Summary summary) {
        SkyDiagram diagram = new SkyDiagram(box, summary.sky());
        diagram.pixels(canvas);
        SkyGrid grid = SkyGrid.of(summary.sky());
        for (SkyGrid.Curve curve : grid.curves()) {
            canvas.within(box).stroke(diagram.path(curve), 1, Style.ON_SKY, 0.22);
        }
        diagram.view(canvas.within(box), 1.8);
        summary.target().ifPresent(place -> diagram.target(canvas.within(box), place));
        diagram.axes(canvas, grid);
        diagram.bar(canvas);
    }

    private double right(double east) {
        return middleX - east * scale;
    }

    private double down(double north) {
        return middleY - north * scale;
    }

    private Path path(SkyGrid.Curve curve) {
        double[] xs = new double[curve.points().size()];
        double[] ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = right(curve.points().get(i)[0]);
            ys[i] = down(curve.points().get(i)[1]);
        }
        return new Path(xs, ys);
    }

    /** Many bins hold one event and few hold many: the square root shows both. */
    private static double shade(double count, int largest) {
        return Math.sqrt(count / Math.max(1, largest));
    }

    private void pixels(Canvas canvas) {
        int largest = sky.largest();
        for (int y = (int) box.top(); y < box.bottom(); y++) {
            int row = bin((middleY - (y + 0.5)) / scale);
            for (int x = (int) box.left(); x < box.right(); x++) {
                int column = bin((middleX - (x + 0.5)) / scale);
                canvas.paint(x, y, ColourMap.of(shade(sky.count(column, row), largest)));
            }
        }
    }

    private int bin(double degrees) {
        int bin = (int) Math.floor(degrees / sky.binSize()) + sky.bins() / 2;
        return Math.max(0, Math.min(sky.bins() - 1, bin));
    }

    private void view(Canvas canvas, double thickness) {
        if (sky.radius().isPresent()) {
            Path circle = Path.circle(middleX, middleY, sky.radius().getAsDouble() * scale);
            canvas.stroke(circle, thickness + 2, Style.RIM, 0.8);
            canvas.stroke(circle, thickness, Style.ON_SKY, 1);
        }
    }

    /** A cross that is open in the middle, so that what it marks is seen. */
    private void target(Canvas canvas, Summary.Place place) {
        List<Path> cross = cross(right(place.x()), down(place.y()), 1);
        canvas.stroke(cross, 4.5, Style.RIM, 0.85);
        canvas.stroke(cross, 2, Style.ON_SKY, 1);
    }

    static List<Path> cross(double x, double y, double size) {
        List<Path> arms = new ArrayList<>();
        for (int sign : new int[] {-1, 1}) {
            arms.add(Path.line(x + sign * 6 * size, y, x + sign * 14 * size, y));
            arms.add(Path.line(x, y + sign * 6 * size, x, y + sign * 14 * size));
        }
        return arms;
    }

    private void axes(Canvas canvas, SkyGrid grid) {
        canvas.stroke(Path.outline(box), 1, Style.INK, 1);
        double written = Double.NEGATIVE_INFINITY;
        for (Tick tick : grid.bottom()) {
            double at = Frame.sharp(right(tick.value()));
            canvas.stroke(Path.line(at, box.bottom(), at, box.bottom() + 5), 1, Style.INK, 1);
            double half = Style.SMALL.width(tick.label()) / 2;
            if (at - half > written + 8) {
                Style.SMALL.write(canvas, tick.label(), at, box.bottom() + 19, Anchor.MIDDLE, Style.INK);
                written = at + half;
            }
        }
        written = Double.POSITIVE_INFINITY;
        for (Tick tick : grid.left()) {
            double at = Frame.sharp(down(tick.value()));
            canvas.stroke(Path.line(box.left() - 5, at, box.left(), at), 1, Style.INK, 1);
            if (at < written - 18) {
                Style.SMALL.write(canvas, tick.label(), box.left() - 9, at + 4, Anchor.END, Style.INK);
                written = at;
            }
        }
        Style.TEXT.write(canvas, "Right ascension (deg)", middleX, box.bottom() + 40, Anchor.MIDDLE, Style.INK);
        Style.TEXT.writeUpwards(canvas, "Declination (deg)", box.left() - 56, middleY, Anchor.MIDDLE, Style.INK);
    }

    private void bar(Canvas canvas) {
        Box bar = new Box(box.right() + 14, box.top(), box.right() + 28, box.bottom());
        int largest = Math.max(1, sky.largest());
        for (int y = (int) bar.top(); y < bar.bottom(); y++) {
            Colour colour = ColourMap.of((bar.bottom() - y - 0.5) / bar.height());
            canvas.fill(new Box(bar.left(), y, bar.right(), Math.min(y + 1, bar.bottom())), colour, 1);
        }
        canvas.stroke(Path.outline(bar), 1, Style.INK, 1);
        double written = Double.POSITIVE_INFINITY;
        for (Tick tick : CountTicks.upTo(largest)) {
            double at = Frame.sharp(bar.bottom() - shade(tick.value(), largest) * (bar.height() - 1) - 1);
            if (at < written - 17) {
                canvas.stroke(Path.line(bar.right(), at, bar.right() + 5, at), 1, Style.INK, 1);
                Style.SMALL.write(canvas, tick.label(), bar.right() + 9, at + 4, Anchor.START, Style.INK);
                written = at;
            }
        }
        String side = Scale.number(sky.binSize(), sky.binSize()) + "\u00b0";
        double width = Style.SMALL.width(Integer.toString(largest));
        Style.TEXT.writeUpwards(
                canvas,
                "Events per " + side + " \u00d7 " + side,
                bar.right() + 27 + width,
                middleY,
                Anchor.MIDDLE,
                Style.INK);
    }
}
