package org.ctavo.provenance.prov;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;

import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.spi.Fault;

/** Reads PROV-N character by character, and knows the line. For one thread. */
final class ProvNTokens {
    /** How many characters can be given back. */
    private static final int BACK = 3;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Utf8Input in;
    private final char[] buffer = new char[8192];
    private int at = BACK;
    private int end = BACK;
    private final int longest;
    private int line = 1;
    private int column = 1;
    private int lastColumn = 1;

    ProvNTokens(InputStream stream, Limits limits) {
        this.in = new Utf8Input(stream);
        this.longest = limits.characters();
    }

    String place() {
        return "line " + line + ", column " + column;
    }

    Fault bad(String problem) {
        return Statements.bad(place(), problem);
    }

    private int read() throws IOException {
        if (at == end && !fill()) {
            return -1;
        }
        int c = buffer[at++];
        if (c == '\n') {
            line++;
            lastColumn = column;
            column = 1;
        } else {
            column++;
        }
        return c;
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, end - BACK, buffer, 0, BACK);
        int count;
        try {
            count = in.read(buffer, BACK, buffer.length - BACK);
        } catch (CharacterCodingException e) {
            throw new Fault(ProvenanceFault.BAD_DOCUMENT, place() + ": what follows is not UTF-8; convert it.", e);
        }
        at = BACK;
        end = BACK + Math.max(count, 0);
        return count > 0;
    }

    private void unread(int c) {
        if (c >= 0) {
            at--;
            line -= c == '\n' ? 1 : 0;
            column = c == '\n' ? lastColumn : column - 1;
        }
    }

    /** The next character that is neither space nor comment, not taken; -1 at the end. */
    int peek() throws IOException {
        while (true) {
            int c = read();
            if (c == '/') {
                int next = read();
                if (next == '/') {
                    skipLine();
                    continue;
                } else if (next == '*') {
                    skipComment();
                    continue;
                }
                unread(next);
            }
            if (c >= 0 && (Character.isWhitespace(c) || c == BYTE_ORDER_MARK)) {
                continue;
            }
            unread(c);
            return c;
        }
    }

    private void skipLine() throws IOException {
        int c = read();
        while (c >= 0 && c != '\n') {
            c = read();
        }
    }

    private void skipComment() throws IOException {
        int last = 0;
        int c = read();
        while (c >= 0 && !(last == '*' && c == '/')) {
            last = c;
            c = read();
        }
    }

    /** Takes the character if it is next. */
    boolean take(char wanted) throws IOException {
        if (peek() != wanted) {
            return false;
        }
        read();
        return true;
    }

    void expect(char wanted) throws IOException {
        if (!take(wanted)) {
            int c = peek();
            throw bad("\"" + wanted + "\" is wanted here, not " + (c < 0 ? "the end" : "\"" + (char) c + "\""));
        }
    }

    /**
     * A name, a time or a number: all up to a space or one of {@code stops}; what a backslash announces is part of it.
     */
    String word(String stops) throws IOException {
        peek();
        StringBuilder word = new StringBuilder();
        int c = read();
        while (c >= 0 && !Character.isWhitespace(c) && stops.indexOf(c) < 0) {
            if (c == '\\') {
                c = read();
            }
            append(word, c);
            c = read();
        }
        unread(c);
        if (word.isEmpty()) {
            throw bad("a name is wanted here");
        }
        return word.toString();
    }

    /** What stands between the marks {@code <} and {@code >}. */
    String iri() throws IOException {
        expect('<');
        StringBuilder iri = new StringBuilder();
        int c = read();
        while (c >= 0 && c != '>') {
            append(iri, c);
            c = read();
        }
        return iri.toString();
    }

    /** A text in one or three pairs of quotes. */
    String string() throws IOException {
        expect('"');
        StringBuilder text = new StringBuilder();
        int c = read();
        boolean isLong = false;
        if (c == '"') {
            c = read();
            if (c != '"') {
                unread(c);
                return "";
            }
            isLong = true;
            c = read();
        }
        while (true) {
            if (c < 0) {
                throw bad("a text does not end");
            } else if (c == '\\') {
                escaped(text, read());
            } else if (c == '"') {
                if (!isLong || isEndOfLong()) {
                    return text.toString();
                }
                append(text, c);
            } else {
                append(text, c);
            }
            c = read();
        }
    }

    private boolean isEndOfLong() throws IOException {
        int second = read();
        if (second != '"') {
            unread(second);
            return false;
        }
        int third = read();
        if (third != '"') {
            unread(third);
            unread(second);
            return false;
        }
        return true;
    }

    private void escaped(StringBuilder text, int c) {
        switch (c) {
            case 't' -> append(text, '\t');
            case 'n' -> append(text, '\n');
            case 'r' -> append(text, '\r');
            case 'b' -> append(text, '\b');
            case 'f' -> append(text, '\f');
            case '\\', '"', '\'' -> append(text, c);
            default -> {
                // Not PROV-N, but the reference library writes backslashes as they are.
                append(text, '\\');
                append(text, c);
            }
        }
    }

    private void append(StringBuilder builder, int c) {
        if (c < 0) {
            throw bad("the document ends too soon");
        }
        if (builder.length() >= longest) {
            throw bad("a text has more than " + longest + " characters");
        }
        builder.append((char) c);
    }
}
