package org.ctavo.preview.draw;

import java.util.Arrays;
import java.util.List;

/**
 * Pixels to draw on, with smooth edges. Coordinates are pixels from the upper left corner; the centre of the first
 * pixel is at 0.5, 0.5. What lies outside is not drawn. For one thread.
 */
public final class Canvas {
    private final int width;
    private final int[] pixels;
    private final Box clip;

    /** A canvas of one colour. */
    public Canvas(int width, int height, Colour background) {
        this(width, new int[Math.multiplyExact(width, height)], new Box(0, 0, width, height));
        Arrays.fill(pixels, background.rgb());
    }

    private Canvas(int width, int[] pixels, Box clip) {
        this.width = width;
        this.pixels = pixels;
        this.clip = clip;
    }

    /** The same pixels, to be drawn on within a box only. */
    public Canvas within(Box box) {
        return new Canvas(width, pixels, clip.within(box));
    }

    /** Width of the whole, in pixels. */
    public int width() {
        return width;
    }

    /** Height of the whole, in pixels. */
    public int height() {
        return pixels.length / width;
    }

    /** A pixel's colour. */
    public Colour at(int x, int y) {
        return new Colour(pixels[y * width + x]);
    }

    /** Paints one pixel. */
    public void paint(int x, int y, Colour colour) {
        if (x + 0.5 > clip.left() && x + 0.5 < clip.right() && y + 0.5 > clip.top() && y + 0.5 < clip.bottom()) {
            pixels[y * width + x] = colour.rgb();
        }
    }

    /**
     * Fills a box.
     *
     * @param opacity 0 to 1
     */
    public void fill(Box box, Colour colour, double opacity) {
        Box part = box.within(clip);
        for (int y = (int) Math.floor(part.top()); y < part.bottom(); y++) {
            double rows = Math.min(part.bottom(), y + 1) - Math.max(part.top(), y);
            for (int x = (int) Math.floor(part.left()); x < part.right(); x++) {
                double columns = Math.min(part.right(), x + 1) - Math.max(part.left(), x);
                blend(x, y, colour, opacity * rows * columns);
            }
        }
    }

    /** Draws a line with round ends. */
    public void stroke(Path path, double thickness, Colour colour, double opacity) {
        stroke(List.of(path), thickness, colour, opacity);
    }

    /** Draws lines as one shape: where they meet they are not drawn twice. */
    public void stroke(List<Path> paths, double thickness, Colour colour, double opacity) {
        double reach = thickness / 2 + 1;
        Box part = clip.within(extent(paths, reach));
        int left = (int) Math.floor(part.left());
        int top = (int) Math.floor(part.top());
        int columns = (int) Math.ceil(part.right()) - left;
        int rows = (int) Math.ceil(part.bottom()) - top;
        if (columns <= 0 || rows <= 0) {
            return;
        }
        Mask mask = new Mask(left, top, columns, rows, thickness / 2);
        for (Path path : paths) {
            mask.add(path);
        }
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                blend(left + x, top + y, colour, opacity * mask.cover[y * columns + x]);
            }
        }
    }

    private static Box extent(List<Path> paths, double reach) {
        double[] box = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (Path path : paths) {
            for (int i = 0; i < path.xs().length; i++) {
                box[0] = Math.min(box[0], path.xs()[i] - reach);
                box[1] = Math.min(box[1], path.ys()[i] - reach);
                box[2] = Math.max(box[2], path.xs()[i] + reach);
                box[3] = Math.max(box[3], path.ys()[i] + reach);
            }
        }
        return box[0] <= box[2] ? new Box(box[0], box[1], box[2], box[3]) : new Box(0, 0, 0, 0);
    }

    private void blend(int x, int y, Colour colour, double part) {
        if (part > 0) {
            int at = y * width + x;
            pixels[at] = new Colour(pixels[at]).mixed(colour, Math.min(1, part)).rgb();
        }
    }

    /** How much of each pixel a pen covers: by the distance of the pixel's centre from the line. */
    private static final class Mask {
        private final int left;
        private final int top;
        private final int columns;
        private final int rows;
        private final double half;
        private final float[] cover;

        Mask(int left, int top, int columns, int rows, double half) {
            this.left = left;
            this.top = top;
            this.columns = columns;
            this.rows = rows;
            this.half = half;
            this.cover = new float[columns * rows];
        }

        void add(Path path) {
            double[] xs = path.xs();
            double[] ys = path.ys();
            for (int i = Math.min(1, xs.length - 1); i < xs.length; i++) {
                int from = Math.max(0, i - 1);
                segment(xs[from] - left, ys[from] - top, xs[i] - left, ys[i] - top);
            }
        }

        private void segment(double x1, double y1, double x2, double y2) {
            double dx = x2 - x1;
            double dy = y2 - y1;
            double square = dx * dx + dy * dy;
            double reach = half + 1;
            int bottom = (int) Math.min(rows, Math.ceil(Math.max(y1, y2) + reach));
            int right = (int) Math.min(columns, Math.ceil(Math.max(x1, x2) + reach));
            for (int y = (int) Math.max(0, Math.floor(Math.min(y1, y2) - reach)); y < bottom; y++) {
                for (int x = (int) Math.max(0, Math.floor(Math.min(x1, x2) - reach)); x < right; x++) {
                    double px = x + 0.5 - x1;
                    double py = y + 0.5 - y1;
                    double along = square == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / square));
                    double ox = px - along * dx;
                    double oy = py - along * dy;
                    double inside = half + 0.5 - Math.sqrt(ox * ox + oy * oy);
                    // A pen thinner than a pixel covers none wholly.
                    float covered = (float) Math.max(0, Math.min(Math.min(1, 2 * half), inside));
                    int at = y * columns + x;
                    cover[at] = Math.max(cover[at], covered);
                }
            }
        }
    }
}
