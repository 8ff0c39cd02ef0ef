package org.ctavo.adql.grammar;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.ctavo.adql.fault.AdqlCode;
import org.ctavo.adql.fault.Faults;
import org.ctavo.adql.tree.Span;

/** Says in a user's words why a query cannot be read. */
final class SyntaxFaults extends BaseErrorListener {
    /** Words that begin a part of a query, in the order in which the parts stand. */
    private static final List<Integer> CLAUSES = List.of(
            AdqlParser.SELECT,
            AdqlParser.FROM,
            AdqlParser.WHERE,
            AdqlParser.GROUP,
            AdqlParser.HAVING,
            AdqlParser.ORDER,
            AdqlParser.OFFSET);

    private static final Set<String> OTHER_STATEMENTS = Set.of(
            "INSERT",
            "UPDATE",
            "DELETE",
            "CREATE",
            "DROP",
            "ALTER",
            "GRANT",
            "REVOKE",
            "SET",
            "COPY",
            "TRUNCATE",
            "EXPLAIN",
            "SHOW",
            "DESCRIBE",
            "BEGIN",
            "COMMIT",
            "VALUES",
            "EXEC",
            "EXECUTE",
            "DECLARE",
            "CALL");

    /** What other dialects have, by the word that the parser stumbles over or has just passed. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("LIMIT", "the number of rows is limited by SELECT TOP n"),
            Map.entry("FETCH", "the number of rows is limited by SELECT TOP n"),
            Map.entry("OVER", "ADQL has no window functions"),
            Map.entry("ESCAPE", "LIKE has no ESCAPE"),
            Map.entry("ANY", "write EXISTS (SELECT … WHERE …) or IN"),
            Map.entry("SOME", "write EXISTS (SELECT … WHERE …) or IN"),
            Map.entry("TRUE", "ADQL has no truth values: compare with 1 or 0"),
            Map.entry("FALSE", "ADQL has no truth values: compare with 1 or 0"),
            Map.entry("UNKNOWN", "ADQL has no truth values: compare with 1 or 0"),
            Map.entry("NULLS", "ADQL has no NULLS FIRST or LAST"),
            Map.entry("RECURSIVE", "WITH cannot be recursive"),
            Map.entry("LATERAL", "ADQL has no LATERAL"),
            Map.entry("REGEXP", "strings are matched by LIKE"),
            Map.entry("RLIKE", "strings are matched by LIKE"),
            Map.entry("SIMILAR", "strings are matched by LIKE"),
            Map.entry("MINUS", "the difference of two queries is EXCEPT"));

    private final List<Token> tokens;
    private final Faults faults;
    private int last = Integer.MIN_VALUE;
    private Runnable repair;

    SyntaxFaults(List<Token> tokens, Faults faults) {
        this.tokens = tokens;
        this.faults = faults;
    }

    /** Whether no fault was found. */
    boolean isEmpty() {
        return last == Integer.MIN_VALUE;
    }

    /** Repairs the tokens if the first fault says how. */
    boolean repair() {
        if (repair == null) {
            return false;
        }
        repair.run();
        return true;
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer, Object symbol, int line, int column, String message, RecognitionException e) {
        Token token = (Token) symbol;
        int index = token.getTokenIndex();
        // What follows close behind a fault is mostly its echo.
        if (!isEmpty() && (repair != null || index < last + 4 || token.getType() == Token.EOF)) {
            return;
        }
        last = index;
        explain(token, index == 0 ? null : tokens.get(index - 1), ((Parser) recognizer).getExpectedTokens());
    }

    private void explain(Token token, Token before, IntervalSet expected) {
        String word = token.getText().toUpperCase(Locale.ROOT);
        String previous = before == null ? "" : before.getText().toUpperCase(Locale.ROOT);
        if (before == null) {
            String remedy = OTHER_STATEMENTS.contains(word)
                    ? "only queries are answered, which begin by SELECT or WITH"
                    : "a query begins by SELECT or WITH";
            add(AdqlCode.SYNTAX, token, "a query cannot begin by `" + shown(token) + "`", remedy);
        } else if (ELSEWHERE.containsKey(previous) && before.getType() != AdqlParser.DELIMITED) {
            elsewhere(before, previous);
        } else if (ELSEWHERE.containsKey(word) && token.getType() != AdqlParser.DELIMITED) {
            elsewhere(token, word);
        } else if (token.getType() == Token.EOF) {
            Span end = TreeBuilder.span(before);
            faults.add(
                    AdqlCode.SYNTAX,
                    new Span(end.end() - 1, end.end()),
                    "the query ends too early, after `" + shown(before) + "`",
                    wanted(expected));
        } else if (before.getType() == AdqlParser.SEMICOLON) {
            add(AdqlCode.SYNTAX, token, "something follows the semicolon", "send one query at a time");
        } else if (!special(token, before, word, previous)) {
            general(token, before, expected);
        }
    }

