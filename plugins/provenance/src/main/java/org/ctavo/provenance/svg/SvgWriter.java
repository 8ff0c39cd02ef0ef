package org.ctavo.provenance.svg;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.spi.Fault;
import org.ctavo.spi.XmlEscapes;

/**
 * Draws a document as SVG 1.1: no script, no style from elsewhere, all text escaped. The things asked for have a thick
 * frame; each box links to where the caller is led on.
 */
public final class SvgWriter {
    private static final int MOST_BOXES = 1500;
    private static final int MOST_ARROWS = 6000;

    private final boolean attributes;
    private final boolean descriptionNodes;
    private final String hidden;

    /**
     * A writer.
     *
     * @param attributes whether times, parameters and comments are written in the boxes
     * @param descriptionNodes whether descriptions are boxes of their own; otherwise they are written in the boxes
     * @param hidden begins the identifiers of things that are not shown, which have no link
     */
    public SvgWriter(boolean attributes, boolean descriptionNodes, String hidden) {
        this.attributes = attributes;
        this.descriptionNodes = descriptionNodes;
        this.hidden = hidden;
    }

    /**
     * Draws; the stream is left open.
     *
     * @param asked identifiers of the things asked for
     * @param link gives the address that a thing's box leads to, from its identifier
     * @throws Fault {@code GRAPH_TOO_LARGE} if nobody could look at it
     */
    public void write(ProvDocument document, Set<String> asked, UnaryOperator<String> link, OutputStream stream)
            throws IOException {
        Picture picture = Picture.of(document, attributes, descriptionNodes, hidden);
        if (picture.boxes().size() > MOST_BOXES || picture.arrows().size() > MOST_ARROWS) {
            throw new Fault(
                    ProvenanceFault.GRAPH_TOO_LARGE,
                    "The graph has more than " + MOST_BOXES + " things or " + MOST_ARROWS
                            + " relations, too many to look at; ask with a smaller DEPTH or in another format.");
        }
        Layers layers = new Layers(picture);
        Layout layout = new Layout(layers);
        Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        head(out, layout);
        Labels labels = new Labels();
        for (Box box : picture.boxes()) {
            Layers.Cell cell = layers.cell(box.id());
            labels.avoid(layout.x(cell), cell.y - box.height() / 2.0, box.width(), box.height());
        }
        List<List<Layout.Point>> ways = new ArrayList<>();
        for (Arrow arrow : picture.arrows()) {
            ways.add(arrow(out, layers, layout, arrow));
        }
        // Words lie above all arrows.
        for (int i = 0; i < ways.size(); i++) {
            words(out, labels, picture.arrows().get(i), ways.get(i));
        }
        for (Box box : picture.boxes()) {
            box(out, layout, layers.cell(box.id()), asked.contains(box.id()), link);
        }
        out.write("</svg>\n");
        out.flush();
    }

