package org.ctavo.adql.tree;

/** Operators between values. */
public enum Operator {
    CONCATENATE("||", Rank.CONCATENATION),
    BIT_OR("|", Rank.BIT_OR),
    BIT_XOR("^", Rank.BIT_XOR),
    BIT_AND("&", Rank.BIT_AND),
    PLUS("+", Rank.SUM),
    MINUS("-", Rank.SUM),
    TIMES("*", Rank.PRODUCT),
    DIVIDE("/", Rank.PRODUCT);

    private final String symbol;
    private final Rank rank;

    Operator(String symbol, Rank rank) {
        this.symbol = symbol;
        this.rank = rank;
    }

    /** As it is written. */
    public String symbol() {
        return symbol;
    }

    /** How tightly it binds. */
    public Rank rank() {
        return rank;
    }
}