    private void elsewhere(Token token, String word) {
        add(AdqlCode.NOT_ADQL, token, "ADQL has no " + word + " here", ELSEWHERE.get(word));
        int next = token.getTokenIndex() + 1;
        if (word.equals("LIMIT") && next < tokens.size() && tokens.get(next).getType() == AdqlParser.NUMBER) {
            Token number = tokens.get(next);
            repair = () -> tokens.removeAll(List.of(token, number));
        }
    }

    /** Faults that are known by the words they are made of. */
    private boolean special(Token token, Token before, String word, String previous) {
        int type = token.getType();
        if (type == AdqlParser.WITH) {
            add(AdqlCode.SYNTAX, token, "WITH cannot stand here", "it stands once, before the first SELECT");
        } else if (previous.equals("TOP") || previous.equals("OFFSET")) {
            add(AdqlCode.SYNTAX, token, previous + " is not followed by a number", previous + " takes digits only");
        } else if ((type == AdqlParser.DISTINCT || type == AdqlParser.ALL) && before.getType() == AdqlParser.NUMBER) {
            add(AdqlCode.SYNTAX, token, word + " stands after TOP", "write SELECT " + word + " TOP n");
        } else if (before.getType() == AdqlParser.COMMA && endsList(token)) {
            add(AdqlCode.SYNTAX, before, "nothing follows this comma", "leave it out");
            repair = () -> tokens.remove(before);
        } else if (type == AdqlParser.STRING && (previous.equals("TIMESTAMP") || previous.equals("DATE"))) {
            add(AdqlCode.NOT_ADQL, before, "ADQL has no literals of this kind", "write CAST('…' AS TIMESTAMP)");
        } else if (previous.equals("IN")) {
            add(AdqlCode.SYNTAX, token, "IN is not followed by a parenthesis", "write IN (1, 2) or IN (SELECT …)");
        } else if (type == AdqlParser.RPAREN && before.getType() == AdqlParser.LPAREN) {
            add(AdqlCode.SYNTAX, token, "there is nothing in these parentheses", "");
        } else if (type == AdqlParser.SELECT) {
            add(AdqlCode.SYNTAX, token, "a query cannot stand here", "inside another it stands in parentheses");
        } else if (isClause(type) && clauseBefore(token) > CLAUSES.indexOf(type)) {
            String other = tokens.get(clauseIndexBefore(token)).getText().toUpperCase(Locale.ROOT);
            add(AdqlCode.SYNTAX, token, word + " stands after " + other, "write it before " + other);
        } else if (type == AdqlParser.LPAREN && before.getType() == AdqlParser.RESERVED) {
            add(AdqlCode.NO_SUCH_FUNCTION, before, "ADQL has no function " + previous, "");
        } else if (type == AdqlParser.NOT && before.getType() == AdqlParser.NOT) {
            add(AdqlCode.SYNTAX, token, "NOT stands twice", "write NOT (NOT …), or neither");
        } else {
            return false;
        }
        return true;
    }

    private void general(Token token, Token before, IntervalSet expected) {
        boolean nameWanted = expected.contains(AdqlParser.WORD);
        if (nameWanted && isMeantAsName(token)) {
            add(
                    AdqlCode.RESERVED_WORD,
                    token,
                    "`" + token.getText() + "` is a reserved word",
                    "to use it as a name write \"" + token.getText() + "\"");
            repair = () -> ((CommonToken) token).setType(AdqlParser.WORD);
        } else if (clauseBefore(token) == 0 && startsValue(token)) {
            add(
                    AdqlCode.SYNTAX,
                    token,
                    "`" + shown(token) + "` cannot follow `" + shown(before) + "`",
                    "is a comma or FROM missing between them?");
        } else if (nameWanted && ReservedWords.contains(token.getText())) {
            add(
                    AdqlCode.SYNTAX,
                    token,
                    "something is missing between `" + shown(before) + "` and `" + shown(token) + "`",
                    wanted(expected));
        } else if (expected.contains(AdqlParser.COMMA) && startsValue(token)) {
            add(
                    AdqlCode.SYNTAX,
                    token,
                    "`" + shown(token) + "` cannot follow `" + shown(before) + "`",
                    "is a comma missing between them?");
        } else {
            add(
                    AdqlCode.SYNTAX,
                    token,
                    "`" + shown(token) + "` cannot follow `" + shown(before) + "`",
                    wanted(expected));
        }
    }

