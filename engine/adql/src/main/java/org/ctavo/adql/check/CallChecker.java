package org.ctavo.adql.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ctavo.adql.checked.Value;
import org.ctavo.adql.fault.AdqlCode;
import org.ctavo.adql.fault.Nearest;
import org.ctavo.adql.function.DeclaredFunction;
import org.ctavo.adql.function.ParameterType;
import org.ctavo.adql.function.StandardFunction;
import org.ctavo.adql.tree.Expression;
import org.ctavo.adql.tree.Expression.FunctionCall;
import org.ctavo.adql.tree.Expression.NumberLiteral;
import org.ctavo.adql.tree.Span;
import org.ctavo.adql.type.AdqlType;

/** Checks calls of functions. For one place in a query. */
final class CallChecker {
    private static final ParameterType NUMBER =
            new ParameterType("NUMERIC", AdqlType.DOUBLE, ParameterType.Family.NUMERIC);
    private static final ParameterType TEXT = new ParameterType("TEXT", AdqlType.STRING, ParameterType.Family.TEXT);

    private final Context context;
    private final ValueChecker values;
    private final GeometryForms geometry;

    CallChecker(Context context, ValueChecker values) {
        this.context = context;
        this.values = values;
        this.geometry = new GeometryForms(context);
    }

    Value call(FunctionCall call) {
        String name = call.upperName();
        if (name.equals("IN_UNIT")) {
            return new UnitCall(context, values).call(call);
        }
        Optional<StandardFunction> standard = context.functions().standard(name);
        if (standard.isPresent()) {
            return standard(call, standard.get());
        }
        List<DeclaredFunction> overloads = context.functions().declared(name);
        if (!overloads.isEmpty()) {
            return declared(call, overloads);
        }
        call.arguments().forEach(values::value);
        if (StandardFunction.named(name).isPresent()) {
            context.fault(AdqlCode.FEATURE_OFF, call.name().span(), "this service does not offer the function " + name);
        } else if (context.knowsTables() || !context.functions().declared().isEmpty()) {
            noSuchFunction(call);
        }
        return Scope.unknown();
    }

    private void noSuchFunction(FunctionCall call) {
        String remedy = Nearest.of(call.name().text(), context.functions().names())
                .map(near -> "did you mean " + near + "?")
                .orElse("the functions of this service are listed in its capabilities");
        context.fault(
                AdqlCode.NO_SUCH_FUNCTION,
                call.name().span(),
                "`" + call.name().text() + "`: no such function",
                remedy);
    }

    private Value standard(FunctionCall call, StandardFunction function) {
        List<Value> arguments = new ArrayList<>();
        call.arguments().forEach(argument -> arguments.add(values.value(argument)));
        int count = arguments.size();
        if (count < function.fewest() || count > function.most()) {
            wrongArguments(call, function);
            return new Value.Null(function.result() == AdqlType.NULL ? AdqlType.UNKNOWN : function.result());
        }
        if (function.isMathematical()) {
            for (int i = 0; i < count; i++) {
                argument(call, i, arguments.get(i), NUMBER);
            }
            literalArgument(call, function);
            return new Value.Call(function, arguments, AdqlType.DOUBLE, call.span());
        }
        return switch (function) {
            case LOWER, UPPER -> {
                argument(call, 0, arguments.get(0), TEXT);
                yield new Value.Call(function, arguments, AdqlType.STRING, call.span());
            }
            case COALESCE, NULLIF -> new Value.Call(function, arguments, common(call, arguments), call.span());
            default -> geometry.call(call, function, arguments);
        };
    }

    private void wrongArguments(FunctionCall call, StandardFunction function) {
        context.fault(
                AdqlCode.WRONG_ARGUMENTS,
                call.span(),
                function + (call.arguments().isEmpty() ? " lacks its arguments" : " does not take " + counted(call)),
                "write " + function.usage());
    }

    private static String counted(FunctionCall call) {
        int count = call.arguments().size();
        return count == 1 ? "1 argument" : count + " arguments";
    }

    /** Digits and seeds are written out (ADQL 2.1, section 2.3). */
    private void literalArgument(FunctionCall call, StandardFunction function) {
        List<Expression> arguments = call.arguments();
        boolean rounds = function == StandardFunction.ROUND || function == StandardFunction.TRUNCATE;
        boolean seeds = function == StandardFunction.RAND;
        if ((rounds && arguments.size() == 2) || (seeds && arguments.size() == 1)) {
            Expression last = arguments.get(arguments.size() - 1);
            Expression number = rounds && last instanceof Expression.Signed signed ? signed.operand() : last;
            if (!(number instanceof NumberLiteral literal) || !literal.isInteger()) {
                context.fault(
                        AdqlCode.WRONG_ARGUMENTS,
                        last.span(),
                        "`" + context.shown(last.span()) + "` is not a whole number written out",
                        "write " + function.usage());
            } else if (literal.text().length() > (rounds ? 3 : 9)) {
                context.fault(
                        AdqlCode.OUT_OF_RANGE,
                        last.span(),
                        "`" + context.shown(last.span()) + "` is out of range",
                        rounds ? "write up to 3 digits" : "write up to 9 digits");
            }
        }
    }

