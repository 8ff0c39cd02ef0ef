package org.ctavo.spi;

import java.util.List;

/**
 * How a function is written in PostgreSQL. Implementations are pure: same arguments, same text.
 */
@FunctionalInterface
public interface SqlForm {

    /**
     * The SQL of a call.
     *
     * @param arguments as many as the signature has, in its order
     * @return an SQL expression that can stand anywhere an operand can
     * @throws IllegalArgumentException with a message for the user when a literal argument has no meaning
     */
    String sql(List<SqlArgument> arguments);

    /**
     * A pattern in which {@code $1}, {@code $2} … stand for the arguments; each is put in parentheses.
     *
     * @param pattern such as {@code sphere.healpix($1, $2)}
     */
    static SqlForm pattern(String pattern) {
        return arguments -> {
            StringBuilder sql = new StringBuilder();
            int at = 0;
            while (at < pattern.length()) {
                char c = pattern.charAt(at++);
                int digits = at;
                while (c == '$' && digits < pattern.length() && Character.isDigit(pattern.charAt(digits))) {
                    digits++;
                }
                if (digits > at) {
                    int index = Integer.parseInt(pattern.substring(at, digits));
                    sql.append('(').append(arguments.get(index - 1).sql()).append(')');
                    at = digits;
                } else {
                    sql.append(c);
                }
            }
            return sql.toString();
        };
    }
}