    private boolean endsList(Token token) {
        return token.getType() == AdqlParser.RPAREN || (isClause(token.getType()) && !isMeantAsName(token));
    }

    /** A reserved word that cannot be meant as such: GROUP and ORDER without BY, and most others. */
    private boolean isMeantAsName(Token token) {
        int next = token.getTokenIndex() + 1;
        boolean by = next < tokens.size() && tokens.get(next).getType() == AdqlParser.BY;
        return switch (token.getType()) {
            case AdqlParser.GROUP, AdqlParser.ORDER -> !by;
            case AdqlParser.SELECT,
                    AdqlParser.FROM,
                    AdqlParser.WHERE,
                    AdqlParser.HAVING,
                    AdqlParser.OFFSET,
                    AdqlParser.JOIN,
                    AdqlParser.ON,
                    AdqlParser.USING,
                    AdqlParser.NATURAL,
                    AdqlParser.AS,
                    AdqlParser.AND,
                    AdqlParser.OR,
                    AdqlParser.IS,
                    AdqlParser.IN,
                    AdqlParser.LIKE,
                    AdqlParser.ILIKE,
                    AdqlParser.BETWEEN,
                    AdqlParser.UNION,
                    AdqlParser.EXCEPT,
                    AdqlParser.INTERSECT -> false;
            default -> ReservedWords.contains(token.getText());
        };
    }

    private static boolean startsValue(Token token) {
        return switch (token.getType()) {
            case AdqlParser.WORD,
                    AdqlParser.DELIMITED,
                    AdqlParser.NUMBER,
                    AdqlParser.STRING,
                    AdqlParser.FUNCTION,
                    AdqlParser.AGGREGATE -> true;
            default -> false;
        };
    }

    private static boolean isClause(int type) {
        return CLAUSES.contains(type);
    }

    private int clauseBefore(Token token) {
        int index = clauseIndexBefore(token);
        return index < 0 ? -1 : CLAUSES.indexOf(tokens.get(index).getType());
    }

    /** The last word before a token that begins a part of the same query. */
    private int clauseIndexBefore(Token token) {
        int depth = 0;
        for (int i = token.getTokenIndex() - 1; i >= 0; i--) {
            int type = tokens.get(i).getType();
            if (type == AdqlParser.RPAREN) {
                depth++;
            } else if (type == AdqlParser.LPAREN) {
                depth--;
            }
            if (depth < 0 || (depth == 0 && isClause(type))) {
                return depth < 0 ? -1 : i;
            }
        }
        return -1;
    }

    /** What could stand there, if that can be said in a few words. */
    private static String wanted(IntervalSet expected) {
        if (expected.contains(AdqlParser.NUMBER) && expected.contains(AdqlParser.WORD)) {
            return "a value is needed here";
        }
        if (expected.contains(AdqlParser.WORD) && expected.size() < 12) {
            return "a name is needed here";
        }
        if (expected.size() > 3) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        for (int type : expected.toArray()) {
            String literal = AdqlParser.VOCABULARY.getLiteralName(type);
            String name = literal == null ? AdqlParser.VOCABULARY.getSymbolicName(type) : literal.replace("'", "");
            words.append(words.isEmpty() ? "" : " or ").append(type == Token.EOF ? "the end" : name);
        }
        return words + " is needed here";
    }

    private void add(AdqlCode code, Token token, String message, String remedy) {
        faults.add(code, TreeBuilder.span(token), message, remedy);
    }

    private static String shown(Token token) {
        if (token.getType() == Token.EOF) {
            return "the end";
        }
        String text = token.getText();
        return text.length() > 40 ? text.substring(0, 39) + "…" : text;
    }
}
