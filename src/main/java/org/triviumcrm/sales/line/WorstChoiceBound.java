package org.triviumcrm.sales.line;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.line.WorstChoice.Part;
import org.triviumcrm.sales.release.ExactMargin;
import org.triviumcrm.shared.money.Rounding;

/**
 * What no choice of many options is worse than. A line is rounded once; after that, shares of what is taken off the whole and of the tax
 * are each less than a step away from what they would be unrounded, and a sum half a step.
 */
class WorstChoiceBound {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal STEPS_A_LINE = BigDecimal.valueOf(4);
    private static final int SCALE = 20;
    private static final int DISCOUNT_SCALE = 2;
    private static final int MARGIN_SCALE = 10;

    private final List<PaperLine> items;
    private final WholeDiscount discount;
    private final boolean taxed;
    private final Rounding rounding;
    private final boolean shared;

    /** What is taken off the whole where that is a sum. */
    private final BigDecimal off;

    /** @param items without titles and words */
    WorstChoiceBound(List<PaperLine> items, WholeDiscount discount, boolean taxed, Rounding rounding) {
        this.items = items;
        this.discount = discount;
        this.taxed = taxed;
        this.rounding = rounding;
        shared = discount.value().signum() > 0;
        off = rounding.round(discount.value());
    }

    WorstChoice worst() {
        return new WorstChoice(discountPercent(), marginPercent(), net());
    }

    /** More lines never come to less, but for a step a line where tax is taken out of what shares are rounded in. */
    private BigDecimal net() {
        List<SumLine> all =
                items.stream().map(item -> item.toSum().counting(true)).toList();
        BigDecimal net = PaperSums.of(all, discount, taxed, rounding).net();
        return shared && taxed ? net.add(rounding.step().multiply(BigDecimal.valueOf(all.size()))) : net;
    }

    private BigDecimal discountPercent() {
        Part fixed = fixed(this::discountOf);
        if (sumIsTakenOff()) {
            BigDecimal least = least();
            if (least.signum() > 0 && off.compareTo(least) >= 0) {
                return HUNDRED;
            }
            fixed = fixed.plus(new Part(off, BigDecimal.ZERO));
        } else if (shared) {
            fixed = fixed.plus(new Part(rounding.step().divide(TWO), BigDecimal.ZERO));
        }
        if (fixed.bottom().signum() == 0) {
            // the whole can't be taken off nothing: whichever option is chosen first bears it
            Part whole = fixed;
            return options(this::discountOf)
                    .filter(part -> part.bottom().signum() > 0)
                    .map(part -> percent(part.plus(whole)))
                    .reduce(BigDecimal.ZERO, BigDecimal::max);
        }
        return percent(Part.highest(fixed, options(this::discountOf).toList()));
    }

    private static BigDecimal percent(Part part) {
        return part.bottom().signum() == 0
                ? BigDecimal.ZERO
                : part.top()
                        .multiply(HUNDRED)
                        .divide(part.bottom(), DISCOUNT_SCALE, RoundingMode.HALF_UP)
                        .min(HUNDRED);
    }

    /** What a line leaves out of what it would be. */
    private Part discountOf(PaperLine item) {
        BigDecimal full = rounding.round(item.toSum().full());
        BigDecimal priced = priced(item);
        BigDecimal left = full.subtract(priced);
        return new Part(
                sumIsTakenOff()
                        ? left
                        : left.add(priced.multiply(discount.value()).movePointLeft(2)),
                full);
    }

    private @Nullable BigDecimal marginPercent() {
        if (items.stream().allMatch(item -> item.cost() == null)) {
            return null;
        }
        BigDecimal kept = kept();
        Function<PaperLine, Part> costs = item -> costOf(item, kept);
        Part highest = Part.highest(fixed(costs), options(costs).toList());
        if (highest.bottom().signum() <= 0) {
            return highest.top().signum() > 0 ? ExactMargin.BELOW_ALL : null;
        }
        return HUNDRED.subtract(
                highest.top().multiply(HUNDRED).divide(highest.bottom(), MARGIN_SCALE, RoundingMode.CEILING));
    }

    /** What a line costs, and what is left of its price. @param kept of each line, once the whole has lost what is taken off it */
    private Part costOf(PaperLine item, BigDecimal kept) {
        BigDecimal cost = item.cost();
        if (cost == null) {
            return Part.NONE;
        }
        SumLine line = item.toSum();
        BigDecimal net = priced(item).multiply(kept);
        if (taxed) {
            net = net.multiply(HUNDRED).divide(HUNDRED.add(line.tax()), SCALE, RoundingMode.FLOOR);
        }
        BigDecimal lost = taxed || shared ? rounding.step().multiply(STEPS_A_LINE) : BigDecimal.ZERO;
        return new Part(rounding.round(line.quantity().multiply(cost)), net.subtract(lost));
    }

    /** The smallest part of its price that a line keeps in any choice, when something is taken off the whole. */
    private BigDecimal kept() {
        if (!shared) {
            return BigDecimal.ONE;
        }
        if (!sumIsTakenOff()) {
            return BigDecimal.ONE.subtract(discount.value().movePointLeft(2)).max(BigDecimal.ZERO);
        }
        BigDecimal least = least();
        return least.signum() == 0
                ? BigDecimal.ONE
                : least.subtract(off).max(BigDecimal.ZERO).divide(least, SCALE, RoundingMode.FLOOR);
    }

    /** What the smallest choice that comes to anything comes to; zero when none does. */
    private BigDecimal least() {
        BigDecimal fixed = items.stream()
                .filter(item -> !item.optional())
                .map(this::priced)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return fixed.signum() > 0
                ? fixed
                : items.stream()
                        .map(this::priced)
                        .filter(priced -> priced.signum() > 0)
                        .min(BigDecimal::compareTo)
                        .orElse(BigDecimal.ZERO);
    }

    private BigDecimal priced(PaperLine item) {
        return rounding.round(item.toSum().discounted());
    }

    private boolean sumIsTakenOff() {
        return shared && discount.kind() == WholeDiscount.Kind.SUM;
    }

    private Part fixed(Function<PaperLine, Part> part) {
        return items.stream().filter(item -> !item.optional()).map(part).reduce(Part.NONE, Part::plus);
    }

    private Stream<Part> options(Function<PaperLine, Part> part) {
        return items.stream()
                .filter(PaperLine::optional)
                .map(part)
                .filter(one -> one.top().signum() != 0 || one.bottom().signum() != 0);
    }
}