    private boolean argument(FunctionCall call, int index, Value value, ParameterType wanted) {
        if (wanted.accepts(value.type())) {
            return true;
        }
        Span span = call.arguments().get(index).span();
        context.fault(
                AdqlCode.WRONG_TYPE,
                span,
                call.upperName() + " takes " + wanted.type().noun() + " here, but `" + context.shown(span) + "` is "
                        + value.type().noun());
        return false;
    }

    private AdqlType common(FunctionCall call, List<Value> arguments) {
        AdqlType type = arguments.get(0).type();
        for (int i = 1; i < arguments.size(); i++) {
            AdqlType next = arguments.get(i).type();
            Optional<AdqlType> common = AdqlType.common(type, next);
            if (common.isEmpty()) {
                Span span = call.arguments().get(i).span();
                context.fault(
                        AdqlCode.WRONG_TYPE,
                        span,
                        "the arguments of " + call.upperName() + " are of one kind, but `" + context.shown(span)
                                + "` is " + next.noun() + " and those before it are " + type.noun());
                return AdqlType.UNKNOWN;
            }
            type = common.get();
        }
        return type;
    }

    private Value declared(FunctionCall call, List<DeclaredFunction> overloads) {
        boolean aggregate = overloads.get(0).declaration().aggregate();
        List<Value> arguments = aggregate
                ? values.enterAggregate(call.name().text(), call.name().span(), () -> arguments(call))
                : arguments(call);
        Optional<DeclaredFunction> chosen = overloads.stream()
                .filter(function -> exactly(function, arguments))
                .findFirst()
                .or(() -> overloads.stream()
                        .filter(function -> accepts(function, arguments))
                        .findFirst());
        if (chosen.isEmpty()) {
            String forms = overloads.stream()
                    .map(function -> function.signature().written())
                    .collect(Collectors.joining(" or "));
            String given = arguments.stream().map(value -> value.type().noun()).collect(Collectors.joining(", "));
            context.fault(
                    AdqlCode.WRONG_ARGUMENTS,
                    call.span(),
                    "`" + call.name().text() + "` does not take (" + given + ")",
                    "it is " + forms);
            return Scope.unknown();
        }
        return declaredCall(call, chosen.get(), arguments);
    }

    private List<Value> arguments(FunctionCall call) {
        List<Value> arguments = new ArrayList<>();
        call.arguments().forEach(argument -> arguments.add(values.value(argument)));
        return arguments;
    }

    private Value declaredCall(FunctionCall call, DeclaredFunction function, List<Value> given) {
        List<Value> arguments = new ArrayList<>();
        AdqlType result = function.signature().result().type();
        for (int i = 0; i < given.size(); i++) {
            ParameterType wanted = function.signature().parameters().get(i).type();
            Value value = given.get(i);
            if (value instanceof Value.Text text && wanted.type() == AdqlType.TIMESTAMP) {
                value = Timestamps.of(text, call.arguments().get(i).span(), context);
            }
            if (wanted.family() == ParameterType.Family.GEOMETRY
                    && function.signature().result().family() == ParameterType.Family.GEOMETRY) {
                result = value.type().isGeometry() ? value.type() : result;
            }
            arguments.add(value);
        }
        return new Value.DeclaredCall(function, arguments, result, call.span());
    }

    private boolean exactly(DeclaredFunction function, List<Value> arguments) {
        if (!accepts(function, arguments)) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            AdqlType type = arguments.get(i).type();
            if (type != function.signature().parameters().get(i).type().type() && !type.isWild()) {
                return false;
            }
        }
        return true;
    }

    private boolean accepts(DeclaredFunction function, List<Value> arguments) {
        if (function.signature().parameters().size() != arguments.size()) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            ParameterType wanted = function.signature().parameters().get(i).type();
            Value value = arguments.get(i);
            boolean time = wanted.type() == AdqlType.TIMESTAMP && value instanceof Value.Text;
            // Judged by its form alone, a call may give any number where an integer is wanted.
            boolean number = !context.knowsTables()
                    && wanted.family() == ParameterType.Family.INTEGER
                    && value.type().isNumeric();
            if (!time && !number && !wanted.accepts(value.type())) {
                return false;
            }
        }
        return true;
    }
}
