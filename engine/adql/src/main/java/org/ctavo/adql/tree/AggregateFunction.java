package org.ctavo.adql.tree;

/** The aggregate functions of ADQL. */
public enum AggregateFunction {
    COUNT,
    SUM,
    AVG,
    MIN,
    MAX
}
