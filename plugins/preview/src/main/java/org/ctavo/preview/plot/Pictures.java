package org.ctavo.preview.plot;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ctavo.preview.draw.Box;
import org.ctavo.preview.draw.Canvas;
import org.ctavo.preview.draw.Lettering.Anchor;
import org.ctavo.preview.draw.Path;
import org.ctavo.preview.draw.Png;
import org.ctavo.preview.summary.Summary;

/** Draws all pictures of an event list. */
public final class Pictures {
    private static final long MJD_OF_1970 = 40_587;
    private static final double DAY_MILLIS = 86_400_000;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int THUMBNAIL = 200;
    private static final double LEFT = 84;
    private static final double LEAST_NAME = 100;
    private static final String SEPARATOR = "  \u00b7  ";

    private final Summary summary;

    private Pictures(Summary summary) {
        this.summary = summary;
    }

    /** All pictures, as PNG files. */
    public static Map<Kind, byte[]> of(Summary summary) {
        Pictures pictures = new Pictures(summary);
        Map<Kind, byte[]> files = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            files.put(kind, Png.of(pictures.canvas(kind), pictures.texts()));
        }
        return files;
    }

    private Canvas canvas(Kind kind) {
        return switch (kind) {
            case PLOT -> plot();
            case MAP -> map();
            case ENERGY -> single("by energy", (canvas, box) -> EnergyDiagram.draw(canvas, box, summary.energies()));
            case RATE -> single("by time", (canvas, box) -> {
                RateDiagram.draw(canvas, box, summary.rate());
                rateNote(canvas, box.left(), 462);
            });
            case THUMBNAIL -> thumbnail();
        };
    }

    private Canvas plot() {
        Canvas canvas = page(1200, 736);
        SkyDiagram.draw(canvas, new Box(LEFT, 104, LEFT + 520, 624), summary);
        legend(canvas, LEFT, 704);
        EnergyDiagram.draw(canvas, new Box(790, 104, 1176, 324), summary.energies());
        RateDiagram.draw(canvas, new Box(790, 404, 1176, 624), summary.rate());
        rateNote(canvas, 790, 704);
        return canvas;
    }

    private Canvas map() {
        Canvas canvas = page(720, 736);
        SkyDiagram.draw(canvas, new Box(LEFT, 104, LEFT + 520, 624), summary);
        legend(canvas, LEFT, 704);
        return canvas;
    }

    private interface Diagram {
        void draw(Canvas canvas, Box box);
    }

    private Canvas single(String what, Diagram diagram) {
        Canvas canvas = page(720, 480);
        diagram.draw(canvas, new Box(LEFT, 104, 696, 396));
        Style.SMALL.write(canvas, "Events " + what, 696, 92, Anchor.END, Style.SOFT_INK);
        return canvas;
    }

    private Canvas thumbnail() {
        Canvas canvas = new Canvas(THUMBNAIL, THUMBNAIL, Style.PAPER);
        SkyDiagram.drawSmall(canvas, new Box(0, 0, THUMBNAIL, THUMBNAIL), summary);
        return canvas;
    }

    private Canvas page(int width, int height) {
        Canvas canvas = new Canvas(width, height, Style.PAPER);
        double room = width - 48;
        Style.TITLE.write(canvas, title(room), 24, 38, Anchor.START, Style.INK);
        Style.TEXT.write(canvas, details(room), 24, 66, Anchor.START, Style.SOFT_INK);
        return canvas;
    }

    /** Target and run; it is the target that gives way where there is no room for both. */
    private String title(double room) {
        String obsId = summary.subject().obsId();
        Optional<String> target = summary.subject().target();
        String run = target.isPresent() ? " \u2013 run " + obsId : "Run " + obsId;
        double left = Math.max(LEAST_NAME, room - Style.TITLE.width(run + " "));
        return Style.TITLE.fitted(
                target.map(name -> Style.TITLE.fitted(name, left)).orElse("") + run, room);
    }

    /** Instrument, date, events and time; it is the instrument that gives way. */
    private String details(double room) {
        List<String> facts = new ArrayList<>();
        facts.add(DATE.format(Instant.ofEpochMilli(Math.round((summary.start() - MJD_OF_1970) * DAY_MILLIS))) + " UTC");
        facts.add(count(summary.sky().total(), "event"));
        summary.liveTime()
                .ifPresent(seconds -> facts.add(String.format(Locale.ROOT, "%.1f min live time", seconds / 60)));
        String rest = String.join(SEPARATOR, facts);
        String names = Stream.of(summary.subject().facility(), summary.subject().instrument())
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(SEPARATOR));
        double left = Math.max(LEAST_NAME, room - Style.TEXT.width(SEPARATOR + rest + " "));
        return names.isEmpty() ? rest : Style.TEXT.fitted(names, left) + SEPARATOR + rest;
    }

    private static String count(long number, String what) {
        String digits = String.format(Locale.ROOT, "%,d", number);
        return digits + " " + what + (number == 1 ? "" : "s");
    }

    private void legend(Canvas canvas, double left, double baseline) {
        double x = left;
        if (summary.sky().radius().isPresent()) {
            canvas.stroke(Path.circle(x + 7, baseline - 4, 7), 1.6, Style.INK, 1);
            x = say(canvas, x + 22, baseline, "field of view");
        }
        if (summary.target().isPresent()) {
            canvas.stroke(SkyDiagram.cross(x + 10, baseline - 4, 0.6), 1.6, Style.INK, 1);
            x = say(canvas, x + 26, baseline, "target");
        }
        long beyond = summary.sky().total() - summary.sky().mapped();
        if (beyond > 0) {
            say(canvas, x, baseline, count(beyond, "event") + " outside the map");
        }
    }

    private static double say(Canvas canvas, double x, double baseline, String text) {
        Style.SMALL.write(canvas, text, x, baseline, Anchor.START, Style.SOFT_INK);
        return x + Style.SMALL.width(text) + 26;
    }

    private void rateNote(Canvas canvas, double left, double baseline) {
        double x = left;
        if (summary.rate().good().size() > 1) {
            Box swatch = new Box(x, baseline - 11, x + 18, baseline + 2);
            canvas.fill(swatch, Style.GAP, 1);
            canvas.stroke(Path.outline(swatch), 1, Style.SOFT_INK, 1);
            x = say(canvas, x + 26, baseline, "no good time");
        }
        if (summary.rate().outside() > 0) {
            say(canvas, x, baseline, count(summary.rate().outside(), "event") + " outside good time");
        }
    }

    /** What programs and those who cannot see read. */
    private Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        texts.put("Title", ascii(title(Double.POSITIVE_INFINITY)));
        texts.put("Description", ascii(details(Double.POSITIVE_INFINITY)));
        texts.put("Source", ascii(summary.subject().product()));
        return texts;
    }

    private static String ascii(String text) {
        return text.replace('\u2013', '-').replace(SEPARATOR, "; ").replaceAll("[^\\x20-\\x7e]", "?");
    }
}
