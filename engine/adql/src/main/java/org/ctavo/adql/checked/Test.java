package org.ctavo.adql.checked;

import java.util.List;
import java.util.Objects;

import org.ctavo.adql.tree.Comparator;

/** What holds of a row or not, in SQL's logic of three values. */
public sealed interface Test {

    /**
     * All of them hold.
     *
     * @param tests at least one
     */
    record And(List<Test> tests) implements Test {

        /** Copies the list. */
        public And {
            tests = List.copyOf(tests);
        }
    }

    /**
     * One of them holds.
     *
     * @param tests at least one
     */
    record Or(List<Test> tests) implements Test {

        /** Copies the list. */
        public Or {
            tests = List.copyOf(tests);
        }
    }

    /**
     * It does not hold.
     *
     * @param test the test
     */
    record Not(Test test) implements Test {

        /** Checks that nothing is null. */
        public Not {
            Objects.requireNonNull(test, "test");
        }
    }

    /**
     * Two values of comparable types.
     *
     * @param comparator how
     * @param left left operand
     * @param right right operand
     */
    record Comparison(Comparator comparator, Value left, Value right) implements Test {

        /** Checks that nothing is null. */
        public Comparison {
            Objects.requireNonNull(comparator, "comparator");
            Objects.requireNonNull(left, "left");
            Objects.requireNonNull(right, "right");
        }
    }

    /**
     * Between two values, ends included.
     *
     * @param operand what is tested
     * @param negated whether it is not between them
     * @param low lower end
     * @param high upper end
     */
    record Between(Value operand, boolean negated, Value low, Value high) implements Test {

        /** Checks that nothing is null. */
        public Between {
            Objects.requireNonNull(operand, "operand");
            Objects.requireNonNull(low, "low");
            Objects.requireNonNull(high, "high");
        }
    }

    /**
     * One of a list.
     *
     * @param operand what is tested
     * @param negated whether it is none of them
     * @param members at least one
     */
    record InList(Value operand, boolean negated, List<Value> members) implements Test {

        /** Copies the list. */
        public InList {
            Objects.requireNonNull(operand, "operand");
            members = List.copyOf(members);
        }
    }

    /**
     * One of the values of a query.
     *
     * @param operand what is tested
     * @param negated whether it is none of them
     * @param rows a query of one column
     */
    record InQuery(Value operand, boolean negated, Rows rows) implements Test {

        /** Checks that nothing is null. */
        public InQuery {
            Objects.requireNonNull(operand, "operand");
            Objects.requireNonNull(rows, "rows");
        }
    }

    /**
     * LIKE, or ILIKE. There is no escape character.
     *
     * @param operand what is tested
     * @param negated whether NOT
     * @param ignoringCase whether it is ILIKE
     * @param pattern {@code %} stands for any text, {@code _} for any character, anything else for itself
     */
    record Like(Value operand, boolean negated, boolean ignoringCase, Value pattern) implements Test {

        /** Checks that nothing is null. */
        public Like {
            Objects.requireNonNull(operand, "operand");
            Objects.requireNonNull(pattern, "pattern");
        }
    }

    /**
     * IS NULL.
     *
     * @param operand what is tested
     * @param negated whether IS NOT NULL
     */
    record NullTest(Value operand, boolean negated) implements Test {

        /** Checks that nothing is null. */
        public NullTest {
            Objects.requireNonNull(operand, "operand");
        }
    }

    /**
     * EXISTS.
     *
     * @param rows the query
     */
    record Exists(Rows rows) implements Test {

        /** Checks that nothing is null. */
        public Exists {
            Objects.requireNonNull(rows, "rows");
        }
    }
}