    private static void head(Writer out, Layout layout) throws IOException {
        String width = number(layout.width());
        String height = number(layout.height());
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""
                + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + width + " " + height + "\" font-family=\"Helvetica, Arial, sans-serif\""
                + " font-size=\"12\">\n<title>Provenance: origins at the left, products at the right</title>\n"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n<defs>"
                + "<marker id=\"head\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\""
                + " orient=\"auto\"><path d=\"M0 0.5 L8 4 L0 7.5 z\" fill=\"#555555\"/></marker></defs>\n");
    }

    /** Draws an arrow; gives the points it passes. */
    private static List<Layout.Point> arrow(Writer out, Layers layers, Layout layout, Arrow arrow) throws IOException {
        List<Layers.Cell> way = layers.way(arrow.from(), arrow.to());
        boolean isBack = way.isEmpty();
        // One that closes a cycle is drawn along the arrow it answers, if there is one.
        List<Layout.Point> points = isBack
                ? layout.points(List.of(layers.cell(arrow.from()), layers.cell(arrow.to())))
                : layout.points(way);
        StringBuilder path = new StringBuilder("M" + point(points.get(0)));
        for (int i = 1; i < points.size(); i++) {
            Layout.Point a = points.get(i - 1);
            Layout.Point b = points.get(i);
            double bend = (a.x() + b.x()) / 2;
            path.append(" C")
                    .append(point(new Layout.Point(bend, a.y())))
                    .append(' ')
                    .append(point(new Layout.Point(bend, b.y())))
                    .append(' ')
                    .append(point(b));
        }
        String dash = arrow.word().equals("isDescribedBy") || arrow.word().equals("hadMember")
                ? " stroke-dasharray=\"4 3\""
                : "";
        String words = arrow.label().isEmpty() ? arrow.word() : arrow.word() + ": " + arrow.label();
        out.write("<path d=\"" + path + "\" fill=\"none\" stroke=\"#555555\" marker-end=\"url(#head)\"" + dash
                + "><title>" + XmlEscapes.text(words) + "</title></path>\n");
        return points;
    }

    /** What an arrow says; where there is no room for it, the arrow tells it when pointed at. */
    private static void words(Writer out, Labels labels, Arrow arrow, List<Layout.Point> points) throws IOException {
        int longest = Math.max(arrow.word().length(), arrow.label().length());
        Optional<Layout.Point> place = labels.place(points, arrow.label().isEmpty() ? 1 : 2, longest);
        if (place.isPresent()) {
            String x = number(place.get().x());
            double y = place.get().y();
            word(out, x, y, " fill=\"#333333\"", arrow.word());
            if (!arrow.label().isEmpty()) {
                word(out, x, y + 13, " font-style=\"italic\" fill=\"#777777\"", arrow.label());
            }
        }
    }

    private static void word(Writer out, String x, double y, String look, String text) throws IOException {
        out.write("<text x=\"" + x + "\" y=\"" + number(y) + "\" text-anchor=\"middle\" font-size=\"" + Labels.FONT
                + "\"" + look + " stroke=\"#ffffff\" stroke-width=\"3\" paint-order=\"stroke\">"
                + XmlEscapes.text(text) + "</text>\n");
    }

    private static void box(Writer out, Layout layout, Layers.Cell cell, boolean isAsked, UnaryOperator<String> link)
            throws IOException {
        Box box = cell.box;
        double x = layout.x(cell);
        double y = cell.y - box.height() / 2.0;
        boolean isLinked = box.look() != Box.Look.HIDDEN && box.look() != Box.Look.DESCRIPTION;
        if (isLinked) {
            out.write("<a xlink:href=\"" + XmlEscapes.attribute(link.apply(box.id())) + "\">");
        }
        out.write("<g><title>" + XmlEscapes.text(box.look() == Box.Look.HIDDEN ? "not shown" : box.id()) + "</title>");
        shape(out, box, x, y, isAsked);
        double middle = x + box.width() / 2.0;
        for (int i = 0; i < box.lines().size(); i++) {
            String weight = i == 0 ? " font-weight=\"bold\"" : " font-size=\"11\"";
            out.write("<text x=\"" + number(middle) + "\" y=\"" + number(y + 18 + i * Box.LINE)
                    + "\" text-anchor=\"middle\"" + weight + ">"
                    + XmlEscapes.text(box.lines().get(i)) + "</text>");
        }
        out.write("</g>");
        out.write(isLinked ? "</a>\n" : "\n");
    }

    private static void shape(Writer out, Box box, double x, double y, boolean isAsked) throws IOException {
        String stroke = " stroke=\"" + (isAsked ? "#b00020\" stroke-width=\"2.5" : "#808080") + "\"";
        int width = box.width();
        int height = box.height();
        String at =
                " x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + width + "\" height=\"" + height + "\"";
        switch (box.look()) {
            case ENTITY -> out.write(
                    "<rect" + at + " rx=\"" + Math.min(20, height / 2) + "\" fill=\"#fffc87\"" + stroke + "/>");
            case ACTIVITY -> out.write("<rect" + at + " fill=\"#c3ccfd\"" + stroke + "/>");
            case AGENT -> out.write("<path d=\"M" + number(x) + " " + number(y) + " h" + (width - 14) + " l14 "
                    + height / 2.0 + " l-14 " + height / 2.0 + " h-" + (width - 14) + " z\" fill=\"#fdb266\"" + stroke
                    + "/>");
            case DESCRIPTION -> out.write("<rect" + at + " fill=\"#f4f0e6\" stroke-dasharray=\"4 3\"" + stroke + "/>");
            case HIDDEN -> out.write(
                    "<rect" + at + " rx=\"6\" fill=\"#dddddd\" stroke-dasharray=\"2 2\"" + stroke + "/>");
        }
    }

    private static String point(Layout.Point point) {
        return number(point.x()) + " " + number(point.y());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
