package org.ctavo.adql.fault;

import org.ctavo.spi.Category;
import org.ctavo.spi.FaultCode;

/** What can be wrong with a query. All of it can be put right by its author. */
public enum AdqlCode implements FaultCode {
    /** The query is longer than the service reads. */
    QUERY_TOO_LONG,
    /** Parentheses are nested deeper than the service follows. */
    QUERY_TOO_DEEP,
    /** An expression has more terms than the service takes. */
    TOO_MANY_TERMS,
    /** There is no query. */
    EMPTY_QUERY,
    /** A character that has no meaning in ADQL. */
    BAD_CHARACTER,
    /** A string without its closing apostrophe. */
    UNTERMINATED_STRING,
    /** A name without its closing quotation mark. */
    UNTERMINATED_NAME,
    /** A delimited name without any character. */
    EMPTY_NAME,
    /** A regular name that does not begin with a letter. */
    BAD_NAME,
    /** A number that is not written as numbers are. */
    BAD_NUMBER,
    /** Words in an order that ADQL does not know. */
    SYNTAX,
    /** A parenthesis that is not closed or not opened. */
    UNBALANCED_PARENTHESIS,
    /** A reserved word where a name is needed. */
    RESERVED_WORD,
    /** Something other dialects of SQL have. */
    NOT_ADQL,
    /** Something this service does not offer. */
    FEATURE_OFF,
    /** A value where a condition is needed. */
    CONDITION_NEEDED,
    /** A condition where a value is needed. */
    VALUE_NEEDED,
    /** A table that is not there. */
    NO_SUCH_TABLE,
    /** A name that can mean several tables. */
    AMBIGUOUS_TABLE,
    /** The same name for two tables of one FROM. */
    REPEATED_TABLE,
    /** A column that is not there. */
    NO_SUCH_COLUMN,
    /** A name that can mean several columns. */
    AMBIGUOUS_COLUMN,
    /** A function that is not there. */
    NO_SUCH_FUNCTION,
    /** A function called with arguments it does not take. */
    WRONG_ARGUMENTS,
    /** Values of types that do not go together. */
    WRONG_TYPE,
    /** A value that is not the same for all rows of a group. */
    NOT_GROUPED,
    /** An aggregate function where there is nothing to aggregate. */
    MISPLACED_AGGREGATE,
    /** A number in ORDER BY that is no column of the result, or a sort key that is not in it. */
    BAD_SORT_KEY,
    /** Queries of different numbers of columns where they must be alike. */
    COLUMN_COUNT,
    /** A unit that is none, or does not go with the value. */
    BAD_UNIT,
    /** A number or position outside the range that has a meaning. */
    OUT_OF_RANGE;

    @Override
    public Category category() {
        return Category.USER;
    }
}
