package org.ctavo.preview.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A character as strokes of a pen; baseline 0, y upwards, capitals 10 high.
 *
 * @param width of what is drawn
 * @param strokes with curves resolved into lines
 */
record Glyph(double width, List<Path> strokes) {
    private static final int PIECES = 6;

    Glyph {
        strokes = List.copyOf(strokes);
    }

    /** Reads width and strokes as the table of glyphs has them. */
    static Glyph parse(String text) {
        String[] words = text.strip().split(" +", 2);
        List<Path> strokes = new ArrayList<>();
        if (words.length > 1) {
            for (String stroke : words[1].split(" / ", -1)) {
                strokes.add(stroke(stroke.strip().split(" +", -1)));
            }
        }
        return new Glyph(Double.parseDouble(words[0]), strokes);
    }

    private static Path stroke(String[] points) {
        List<double[]> line = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            if (points[i].startsWith("~")) {
                double[] from = line.get(line.size() - 1);
                double[] control = point(points[i].substring(1));
                double[] to = point(points[i + 1]);
                for (int piece = 1; piece < PIECES; piece++) {
                    line.add(curve(from, control, to, (double) piece / PIECES));
                }
            } else {
                line.add(point(points[i]));
            }
        }
        return new Path(
                line.stream().mapToDouble(point -> point[0]).toArray(),
                line.stream().mapToDouble(point -> point[1]).toArray());
    }

    /** A little rounder than the parabola its control point makes: the corner is drawn in by a tenth. */
    private static double[] curve(double[] from, double[] control, double[] to, double t) {
        double[] point = new double[2];
        for (int i = 0; i < 2; i++) {
            double middle = (from[i] + to[i]) / 2;
            double corner = control[i] - 0.1 * (control[i] - middle);
            double u = 1 - t;
            point[i] = u * u * from[i] + 2 * u * t * corner + t * t * to[i];
        }
        return point;
    }

    private static double[] point(String text) {
        return Arrays.stream(text.split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
