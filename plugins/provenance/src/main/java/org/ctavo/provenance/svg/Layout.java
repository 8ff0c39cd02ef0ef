package org.ctavo.provenance.svg;

import java.util.ArrayList;
import java.util.List;

/** Where everything is drawn: layers side by side, cells of a layer one below the other. In pixels. */
final class Layout {
    private static final int MARGIN = 20;
    private static final int BETWEEN_LAYERS = 110;
    private static final int BETWEEN_CELLS = 22;
    private static final int ROUNDS = 24;

    private final Layers layers;
    private final double[] left;
    private final double[] width;
    private final double height;

    /** A point of an arrow. */
    record Point(double x, double y) {}

    Layout(Layers layers) {
        this.layers = layers;
        int count = layers.layers().size();
        left = new double[count];
        width = new double[count];
        double x = MARGIN;
        for (int i = 0; i < count; i++) {
            left[i] = x;
            width[i] = layers.layers().get(i).stream()
                    .mapToInt(c -> c.box == null ? 0 : c.box.width())
                    .max()
                    .orElse(0);
            x += width[i] + BETWEEN_LAYERS;
        }
        layers.layers().forEach(layer -> place(layer, i -> 0.0));
        for (int round = 0; round < ROUNDS; round++) {
            int turn = round;
            for (int i = 0; i < count; i++) {
                List<Layers.Cell> layer = layers.layers().get(round % 2 == 0 ? i : count - 1 - i);
                place(layer, n -> wanted(layer.get(n), turn % 2 == 0));
            }
        }
        height = settle();
    }

    double width() {
        int last = left.length - 1;
        return last < 0 ? 2 * MARGIN : left[last] + width[last] + MARGIN;
    }

    double height() {
        return height;
    }

    /** The left end of a box; boxes stand in the middle of their layer. */
    double x(Layers.Cell cell) {
        double own = cell.box == null ? 0 : cell.box.width();
        return left[cell.layer] + (width[cell.layer] - own) / 2;
    }

    /** The points an arrow passes, from the left side of its subject to the right side of its object. */
    List<Point> points(List<Layers.Cell> way) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < way.size(); i++) {
            Layers.Cell cell = way.get(i);
            if (i > 0) {
                double right = cell.box == null ? left[cell.layer] + width[cell.layer] : x(cell) + cell.box.width();
                points.add(new Point(right, cell.y));
            }
            if (i < way.size() - 1) {
                points.add(new Point(cell.box == null ? left[cell.layer] : x(cell), cell.y));
            }
        }
        return points;
    }

    /** Where a cell's neighbours pull it: to the middle of those it is drawn after. */
    private static double wanted(Layers.Cell cell, boolean byLower) {
        List<Layers.Cell> beside = byLower ? cell.lower : cell.higher;
        if (beside.isEmpty()) {
            beside = byLower ? cell.higher : cell.lower;
        }
        double[] ys = beside.stream().mapToDouble(c -> c.y).sorted().toArray();
        return ys.length == 0 ? cell.y : (ys[(ys.length - 1) / 2] + ys[ys.length / 2]) / 2;
    }

    private interface Wish {
        double of(int index);
    }

    /**
     * Puts the cells of a layer as near to their wishes as their order and heights allow: neighbours that would
     * overlap join into a block that stands where its members wish on average.
     */
    private static void place(List<Layers.Cell> layer, Wish wish) {
        List<double[]> blocks = new ArrayList<>();
        double offset = 0;
        for (int i = 0; i < layer.size(); i++) {
            offset += i == 0 ? 0 : distance(layer.get(i - 1), layer.get(i));
            // Sum of wishes for the first cell's place, number of cells.
            double[] block = {wish.of(i) - offset, 1};
            while (!blocks.isEmpty() && mean(blocks.get(blocks.size() - 1)) >= mean(block)) {
                double[] before = blocks.remove(blocks.size() - 1);
                block = new double[] {before[0] + block[0], before[1] + block[1]};
            }
            blocks.add(block);
        }
        int i = 0;
        offset = 0;
        for (double[] block : blocks) {
            for (int n = 0; n < block[1]; n++, i++) {
                offset += i == 0 ? 0 : distance(layer.get(i - 1), layer.get(i));
                layer.get(i).y = mean(block) + offset;
            }
        }
    }

    private static double mean(double[] block) {
        return block[0] / block[1];
    }

    private static double distance(Layers.Cell above, Layers.Cell below) {
        return (above.height() + below.height()) / 2.0 + BETWEEN_CELLS;
    }

    /** Moves everything below the upper margin; gives the whole height. */
    private double settle() {
        double top = Double.MAX_VALUE;
        double bottom = 0;
        for (List<Layers.Cell> layer : layers.layers()) {
            for (Layers.Cell cell : layer) {
                top = Math.min(top, cell.y - cell.height() / 2.0);
            }
        }
        for (List<Layers.Cell> layer : layers.layers()) {
            for (Layers.Cell cell : layer) {
                cell.y += MARGIN - top;
                bottom = Math.max(bottom, cell.y + cell.height() / 2.0);
            }
        }
        return bottom + MARGIN;
    }
}
