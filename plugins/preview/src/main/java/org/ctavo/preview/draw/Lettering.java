package org.ctavo.preview.draw;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Text of strokes. Characters without a glyph come out as question marks. What stands between {@link #RAISE} and {@link
 * #LOWER} is raised, as exponents are.
 *
 * @param size height of capitals, in pixels
 * @param thickness of the pen, in pixels
 */
public record Lettering(double size, double thickness) {
    /** Raises what follows. */
    public static final char RAISE = '\u0001';

    /** Ends what was raised. */
    public static final char LOWER = '\u0002';

    private static final double CAPITAL = 10;
    private static final double GAP = 2.3;
    private static final double RAISED_SIZE = 0.72;
    private static final double RAISED_BY = 5;
    private static final Map<Character, Glyph> GLYPHS = glyphs();

    /** Where a text is held. */
    public enum Anchor {
        START(0),
        MIDDLE(0.5),
        END(1);

        private final double part;

        Anchor(double part) {
            this.part = part;
        }
    }

    /** Width of a text in pixels. */
    public double width(String text) {
        double width = 0;
        double scale = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == RAISE || c == LOWER) {
                scale = c == RAISE ? RAISED_SIZE : 1;
            } else {
                width += (glyph(c).width() + GAP) * scale;
            }
        }
        return Math.max(0, width - GAP) * size / CAPITAL;
    }

    /** The text, or as much of its beginning as fits into a width, with dots for the rest. */
    public String fitted(String text, double most) {
        if (width(text) <= most) {
            return text;
        }
        int length = text.length();
        while (length > 0 && width(text.substring(0, length) + "...") > most) {
            length--;
        }
        return text.substring(0, length).stripTrailing() + "...";
    }

    /** Writes a text; the point is on its baseline. */
    public void write(Canvas canvas, String text, double x, double y, Anchor anchor, Colour colour) {
        canvas.stroke(paths(text, x - anchor.part * width(text), y, false), thickness, colour, 1);
    }

    /** Writes a text upwards. */
    public void writeUpwards(Canvas canvas, String text, double x, double y, Anchor anchor, Colour colour) {
        canvas.stroke(paths(text, x, y + anchor.part * width(text), true), thickness, colour, 1);
    }

    private List<Path> paths(String text, double x, double y, boolean upwards) {
        List<Path> paths = new ArrayList<>();
        double along = 0;
        boolean raised = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == RAISE || c == LOWER) {
                raised = c == RAISE;
                continue;
            }
            double scale = size / CAPITAL * (raised ? RAISED_SIZE : 1);
            double lift = raised ? RAISED_BY * size / CAPITAL : 0;
            for (Path stroke : glyph(c).strokes()) {
                paths.add(placed(stroke, scale, along, lift, x, y, upwards));
            }
            along += (glyph(c).width() + GAP) * scale;
        }
        return paths;
    }

    private static Path placed(
            Path stroke, double scale, double along, double lift, double x, double y, boolean upwards) {
        double[] xs = new double[stroke.xs().length];
        double[] ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            double forward = along + scale * stroke.xs()[i];
            double up = lift + scale * stroke.ys()[i];
            xs[i] = upwards ? x - up : x + forward;
            ys[i] = upwards ? y - forward : y - up;
        }
        return new Path(xs, ys);
    }

    private static Glyph glyph(char c) {
        return GLYPHS.getOrDefault(c, GLYPHS.get('?'));
    }

    /** Whether a character has a glyph of its own. */
    static boolean has(char c) {
        return GLYPHS.containsKey(c);
    }

    private static Map<Character, Glyph> glyphs() {
        Map<Character, Glyph> glyphs = new HashMap<>();
        try (InputStream in = Lettering.class.getResourceAsStream("glyphs.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("##"))
                    .forEach(line -> {
                        String[] parts = line.split(" ", 2);
                        glyphs.put(character(parts[0]), Glyph.parse(parts[1]));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("The glyphs are part of the program.", e);
        }
        return Map.copyOf(glyphs);
    }

    private static char character(String name) {
        return switch (name) {
            case "space" -> ' ';
            case "slash" -> '/';
            default -> name.charAt(0);
        };
    }
}
