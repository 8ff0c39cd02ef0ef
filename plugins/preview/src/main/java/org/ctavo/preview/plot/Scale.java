package org.ctavo.preview.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import org.ctavo.preview.draw.Lettering;
import org.ctavo.preview.summary.Steps;

/** How the numbers of an axis lie along it. */
sealed interface Scale {

    /** Where a number lies: 0 at the beginning of the axis, 1 at its end. */
    double part(double value);

    /** Marks, in order. */
    List<Tick> ticks();

    /**
     * Even steps.
     *
     * @param low the number at the beginning
     * @param high the number at the end, above the low one
     * @param step from one mark to the next
     */
    record Linear(double low, double high, double step) implements Scale {

        /** With about so many marks. */
        static Linear of(double low, double high, int marks) {
            return new Linear(low, high, Steps.atLeast((high - low) / marks));
        }

        @Override
        public double part(double value) {
            return (value - low) / (high - low);
        }

        @Override
        public List<Tick> ticks() {
            List<Tick> ticks = new ArrayList<>();
            double slack = (high - low) * 1e-9;
            for (long i = (long) Math.ceil((low - slack) / step); i * step <= high + slack; i++) {
                ticks.add(new Tick(i * step, number(i * step, step)));
            }
            return List.copyOf(ticks);
        }
    }

    /**
     * Even decades.
     *
     * @param low decimal logarithm of the number at the beginning
     * @param high decimal logarithm of the number at the end, above the low one
     */
    record Logarithmic(double low, double high) implements Scale {
        private static final double SLACK = 1e-9;

        @Override
        public double part(double value) {
            return (StrictMath.log10(value) - low) / (high - low);
        }

        @Override
        public List<Tick> ticks() {
            int first = (int) Math.floor(low);
            int last = (int) Math.ceil(high);
            // Where few whole decades are in sight, 2 and 5 are named too; where very many are, not every one.
            boolean few = high - low < 1.7;
            boolean plain = low > -3.2 && high < 4;
            int every = (int) Math.max(1, Math.ceil((high - low) / 8));
            List<Tick> ticks = new ArrayList<>();
            for (int decade = first; decade <= last; decade++) {
                for (int digit = 1; digit < 10; digit++) {
                    double value =
                            BigDecimal.valueOf(digit).scaleByPowerOfTen(decade).doubleValue();
                    double log = StrictMath.log10(value);
                    if (log >= low - SLACK && log <= high + SLACK && (digit == 1 || every == 1)) {
                        boolean named = digit == 1
                                ? Math.floorMod(decade, every) == 0
                                : few && plain && (digit == 2 || digit == 5);
                        ticks.add(new Tick(value, named ? label(decade, digit, plain) : ""));
                    }
                }
            }
            return List.copyOf(ticks);
        }

        private static String label(int decade, int digit, boolean plain) {
            return plain
                    ? BigDecimal.valueOf(digit).scaleByPowerOfTen(decade).toPlainString()
                    : "10" + Lettering.RAISE + minus(Integer.toString(decade)) + Lettering.LOWER;
        }
    }

    /** A number with as many decimals as its steps need, and a minus sign that is as long as a plus. */
    static String number(double value, double step) {
        int decimals = (int) Math.max(0, -Math.floor(StrictMath.log10(step) + 1e-9));
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return minus(rounded.signum() == 0 ? rounded.abs().toPlainString() : rounded.toPlainString());
    }

    private static String minus(String number) {
        return number.replace('-', '\u2212');
    }
}
