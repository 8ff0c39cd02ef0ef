package org.ctavo.adql.sql;

import java.util.OptionalDouble;

import org.ctavo.adql.checked.Value;
import org.ctavo.adql.tree.Operator;
import org.ctavo.adql.tree.Sign;

/** Numbers that are known before the query runs. */
final class Constants {
    private Constants() {}

    /** The value of a number, of a number with a sign, or of a calculation with these; empty for anything else. */
    static OptionalDouble number(Value value) {
        if (value instanceof Value.Constant constant) {
            return OptionalDouble.of(constant.value().doubleValue());
        }
        if (value instanceof Value.Signed signed && signed.sign() != Sign.BIT_NOT) {
            OptionalDouble operand = number(signed.operand());
            return signed.sign() == Sign.PLUS || operand.isEmpty()
                    ? operand
                    : OptionalDouble.of(-operand.getAsDouble());
        }
        return value instanceof Value.Chain chain ? chain(chain) : OptionalDouble.empty();
    }

    private static OptionalDouble chain(Value.Chain chain) {
        OptionalDouble first = number(chain.first());
        double result = first.orElse(0);
        for (Value.Step step : chain.steps()) {
            OptionalDouble operand = number(step.operand());
            if (first.isEmpty() || operand.isEmpty()) {
                return OptionalDouble.empty();
            }
            result = calculated(result, step.operator(), operand.getAsDouble());
            if (step.type().isInteger()) {
                // The division of integers drops the fraction.
                result = result < 0 ? Math.ceil(result) : Math.floor(result);
            }
        }
        return Double.isFinite(result) ? OptionalDouble.of(result) : OptionalDouble.empty();
    }

    private static double calculated(double a, Operator operator, double b) {
        return switch (operator) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case TIMES -> a * b;
            case DIVIDE -> a / b;
            case CONCATENATE, BIT_AND, BIT_OR, BIT_XOR -> Double.NaN;
        };
    }
}
