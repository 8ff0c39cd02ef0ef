package org.ctavo.preview.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.ctavo.archive.dl3.Span;
import org.ctavo.preview.draw.Box;
import org.ctavo.preview.draw.Canvas;
import org.ctavo.preview.draw.Lettering;
import org.ctavo.preview.draw.Path;
import org.ctavo.preview.summary.RateCurve;
import org.ctavo.preview.summary.Steps;

/** Events per second of good time, against time. What is no good time is grey and holds no curve. */
final class RateDiagram {
    /** Bins with less good time than this part of the fullest one are too uncertain to set the height of the axis. */
    private static final double FULL_ENOUGH = 0.25;

    private static final double NARROWEST_ERROR = 4;

    /** More good times than this may be narrower than a pixel each. */
    private static final int MANY = 40;

    private final RateCurve rate;
    private final Unit unit;
    private final Frame frame;

    private record Unit(String symbol, double seconds) {
        static Unit of(double length) {
            if (length < 300) {
                return new Unit("s", 1);
            }
            return length < 5 * 3600 ? new Unit("min", 60) : new Unit("h", 3600);
        }
    }

    private RateDiagram(Box box, RateCurve rate) {
        this.rate = rate;
        unit = Unit.of(rate.length());
        double most = rate.length() / unit.seconds();
        double step = Steps.timeAtLeast(rate.length() / 8) / unit.seconds();
        frame = new Frame(box, new Scale.Linear(0, most, step), Scale.Linear.of(0, highest(rate) * 1.08, 5));
    }

    static void draw(Canvas canvas, Box box, RateCurve rate) {
        RateDiagram diagram = new RateDiagram(box, rate);
        diagram.frame.drawGrid(canvas);
        diagram.gaps(canvas.within(box));
        diagram.curve(canvas.within(box));
        diagram.frame.drawAxes(
                canvas,
                "Time since start (" + diagram.unit.symbol() + ")",
                "Rate (events s" + Lettering.RAISE + "\u22121" + Lettering.LOWER + ")");
    }

    private static double highest(RateCurve rate) {
        double fullest = 0;
        for (int bin = 0; bin < rate.bins(); bin++) {
            fullest = Math.max(fullest, rate.exposure(bin));
        }
        double highest = 0;
        for (int bin = 0; bin < rate.bins(); bin++) {
            if (rate.exposure(bin) >= FULL_ENOUGH * fullest && rate.exposure(bin) > 0) {
                highest = Math.max(highest, (rate.count(bin) + Math.sqrt(rate.count(bin))) / rate.exposure(bin));
            }
        }
        return highest > 0 ? highest : 1;
    }

    private double right(double seconds) {
        return frame.right(seconds / unit.seconds());
    }

    /** Edges on whole pixels leave no seams between neighbours. */
    private double fillEdge(double seconds) {
        return rate.good().size() > MANY ? right(seconds) : Math.rint(right(seconds));
    }

    private void gaps(Canvas canvas) {
        Box box = frame.box();
        double end = 0;
        for (Span good : rate.good()) {
            canvas.fill(new Box(right(end), box.top(), right(good.low()), box.bottom()), Style.GAP, 1);
            end = good.high();
        }
    }

    private void curve(Canvas canvas) {
        List<Path> lines = new ArrayList<>();
        double[] firsts = new double[rate.bins()];
        double[] lasts = new double[rate.bins()];
        Arrays.fill(firsts, Double.POSITIVE_INFINITY);
        for (Span good : rate.good()) {
            for (int bin = rate.bin(good.low()); bin <= rate.bin(good.high()); bin++) {
                double from = Math.max(good.low(), rate.edge(bin));
                double to = Math.min(good.high(), rate.edge(bin + 1));
                if (to > from) {
                    lines.add(step(canvas, from, to, bin));
                    firsts[bin] = Math.min(firsts[bin], from);
                    lasts[bin] = to;
                }
            }
        }
        if (right(rate.width()) - right(0) >= NARROWEST_ERROR) {
            canvas.stroke(errors(firsts, lasts), 1.2, Style.SERIES, 1);
        }
        canvas.stroke(lines, 1.8, Style.SERIES, 1);
    }

    private Path step(Canvas canvas, double from, double to, int bin) {
        double top = frame.down(rate.count(bin) / rate.exposure(bin));
        double bottom = frame.box().bottom();
        canvas.fill(
                new Box(fillEdge(from), Math.min(top, bottom), fillEdge(to), bottom), Style.SERIES, Style.SERIES_FILL);
        return Path.line(right(from), top, right(to), top);
    }

    /** Square roots of the counts, each in the middle of its bin's good time. */
    private List<Path> errors(double[] firsts, double[] lasts) {
        List<Path> errors = new ArrayList<>();
        for (int bin = 0; bin < rate.bins(); bin++) {
            if (rate.count(bin) > 0 && rate.exposure(bin) > 0) {
                double at = (right(firsts[bin]) + right(lasts[bin])) / 2;
                double error = Math.sqrt(rate.count(bin));
                errors.add(Path.line(
                        at,
                        frame.down((rate.count(bin) + error) / rate.exposure(bin)),
                        at,
                        frame.down((rate.count(bin) - error) / rate.exposure(bin))));
            }
        }
        return errors;
    }
}
