package org.ctavo.adql.grammar;

/**
 * What a query may ask of the parser.
 *
 * @param length most characters
 * @param depth most parentheses inside each other
 * @param tokens most words, numbers, names and signs
 * @param terms most operands in one arithmetic expression
 * @param tables most SELECTs and JOINs, and most tables in one FROM
 */
public record Limits(int length, int depth, int tokens, int terms, int tables) {

    /** Room for long lists of identifiers, and safe on the stack of any thread. */
    public static final Limits DEFAULT = new Limits(1 << 20, 100, 100_000, 1_000, 200);
}
