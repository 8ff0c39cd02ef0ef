package org.ctavo.preview.plot;

import java.util.Optional;

import org.ctavo.archive.dl3.Span;
import org.ctavo.preview.draw.Box;
import org.ctavo.preview.draw.Canvas;
import org.ctavo.preview.draw.Lettering.Anchor;
import org.ctavo.preview.draw.Path;
import org.ctavo.preview.summary.EnergyCounts;

/** Events by energy, both axes logarithmic. */
final class EnergyDiagram {
    /** A count of one must stand above the axis. */
    private static final double FLOOR = StrictMath.log10(0.6);

    private EnergyDiagram() {}

    static void draw(Canvas canvas, Box box, EnergyCounts energies) {
        Frame frame = new Frame(
                box,
                horizontal(energies.range()),
                new Scale.Logarithmic(FLOOR, Math.max(1, StrictMath.log10(Math.max(1, energies.largest())) + 0.2)));
        frame.drawGrid(canvas);
        if (energies.range().isPresent()) {
            bars(canvas, frame, energies, energies.range().get());
        } else {
            Style.TEXT.write(
                    canvas,
                    "no events",
                    (box.left() + box.right()) / 2,
                    (box.top() + box.bottom()) / 2,
                    Anchor.MIDDLE,
                    Style.SOFT_INK);
        }
        frame.drawAxes(canvas, "Energy (TeV)", "Events per 0.1 dex");
    }

    /** A little more than the bins that hold events, and a decade at least. */
    private static Scale horizontal(Optional<Span> range) {
        if (range.isEmpty()) {
            return new Scale.Logarithmic(-2, 2);
        }
        double low = range.get().low() / EnergyCounts.PER_DECADE;
        double high = (range.get().high() + 1) / EnergyCounts.PER_DECADE;
        double more = Math.max(0.1, (1 - (high - low)) / 2);
        return new Scale.Logarithmic(low - more, high + more);
    }

    private static void bars(Canvas canvas, Frame frame, EnergyCounts energies, Span range) {
        Box box = frame.box();
        Canvas inside = canvas.within(box);
        double before = box.bottom();
        for (int bin = (int) range.low(); bin <= range.high() + 1; bin++) {
            double left = Math.rint(frame.right(edge(bin)));
            int count = energies.count(bin);
            double top = count == 0 ? box.bottom() : frame.down(count);
            inside.stroke(Path.line(left, before, left, top), 1.6, Style.SERIES, 1);
            if (count > 0) {
                double right = Math.rint(frame.right(edge(bin + 1)));
                inside.fill(new Box(left, top, right, box.bottom()), Style.SERIES, Style.SERIES_FILL);
                inside.stroke(Path.line(left, top, right, top), 1.6, Style.SERIES, 1);
            }
            before = top;
        }
    }

    private static double edge(int bin) {
        return StrictMath.pow(10, (double) bin / EnergyCounts.PER_DECADE);
    }
}
