package org.ctavo.adql.grammar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.ctavo.adql.fault.AdqlCode;
import org.ctavo.adql.fault.AdqlException;
import org.ctavo.adql.fault.Faults;
import org.ctavo.adql.tree.Span;

/**
 * Cuts a text into tokens, within limits, and tells what is no token of ADQL. Whatever it lets through is safe to be
 * parsed on any stack. For one text; not safe for use by several threads at once.
 */
final class Scanner {
    private final Limits limits;
    private final Faults faults;
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<Token> open = new ArrayDeque<>();
    private int waitingJoins;
    private int tables;
    private boolean readable = true;

    Scanner(Limits limits, Faults faults) {
        this.limits = limits;
        this.faults = faults;
    }

    /**
     * The tokens of a text, without the end of file.
     *
     * @throws AdqlException if they are not worth parsing
     */
    List<Token> scan(String text) {
        if (text.length() > limits.length()) {
            throw fatal(
                    AdqlCode.QUERY_TOO_LONG,
                    Span.NONE,
                    "the query has " + text.length() + " characters",
                    "this service reads at most " + limits.length() + "; upload long lists as a table");
        }
        if (text.isBlank()) {
            throw fatal(AdqlCode.EMPTY_QUERY, Span.NONE, "there is no query", "write SELECT … FROM …");
        }
        refuseControlCharacters(text);
        AdqlLexer lexer = new AdqlLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            add((CommonToken) token);
        }
        for (Token opened : open) {
            fault(
                    AdqlCode.UNBALANCED_PARENTHESIS,
                    opened,
                    opened.getType() == AdqlParser.CASE ? "this CASE has no END" : "this parenthesis is not closed",
                    "");
        }
        if (!readable) {
            throw faults.exception();
        }
        if (tokens.isEmpty()) {
            throw fatal(AdqlCode.EMPTY_QUERY, Span.NONE, "there is no query but comments", "write SELECT … FROM …");
        }
        return tokens;
    }

    private AdqlException fatal(AdqlCode code, Span span, String message, String remedy) {
        faults.add(code, span, message, remedy);
        return faults.exception();
    }

    /** They mean nothing even in strings, and a database or an XML document cannot hold them all. */
    private void refuseControlCharacters(String text) {
        int place = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i)), place++) {
            int c = text.codePointAt(i);
            boolean harmless = c == '\t' || c == '\n' || c == '\r';
            boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            if ((Character.isISOControl(c) && !harmless) || surrogate || c == 0xFFFE || c == 0xFFFF) {
                throw fatal(
                        AdqlCode.BAD_CHARACTER,
                        new Span(place, place + 1),
                        String.format("U+%04X is not a character of a text", c),
                        "leave it out");
            }
        }
    }

    private void add(CommonToken token) {
        if (tokens.size() >= limits.tokens()) {
            throw fatal(
                    AdqlCode.QUERY_TOO_LONG,
                    TreeBuilder.span(token),
                    "the query has more than " + limits.tokens() + " words and signs",
                    "upload long lists as a table");
        }
        switch (token.getType()) {
            case AdqlParser.LPAREN, AdqlParser.CASE -> open(token);
            case AdqlParser.RPAREN -> close(token, AdqlParser.LPAREN, "this parenthesis closes nothing");
            case AdqlParser.END -> close(token, AdqlParser.CASE, "this END ends nothing");
            case AdqlParser.JOIN -> {
                join(token);
                table(token);
            }
            case AdqlParser.SELECT -> table(token);
            case AdqlParser.ON, AdqlParser.USING -> waitingJoins = Math.max(0, waitingJoins - 1);
            default -> refuse(token);
        }
        tokens.add(token);
    }

    private void open(Token token) {
        open.push(token);
        if (open.size() > limits.depth()) {
            throw fatal(
                    AdqlCode.QUERY_TOO_DEEP,
                    TreeBuilder.span(token),
                    "more than " + limits.depth() + " parentheses inside each other",
                    "write it flatter");
        }
    }

    private void close(Token token, int opening, String nothing) {
        if (!open.isEmpty() && open.peek().getType() == opening) {
            open.pop();
        } else if (token.getType() == AdqlParser.RPAREN) {
            fault(AdqlCode.UNBALANCED_PARENTHESIS, token, nothing, "");
        }
    }

    private void table(Token token) {
        if (++tables > limits.tables()) {
            throw fatal(
                    AdqlCode.TOO_MANY_TERMS,
                    TreeBuilder.span(token),
                    "the query has more than " + limits.tables() + " SELECTs and JOINs",
                    "send several queries");
        }
    }

    /** Joins whose conditions follow all together are nested in each other. */
    private void join(Token token) {
        boolean natural = tokens.stream()
                .skip(Math.max(0, tokens.size() - 3))
                .anyMatch(before -> before.getType() == AdqlParser.NATURAL);
        if (!natural && ++waitingJoins > limits.depth()) {
            throw fatal(
                    AdqlCode.QUERY_TOO_DEEP,
                    TreeBuilder.span(token),
                    "more than " + limits.depth() + " joins without a condition",
                    "write ON or USING after each");
        }
    }

    private void fault(AdqlCode code, Token token, String message, String remedy) {
        faults.add(code, TreeBuilder.span(token), message, remedy);
        readable = false;
    }

    private void refuse(CommonToken token) {
        String text = token.getText();
        String shown = text.length() > 40 ? text.substring(0, 39) + "…" : text;
        switch (token.getType()) {
            case AdqlParser.BAD_NAME -> {
                faults.add(
                        AdqlCode.BAD_NAME,
                        TreeBuilder.span(token),
                        "the name `" + shown + "` does not begin with a letter",
                        "write \"" + shown + "\"");
                token.setType(AdqlParser.WORD);
            }
            case AdqlParser.BAD_NUMBER -> {
                faults.add(
                        AdqlCode.BAD_NUMBER,
                        TreeBuilder.span(token),
                        "`" + shown + "` is neither a number nor a name",
                        "a name begins with a letter, and a space follows a number");
                token.setType(AdqlParser.WORD);
            }
            case AdqlParser.EMPTY_NAME -> fault(
                    AdqlCode.EMPTY_NAME,
                    token,
                    "there is no name between the quotation marks",
                    "an empty string is ''");
            case AdqlParser.OPEN_NAME -> fault(
                    AdqlCode.UNTERMINATED_NAME,
                    first(token),
                    "the name that begins here does not end",
                    "add a closing \"");
            case AdqlParser.OPEN_STRING -> fault(
                    AdqlCode.UNTERMINATED_STRING,
                    first(token),
                    "the string that begins here does not end",
                    "add a closing ', and write '' for an apostrophe inside");
            case AdqlParser.BLOCK_COMMENT -> fault(
                    AdqlCode.NOT_ADQL,
                    token,
                    "ADQL has no comments of this kind",
                    "begin each line of a comment by --");
            case AdqlParser.DOUBLE_EQUAL -> fault(AdqlCode.NOT_ADQL, token, "ADQL has no ==", "write =");
            case AdqlParser.DOUBLE_COLON -> fault(
                    AdqlCode.NOT_ADQL, token, "ADQL has no ::", "write CAST(value AS TYPE)");
            case AdqlParser.BAD_CHARACTERS, AdqlParser.BAD_CHARACTER -> fault(
                    AdqlCode.BAD_CHARACTER, token, "`" + shown + "` has no meaning here", remedy(text));
            default -> {
                // All other tokens are ADQL's.
            }
        }
    }

    private static Token first(CommonToken token) {
        CommonToken first = new CommonToken(token);
        first.setStopIndex(token.getStartIndex());
        return first;
    }

    private static String remedy(String text) {
        return switch (text.charAt(0)) {
            case '\u2018',
                    '\u2019',
                    '\u201A',
                    '\u201C',
                    '\u201D',
                    '\u201E',
                    '`',
                    '\u00B4' -> "strings stand between '…', names between \"…\"";
            case '%' -> "the remainder of a division is MOD(a, b)";
            case '!' -> "\"not equal\" is <> or !=";
            case '[', ']' -> "names stand between \"…\"";
            case '\u2264' -> "write <=";
            case '\u2265' -> "write >=";
            case '\u2260' -> "write <>";
            case '\u2212', '\u2013', '\u2014' -> "the minus sign is -";
            case '\u00A0' -> "write a plain space";
            default -> "names with such characters stand between \"…\", strings between '…'";
        };
    }
}
