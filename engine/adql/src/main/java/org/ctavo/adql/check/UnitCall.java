package org.ctavo.adql.check;

import java.util.Optional;

import org.ctavo.adql.checked.Value;
import org.ctavo.adql.fault.AdqlCode;
import org.ctavo.adql.feature.Feature;
import org.ctavo.adql.tree.Expression;
import org.ctavo.adql.tree.Expression.FunctionCall;
import org.ctavo.adql.tree.Expression.StringLiteral;
import org.ctavo.adql.type.AdqlType;

/**
 * Checks IN_UNIT (ADQL 2.1, section 4.9).
 *
 * @param context of the query
 * @param values checks the operand
 */
record UnitCall(Context context, ValueChecker values) {

    Value call(FunctionCall call) {
        if (!context.functions().features().has(Feature.IN_UNIT)) {
            context.fault(AdqlCode.FEATURE_OFF, call.name().span(), "this service does not offer the function IN_UNIT");
            return Scope.unknown();
        }
        if (call.arguments().size() != 2) {
            context.fault(
                    AdqlCode.WRONG_ARGUMENTS,
                    call.span(),
                    "IN_UNIT takes a value and a unit",
                    "write IN_UNIT(column, 'unit')");
            return Scope.unknown();
        }
        Expression operand = call.arguments().get(0);
        Value value = values.value(operand);
        if (!value.type().isNumeric() && !value.type().isWild()) {
            context.fault(
                    AdqlCode.WRONG_TYPE,
                    operand.span(),
                    "IN_UNIT takes a number here, but `" + context.shown(operand.span()) + "` is "
                            + value.type().noun());
            return Scope.unknown();
        }
        if (!(call.arguments().get(1) instanceof StringLiteral unit)) {
            context.fault(
                    AdqlCode.WRONG_ARGUMENTS,
                    call.arguments().get(1).span(),
                    "a unit is written out between apostrophes",
                    "write IN_UNIT(column, 'unit')");
            return Scope.unknown();
        }
        return converted(value, operand, unit);
    }

    private Value converted(Value value, Expression operand, StringLiteral unit) {
        String to = unit.value().strip();
        if (to.isEmpty()) {
            context.fault(AdqlCode.BAD_UNIT, unit.span(), "there is no unit between the apostrophes");
            return Scope.unknown();
        }
        Optional<Double> same = factor(to, to, unit);
        if (!context.knowsTables() || value.type() == AdqlType.UNKNOWN || same.isEmpty()) {
            return Scope.unknown();
        }
        Optional<String> from = Descriptions.of(value, "", "").unit().filter(u -> !u.isBlank());
        if (from.isEmpty()) {
            context.fault(
                    AdqlCode.BAD_UNIT,
                    operand.span(),
                    "the unit of `" + context.shown(operand.span()) + "` is not known",
                    "IN_UNIT converts columns that have a unit");
            return Scope.unknown();
        }
        return factor(from.get(), to, unit)
                .<Value>map(factor -> new Value.InUnit(value, factor, to, AdqlType.DOUBLE))
                .orElseGet(Scope::unknown);
    }

    private Optional<Double> factor(String from, String to, StringLiteral place) {
        try {
            return Optional.of(context.units().factor(from, to));
        } catch (IllegalArgumentException fault) {
            context.fault(AdqlCode.BAD_UNIT, place.span(), fault.getMessage());
            return Optional.empty();
        }
    }
}
