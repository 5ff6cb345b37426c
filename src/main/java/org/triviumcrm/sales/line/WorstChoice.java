package org.triviumcrm.sales.line;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.release.ExactMargin;
import org.triviumcrm.shared.money.Rounding;

/**
 * The worst that a customer can accept of a paper with options, whatever of them is chosen: each figure by itself, over all choices.
 * Up to {@value #RECKONED} options every choice is reckoned as it would be on paper. With more of them, the options that worsen a figure
 * most are added for as long as they do (the ratio of two sums is at its end with the first so many in the order of their own ratios),
 * and what rounding may add is taken off: the figure is then never better than a choice, and worse by some cents at most where
 * nothing is taken off the whole as a sum.
 *
 * @param discountPercent the highest, of all lines and the whole
 * @param marginPercent the lowest, as {@link ExactMargin} has it; null when no cost is known, whatever is chosen
 * @param net the highest, in the currency of the paper
 */
public record WorstChoice(
        BigDecimal discountPercent, @Nullable BigDecimal marginPercent, BigDecimal net) {

    private static final int RECKONED = 6;

    /** @param lines with all options, chosen or not; only what may be left out is {@link PaperLine#optional} */
    public static WorstChoice of(List<PaperLine> lines, WholeDiscount discount, boolean taxed, Rounding rounding) {
        List<PaperLine> items =
                lines.stream().filter(line -> line.kind() == LineKind.ITEM).toList();
        long options = items.stream().filter(PaperLine::optional).count();
        if (options > RECKONED) {
            return new WorstChoiceBound(items, discount, taxed, rounding).worst();
        }
        WorstChoice worst = reckoned(items, 0, discount, taxed, rounding);
        for (int choice = 1; choice < 1 << options; choice++) {
            worst = worst.or(reckoned(items, choice, discount, taxed, rounding));
        }
        return worst;
    }

    /** @param choice a bit for each option, from the lowest on */
    static WorstChoice reckoned(
            List<PaperLine> items, long choice, WholeDiscount discount, boolean taxed, Rounding rounding) {
        List<SumLine> lines = new ArrayList<>();
        long left = choice;
        for (PaperLine item : items) {
            lines.add(item.toSum().counting(!item.optional() || (left & 1) == 1));
            left = item.optional() ? left >> 1 : left;
        }
        PaperSums sums = PaperSums.of(lines, discount, taxed, rounding);
        return new WorstChoice(
                sums.discountPercent(), ExactMargin.percent(sums.margin(), sums.marginBase()), sums.net());
    }

    private WorstChoice or(WorstChoice other) {
        return new WorstChoice(
                discountPercent.max(other.discountPercent),
                lower(marginPercent, other.marginPercent),
                net.max(other.net));
    }

    private static @Nullable BigDecimal lower(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? (one == null ? other : one) : one.min(other);
    }

    /** What a line, or several, add to the two sums of a ratio. */
    record Part(BigDecimal top, BigDecimal bottom) {

        static final Part NONE = new Part(BigDecimal.ZERO, BigDecimal.ZERO);

        Part plus(Part other) {
            return new Part(top.add(other.top), bottom.add(other.bottom));
        }

        /** Whether its ratio is the higher one; both bottoms are positive. */
        private boolean isAbove(Part other) {
            return top.multiply(other.bottom).compareTo(other.top.multiply(bottom)) > 0;
        }

        /**
         * The sums of the choice with the highest ratio; its bottom is not positive where the ratio has no end.
         *
         * @param fixed what belongs to every choice
         */
        static Part highest(Part fixed, List<Part> options) {
            Part all = fixed;
            for (Part worsening : options) {
                all = worsening.bottom.signum() <= 0 ? all.plus(worsening) : all;
            }
            List<Part> others = options.stream()
                    .filter(part -> part.bottom.signum() > 0)
                    .sorted(Comparator.comparing(
                            (Part part) -> part, (one, two) -> one.isAbove(two) ? -1 : two.isAbove(one) ? 1 : 0))
                    .toList();
            for (Part part : others) {
                boolean open = all.bottom.signum() <= 0;
                if (open && all.top.signum() > 0) {
                    return all;
                }
                all = open || part.isAbove(all) ? all.plus(part) : all;
            }
            return all;
        }
    }
}
