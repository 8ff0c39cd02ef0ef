package org.ctavo.schema.writing;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.ctavo.schema.model.Model;
import org.ctavo.schema.model.Property;
import org.ctavo.schema.model.Type.ObjectType;
import org.ctavo.schema.writing.Layout.Box;
import org.ctavo.spi.XmlEscapes;

/** Draws the classes of a model as an SVG. */
final class Diagram {
    private static final int LINE = 16;

    private final Model model;
    private final Map<ObjectType, Box> boxes;
    private final StringBuilder svg = new StringBuilder();

    private Diagram(Model model) {
        this.model = model;
        this.boxes = new Layout(model).boxes();
    }

    /** An {@code svg} element to stand in a page. */
    static String svg(Model model) {
        return new Diagram(model).draw();
    }

    private String draw() {
        int width = boxes.values().stream()
                        .mapToInt(box -> box.x() + box.width())
                        .max()
                        .orElse(0)
                + 20;
        int height = boxes.values().stream()
                        .mapToInt(box -> box.y() + box.height())
                        .max()
                        .orElse(0)
                + 20;
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"Class diagram\" width=\"%d\""
                        + " height=\"%d\" viewBox=\"0 0 %d %d\">%n",
                width,
                height,
                width,
                height));
        boxes.forEach(this::edges);
        boxes.forEach(this::box);
        return svg.append("</svg>\n").toString().replace("\r\n", "\n");
    }

    private void edges(ObjectType type, Box box) {
        type.superType()
                .map(id -> boxes.get((ObjectType) model.type(id)))
                .ifPresent(target -> edge(box, target, "edge", "", "triangle"));
        for (Property property : type.properties()) {
            if (property.kind() == Property.Kind.ATTRIBUTE) {
                continue;
            }
            Box target = boxes.get((ObjectType) model.type(property.type()));
            String label = property.name() + " " + property.multiplicity();
            if (property.kind() == Property.Kind.COMPOSITION) {
                edge(target, box, "edge", label, "diamond");
            } else {
                edge(box, target, "edge reference", label, "arrow");
            }
        }
    }

    /** A curve from box to box, with its mark at the second. */
    private void edge(Box from, Box to, String style, String label, String mark) {
        int x1 = port(from, to);
        int x2 = port(to, from);
        if (from.equals(to)) {
            int right = from.x() + from.width();
            path(style, "M%d %d c 30 0 30 30 0 30", right, from.y() + 6);
            text("role", right + 26, from.y() + 24, label);
            mark(mark, right, from.y() + 36, 0);
            return;
        }
        boolean down = from.y() < to.y();
        boolean level = from.y() == to.y();
        int y1 = down || level ? from.y() + from.height() : from.y();
        int y2 = down ? to.y() : to.y() + to.height();
        int bend = level ? 40 : Math.max(20, Math.abs(y2 - y1) / 2) * (down ? 1 : -1);
        path(style, "M%d %d C %d %d %d %d %d %d", x1, y1, x1, y1 + bend, x2, level ? y2 + bend : y2 - bend, x2, y2);
        // A quarter of the way along the curve: where many lines end in one place, they are still apart at the other.
        int labelX = (27 * x1 + 27 * x1 + 9 * x2 + x2) / 64;
        int labelY = (27 * y1 + 27 * (y1 + bend) + 9 * (level ? y2 + bend : y2 - bend) + y2) / 64;
        text("role", labelX + 3, labelY, label);
        mark(mark, x2, y2, down ? -1 : 1);
    }

    /** Where a line leaves a box: off its middle, towards the box at the other end. */
    private static int port(Box box, Box other) {
        int towards = (other.x() + other.width() / 2 - box.x() - box.width() / 2) / 4;
        int most = box.width() / 2 - 10;
        return box.x() + box.width() / 2 + Math.max(-most, Math.min(most, towards));
    }

    /** Triangle, diamond or arrow whose tip touches a box; the direction is where the line comes from. */
    private void mark(String mark, int x, int y, int direction) {
        int step = direction == 0 ? 0 : direction * 6;
        String points =
                switch (mark) {
                    case "diamond" -> points(x, y, x - 5, y + step, x, y + 2 * step, x + 5, y + step);
                    case "triangle" -> points(x, y, x - 6, y + 2 * step, x + 6, y + 2 * step);
                    default -> points(x, y, x - 4, y + step, x + 4, y + step);
                };
        if (direction != 0) {
            svg.append("<polygon class=\"")
                    .append(mark.equals("triangle") ? "hollow" : "full")
                    .append("\" points=\"")
                    .append(points)
                    .append("\"/>\n");
        }
    }

    private static String points(int... numbers) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < numbers.length; i += 2) {
            points.append(i == 0 ? "" : " ").append(numbers[i]).append(',').append(numbers[i + 1]);
        }
        return points.toString();
    }

    private void path(String style, String form, Object... numbers) {
        svg.append("<path class=\"")
                .append(style)
                .append("\" d=\"")
                .append(String.format(Locale.ROOT, form, numbers))
                .append("\"/>\n");
    }

    private void box(ObjectType type, Box box) {
        svg.append("<a href=\"#")
                .append(HtmlWriter.anchor(type.head()))
                .append("\">\n")
                .append(String.format(
                        Locale.ROOT,
                        "<rect class=\"box\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"3\"/>%n",
                        box.x(),
                        box.y(),
                        box.width(),
                        box.height()));
        text(
                type.isAbstract() ? "name abstract" : "name",
                box.x() + 6,
                box.y() + LINE,
                type.head().name());
        List<String> lines = Layout.lines(type);
        for (int i = 0; i < lines.size(); i++) {
            text("attribute", box.x() + 6, box.y() + (i + 2) * LINE + 4, lines.get(i));
        }
        svg.append("</a>\n");
    }

    private void text(String style, int x, int y, String text) {
        if (!text.isEmpty()) {
            svg.append("<text class=\"")
                    .append(style)
                    .append("\" x=\"")
                    .append(x)
                    .append("\" y=\"")
                    .append(y)
                    .append("\">")
                    .append(XmlEscapes.text(text))
                    .append("</text>\n");
        }
    }
}
