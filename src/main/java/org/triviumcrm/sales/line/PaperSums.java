package org.triviumcrm.sales.line;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.money.Rounding;

/**
 * What a quote comes to. Each line is rounded once; what is taken off the whole is shared over the lines by what they come to; tax is
 * reckoned once for each rate, over the lines that have it. So the lines add up to the net, the taxes to the tax, and net and tax to
 * the gross sum, to the last cent. All sums are rounded, in the currency of the quote. Where its totals are rounded to a larger step, the
 * gross sum is net, tax and {@link #rounding}.
 *
 * @param lines what each line comes to without tax, after all discounts, in the order of the lines; zero for one that does not count
 * @param full what the lines would come to without any discount and at their list prices where those are higher, tax as in their prices
 * @param lineDiscount what the discounts of the lines take off
 * @param wholeDiscount what is taken off the whole
 * @param net without tax
 * @param taxes for each rate in per cent, from the lowest, those of zero as well
 * @param tax all of them
 * @param gross with tax
 * @param margin what is left of the net over the costs, of the lines whose cost is known; null when none is
 * @param marginBase the net of those lines
 */
public record PaperSums(
        List<BigDecimal> lines,
        BigDecimal full,
        BigDecimal lineDiscount,
        BigDecimal wholeDiscount,
        BigDecimal net,
        List<TaxSum> taxes,
        BigDecimal tax,
        BigDecimal gross,
        @Nullable BigDecimal margin,
        BigDecimal marginBase) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PRECISION = 12;
    private static final int SHOWN = 1;

    public PaperSums {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }

    /**
     * The tax of one rate.
     *
     * @param percent the rate
     * @param base the net of the lines that have it
     */
    public record TaxSum(BigDecimal percent, BigDecimal base, BigDecimal tax) {}

    /** @param taxed whether the prices have the tax in them */
    public static PaperSums of(List<SumLine> lines, WholeDiscount discount, boolean taxed, Rounding rounding) {
        List<BigDecimal> priced =
                lines.stream().map(line -> priced(line, rounding)).toList();
        BigDecimal sum = total(priced);
        BigDecimal off = discount.of(sum, rounding);
        List<BigDecimal> shares = sum.signum() == 0 ? priced : rounding.share(off, priced);
        List<BigDecimal> left = new ArrayList<>();
        for (int at = 0; at < priced.size(); at++) {
            left.add(priced.get(at).subtract(shares.get(at)));
        }
        Map<BigDecimal, List<Integer>> rates = rates(lines);
        List<BigDecimal> nets = new ArrayList<>(left);
        List<TaxSum> taxes = new ArrayList<>();
        rates.forEach((percent, places) -> taxes.add(tax(percent, places, left, nets, taxed, rounding)));
        BigDecimal full = total(lines.stream()
                .filter(SumLine::counts)
                .map(line -> rounding.round(line.full()))
                .toList());
        BigDecimal net = total(nets);
        BigDecimal tax = total(taxes.stream().map(TaxSum::tax).toList());
        List<Integer> known = known(lines);
        BigDecimal marginBase = total(known.stream().map(nets::get).toList());
        BigDecimal margin = known.isEmpty() ? null : marginBase.subtract(costs(lines, known, rounding));
        return new PaperSums(nets, full, full.subtract(sum), off, net, taxes, tax, net.add(tax), margin, marginBase);
    }

    /** With a total to pay that is a multiple of a step, such as five hundredths of a franc; what lies half way goes away from zero. */
    public PaperSums roundedTo(Rounding step) {
        return withTotal(step.round(net.add(tax)));
    }

    /** With the total to pay that was agreed on, however totals are rounded now. */
    public PaperSums withTotal(BigDecimal total) {
        return new PaperSums(lines, full, lineDiscount, wholeDiscount, net, taxes, tax, total, margin, marginBase);
    }

    /** What rounding the total adds to net and tax, or takes off when negative; zero where totals are rounded as lines are. */
    public BigDecimal rounding() {
        return gross.subtract(net).subtract(tax);
    }

    /** Per cent of the net of the lines whose cost is known, to one decimal; null when that is nothing. */
    public @Nullable BigDecimal marginPercent() {
        return margin == null || marginBase.signum() == 0
                ? null
                : margin.multiply(HUNDRED).divide(marginBase, SHOWN, RoundingMode.HALF_UP);
    }

    /** How much of what it would come to is taken off, in per cent, to two decimals. */
    public BigDecimal discountPercent() {
        return full.signum() == 0
                ? BigDecimal.ZERO
                : lineDiscount.add(wholeDiscount).multiply(HUNDRED).divide(full, SHOWN + 1, RoundingMode.HALF_UP);
    }

    private static BigDecimal priced(SumLine line, Rounding rounding) {
        return rounding.round(line.counts() ? line.discounted() : BigDecimal.ZERO);
    }

    /** The places of the lines of each rate. */
    private static Map<BigDecimal, List<Integer>> rates(List<SumLine> lines) {
        Map<BigDecimal, List<Integer>> rates = new TreeMap<>();
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).counts()) {
                rates.computeIfAbsent(lines.get(at).tax(), rate -> new ArrayList<>())
                        .add(at);
            }
        }
        return rates;
    }

    /** @param nets of the lines; where prices have the tax in them, it is taken out of those of the rate */
    private static TaxSum tax(
            BigDecimal percent,
            List<Integer> places,
            List<BigDecimal> left,
            List<BigDecimal> nets,
            boolean taxed,
            Rounding rounding) {
        List<BigDecimal> parts = places.stream().map(left::get).toList();
        BigDecimal sum = total(parts);
        if (!taxed) {
            return new TaxSum(percent, sum, rounding.round(sum.multiply(percent).movePointLeft(2)));
        }
        BigDecimal tax = rounding.round(
                sum.multiply(percent).divide(HUNDRED.add(percent), sum.precision() + PRECISION, RoundingMode.HALF_UP));
        List<BigDecimal> taxes = rounding.share(tax, parts);
        for (int at = 0; at < places.size(); at++) {
            nets.set(places.get(at), parts.get(at).subtract(taxes.get(at)));
        }
        return new TaxSum(percent, sum.subtract(tax), tax);
    }

    private static List<Integer> known(List<SumLine> lines) {
        List<Integer> known = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).counts() && lines.get(at).cost() != null) {
                known.add(at);
            }
        }
        return known;
    }

    private static BigDecimal costs(List<SumLine> lines, List<Integer> known, Rounding rounding) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int at : known) {
            BigDecimal cost = lines.get(at).cost();
            sum = sum.add(rounding.round(lines.get(at).quantity().multiply(cost == null ? BigDecimal.ZERO : cost)));
        }
        return sum;
    }

    private static BigDecimal total(List<BigDecimal> parts) {
        return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
