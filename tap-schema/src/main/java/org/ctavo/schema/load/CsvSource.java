package org.ctavo.schema.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Comma-separated values (RFC 4180) in UTF-8, the first line naming the columns. An empty cell is NULL, a quoted empty
 * one the empty text; lines that begin with {@code #} before the header are comments.
 */
final class CsvSource implements RowSource {
    private static final int LONGEST_CELL = 1_000_000;
    private static final int MOST_COLUMNS = 1000;

    private final Path file;
    private BufferedReader reader;
    private int lookahead = -2;

    CsvSource(Path file) {
        this.file = file;
    }

    @Override
    public void read(Sink sink) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            reader = in;
            skipMark();
            List<String> header = record();
            while (header != null && header.get(0) != null && header.get(0).startsWith("#")) {
                header = record();
            }
            if (header == null) {
                throw new IOException("it is empty: the first line names the columns");
            }
            sink.fields(header.stream()
                    .map(name -> new Field(name == null ? "" : name.strip(), Optional.empty()))
                    .toList());
            for (List<String> cells = record(); cells != null; cells = record()) {
                sink.row(cells.toArray());
            }
        } catch (CharacterCodingException e) {
            throw new IOException("it is not text in UTF-8", e);
        }
    }

    private void skipMark() throws IOException {
        if (peek() == '\uFEFF') {
            next();
        }
    }

    /** The next line that is not blank, as cells; null at the end. */
    private List<String> record() throws IOException {
        while (peek() == '\n' || peek() == '\r') {
            next();
        }
        if (peek() < 0) {
            return null;
        }
        List<String> cells = new ArrayList<>();
        do {
            if (cells.size() == MOST_COLUMNS) {
                throw new IOException("a line has more than " + MOST_COLUMNS + " cells");
            }
            cells.add(cell());
        } while (next() == ',');
        return cells;
    }

    /** A cell, up to but without what ends it. */
    private String cell() throws IOException {
        if (peek() == '"') {
            return quoted();
        }
        StringBuilder text = new StringBuilder();
        while (peek() != ',' && peek() != '\n' && peek() != '\r' && peek() >= 0) {
            append(text, next());
        }
        String cell = text.toString().strip();
        return cell.isEmpty() ? null : cell;
    }

    private String quoted() throws IOException {
        next();
        StringBuilder text = new StringBuilder();
        while (true) {
            int c = next();
            if (c < 0) {
                throw new IOException("a quotation mark is never closed");
            }
            if (c != '"') {
                append(text, c);
            } else if (peek() == '"') {
                append(text, next());
            } else {
                break;
            }
        }
        if (peek() != ',' && peek() != '\n' && peek() != '\r' && peek() >= 0) {
            throw new IOException("a quoted cell goes on after its closing quotation mark");
        }
        return text.toString();
    }

    private static void append(StringBuilder text, int c) throws IOException {
        if (text.length() == LONGEST_CELL) {
            throw new IOException("a cell is longer than " + LONGEST_CELL + " characters");
        }
        text.append((char) c);
    }

    private int peek() throws IOException {
        if (lookahead == -2) {
            lookahead = reader.read();
        }
        return lookahead;
    }

    private int next() throws IOException {
        int c = peek();
        lookahead = -2;
        return c;
    }
}
