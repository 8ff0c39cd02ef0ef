package org.ctavo.preview.draw;

/**
 * Straight lines from point to point, in pixels.
 *
 * @param xs coordinates to the right
 * @param ys coordinates downwards, as many
 */
@SuppressWarnings("ArrayRecordComponent")
public record Path(double[] xs, double[] ys) {

    /** Copies the points. */
    public Path {
        if (xs.length != ys.length || xs.length == 0) {
            throw new IllegalArgumentException("Not a path: " + xs.length + " and " + ys.length + " coordinates");
        }
        xs = xs.clone();
        ys = ys.clone();
    }

    /** A line from one point to another. */
    public static Path line(double x1, double y1, double x2, double y2) {
        return new Path(new double[] {x1, x2}, new double[] {y1, y2});
    }

    /** The outline of a box, along the middles of its outermost pixels, so that a thin line is sharp. */
    public static Path outline(Box box) {
        return new Path(
                new double[] {box.left() + 0.5, box.right() - 0.5, box.right() - 0.5, box.left() + 0.5, box.left() + 0.5
                },
                new double[] {box.top() + 0.5, box.top() + 0.5, box.bottom() - 0.5, box.bottom() - 0.5, box.top() + 0.5
                });
    }

    /** A circle. */
    public static Path circle(double x, double y, double radius) {
        int corners = (int) Math.max(24, Math.min(720, radius * 2));
        double[] xs = new double[corners + 1];
        double[] ys = new double[corners + 1];
        for (int i = 0; i <= corners; i++) {
            double angle = 2 * StrictMath.PI * (i % corners) / corners;
            xs[i] = x + radius * StrictMath.cos(angle);
            ys[i] = y + radius * StrictMath.sin(angle);
        }
        return new Path(xs, ys);
    }
}
