package org.ctavo.adql.unit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a unit in the syntax of VOUnits 1.1, appendix C.4. One parser reads one text.
 *
 * <pre>
 * unit    = [factor] product ["/" single]        factor  = 10**3, 1.5e3, 1
 * product = single {"." single}                  single  = name ["**" power] | "(" product ["/" single] ")"
 * power   = 2, -2, (2), (-2), (0.5), (1/2)
 * </pre>
 */
final class UnitParser {
    private static final int LONGEST = 200;
    private static final Pattern FACTOR = Pattern.compile("10\\*\\*(?:\\(([+-]?\\d{1,3})\\)|([+-]?\\d{1,3}))"
            + "|((?:0\\.\\d+|[1-9]\\d*(?:\\.\\d+)?)(?:[eE][+-]?\\d{1,3})?)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z%]+");
    private static final Pattern QUOTED = Pattern.compile("[A-Za-z]*'[^']*'");
    private static final Pattern POWER = Pattern.compile("\\*\\*(?:([+-]?\\d{1,4})"
            + "|\\(([+-]?\\d{1,4})\\)|\\(([+-]?\\d{1,4}\\.\\d{1,9})\\)|\\(([+-]?\\d{1,4})/(\\d{1,4})\\))");

    private final String text;
    private int at;

    private UnitParser(String text) {
        this.text = text;
    }

    /**
     * The unit that a text means.
     *
     * @throws IllegalArgumentException if it means none, in words for a user
     */
    static Unit parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a unit of " + text.length() + " characters is none");
        }
        UnitParser parser = new UnitParser(text);
        Unit unit = parser.whole();
        if (parser.at < text.length()) {
            throw parser.unexpected();
        }
        return unit;
    }

    private Unit whole() {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an empty text is no unit");
        }
        Matcher matcher = FACTOR.matcher(text);
        if (!matcher.lookingAt()) {
            return quotient(0);
        }
        at = matcher.end();
        String exponent = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        double factor =
                exponent != null ? Math.pow(10, Integer.parseInt(exponent)) : Double.parseDouble(matcher.group(3));
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("\"" + matcher.group() + "\" is no factor of a unit");
        }
        // 1/s: a product of no units
        Unit unit = at < text.length() && text.charAt(at) == '/' ? divided(Unit.ONE, 0) : quotient(0);
        return unit.times(factor);
    }

    private Unit quotient(int depth) {
        Unit product = single(depth);
        while (at < text.length() && text.charAt(at) == '.') {
            at++;
            product = product.times(single(depth));
        }
        return at < text.length() && text.charAt(at) == '/' ? divided(product, depth) : product;
    }

    private Unit divided(Unit product, int depth) {
        at++;
        Unit quotient = product.over(single(depth));
        if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == '/')) {
            throw new IllegalArgumentException("\"" + text.substring(at) + "\" after a division in \"" + text
                    + "\" can be read in two ways; put what divides in parentheses, as in J/(s.m**2)");
        }
        return quotient;
    }

    private Unit single(int depth) {
        if (at < text.length() && text.charAt(at) == '(' && depth < 20) {
            at++;
            Unit unit = quotient(depth + 1);
            if (at >= text.length() || text.charAt(at) != ')') {
                throw new IllegalArgumentException("a parenthesis is not closed in \"" + text + "\"");
            }
            at++;
            return powered(unit);
        }
        return powered(named());
    }

    private Unit named() {
        Matcher quoted = QUOTED.matcher(text).region(at, text.length());
        if (quoted.lookingAt()) {
            throw new IllegalArgumentException(
                    quoted.group() + " is a unit of someone's own, of which no conversion is known");
        }
        Matcher matcher = NAME.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw unexpected();
        }
        String name = matcher.group();
        at = matcher.end();
        if (at < text.length() && text.charAt(at) == '(') {
            throw new IllegalArgumentException("values in " + name + "(…) are not converted");
        }
        return KnownUnits.named(name).orElseThrow(() -> unknown(name));
    }

    private IllegalArgumentException unknown(String name) {
        boolean number = at < text.length() && "+-0123456789^".indexOf(text.charAt(at)) >= 0;
        String remedy = KnownUnits.named(name).isPresent() && number
                ? ""
                : KnownUnits.inAnotherCase(name)
                        .map(other -> "; did you mean \"" + other + "\"?")
                        .orElse("");
        return new IllegalArgumentException("there is no unit \"" + name + "\"" + remedy);
    }

    private Unit powered(Unit unit) {
        if (!text.startsWith("**", at)) {
            return unit;
        }
        Matcher matcher = POWER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw new IllegalArgumentException("\"" + text.substring(at) + "\" is no power in \"" + text
                    + "\"; write it as m**2, m**-2 or m**(1/2)");
        }
        at = matcher.end();
        if (matcher.group(4) != null) {
            int divisor = Integer.parseInt(matcher.group(5));
            if (divisor == 0) {
                throw new IllegalArgumentException(
                        "a power of " + matcher.group() + " in \"" + text + "\" has no value");
            }
            return unit.power(Integer.parseInt(matcher.group(4)) / (double) divisor);
        }
        for (int group = 1; group <= 3; group++) {
            if (matcher.group(group) != null) {
                return unit.power(Double.parseDouble(matcher.group(group)));
            }
        }
        throw new IllegalStateException(matcher.group());
    }

    private IllegalArgumentException unexpected() {
        if (at >= text.length()) {
            return new IllegalArgumentException("the unit \"" + text + "\" ends too early");
        }
        String rest = text.substring(at);
        String remedy = Character.isDigit(rest.charAt(0)) || rest.charAt(0) == '^'
                ? "; powers are written as in m**2"
                : rest.isBlank() || rest.charAt(0) == ' ' || rest.charAt(0) == '*'
                        ? "; products are written as in N.m"
                        : "";
        return new IllegalArgumentException("\"" + rest + "\" is not understood in the unit \"" + text + "\"" + remedy);
    }
}
