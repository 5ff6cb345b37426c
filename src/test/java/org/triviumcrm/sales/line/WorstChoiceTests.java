package org.triviumcrm.sales.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.triviumcrm.sales.line.WholeDiscount.Kind;
import org.triviumcrm.sales.release.ExactMargin;
import org.triviumcrm.shared.money.Rounding;

/** Whatever a customer chooses of what is offered, flows have seen nothing better than it. */
class WorstChoiceTests {

    private static final Rounding CENTS = Rounding.of("USD");

    /** A server of 1000 at 10 % that costs 600; a support that nobody ticked, 1000 at half price, costs 450; a training at its price. */
    @Test
    void asOneWouldReckonItByHand() {
        List<PaperLine> lines = List.of(
                line("1", "1000", "10", "0", false, "600"),
                line("1", "1000", "50", "0", true, "450"),
                line("2", "100", "0", "0", true, "20"));
        WorstChoice worst = WorstChoice.of(lines, WholeDiscount.NONE, false, CENTS);
        assertThat(worst.discountPercent()).isEqualByComparingTo("30"); // 600 of 2000
        assertThat(worst.marginPercent()).isEqualByComparingTo("25"); // 350 of 1400
        assertThat(worst.net()).isEqualByComparingTo("1600");
        assertThat(WorstChoice.of(lines.subList(0, 1), WholeDiscount.NONE, false, CENTS))
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .usingRecursiveComparison()
                .isEqualTo(new WorstChoice(number("10"), number("33.3333333333"), number("900")));
        // 100 off the whole weigh most when the customer takes as little as can be
        assertThat(WorstChoice.of(
                                List.of(
                                        line("1", "200", "0", "0", false, null),
                                        line("1", "800", "0", "0", true, null)),
                                new WholeDiscount(Kind.SUM, number("100")),
                                false,
                                CENTS)
                        .discountPercent())
                .isEqualByComparingTo("50");
    }

    @Test
    void aGiveawayAmongManyOptionsIsSeen() {
        List<PaperLine> lines = new ArrayList<>();
        lines.add(line("1", "1000", "0", "0", false, "700"));
        for (int option = 0; option < 10; option++) {
            lines.add(line("1", "100", "0", "0", true, "70"));
        }
        assertThat(WorstChoice.of(lines, WholeDiscount.NONE, false, CENTS).marginPercent())
                .isEqualByComparingTo("30");
        lines.add(line("1", "0", "0", "0", true, "200"));
        WorstChoice worst = WorstChoice.of(lines, WholeDiscount.NONE, false, CENTS);
        assertThat(worst.marginPercent()).isEqualByComparingTo("10"); // 1000 less 900
        assertThat(worst.net()).isEqualByComparingTo("2000");
    }

    @Property(tries = 400)
    void noChoiceIsWorse(
            @ForAll("papers") List<PaperLine> lines,
            @ForAll("discounts") WholeDiscount discount,
            @ForAll boolean taxed,
            @ForAll("roundings") Rounding rounding) {
        WorstChoice seen = WorstChoice.of(lines, discount, taxed, rounding);
        long options = lines.stream().filter(PaperLine::optional).count();
        for (long choice = 0; choice < 1L << options; choice++) {
            WorstChoice chosen = reckoned(lines, choice, discount, taxed, rounding);
            assertThat(chosen.discountPercent()).isLessThanOrEqualTo(seen.discountPercent());
            assertThat(chosen.net()).isLessThanOrEqualTo(seen.net());
            if (chosen.marginPercent() != null) {
                assertThat(chosen.marginPercent()).isGreaterThanOrEqualTo(seen.marginPercent());
            }
        }
    }

    /** Without something taken off the whole, and without tax in the prices, the worst is a choice that can be made. */
    @Property(tries = 300)
    void theWorstCanBeChosen(@ForAll("papers") List<PaperLine> lines) {
        WorstChoice seen = WorstChoice.of(lines, WholeDiscount.NONE, false, CENTS);
        List<WorstChoice> all = new ArrayList<>();
        long options = lines.stream().filter(PaperLine::optional).count();
        for (long choice = 0; choice < 1L << options; choice++) {
            all.add(reckoned(lines, choice, WholeDiscount.NONE, false, CENTS));
        }
        assertThat(all).anyMatch(one -> one.discountPercent().compareTo(seen.discountPercent()) == 0);
        assertThat(all).anyMatch(one -> one.net().compareTo(seen.net()) == 0);
        assertThat(all)
                .anyMatch(one -> seen.marginPercent() == null
                        ? one.marginPercent() == null
                        : one.marginPercent() != null && one.marginPercent().compareTo(seen.marginPercent()) == 0);
    }

    /** As paper reckons it, by {@link PaperSums} alone. */
    private static WorstChoice reckoned(
            List<PaperLine> lines, long choice, WholeDiscount discount, boolean taxed, Rounding rounding) {
        List<SumLine> counted = new ArrayList<>();
        int option = 0;
        for (PaperLine line : lines) {
            boolean counts = !line.optional() || (choice >> option++ & 1) == 1;
            counted.add(new SumLine(
                    line.quantity(), line.listPrice(), line.price(), line.discount(), line.tax(), counts, line.cost()));
        }
        PaperSums sums = PaperSums.of(counted, discount, taxed, rounding);
        return new WorstChoice(
                sums.discountPercent(), ExactMargin.percent(sums.margin(), sums.marginBase()), sums.net());
    }

    @Provide
    Arbitrary<List<PaperLine>> papers() {
        Arbitrary<BigDecimal> quantity = Arbitraries.of("1", "3", "0.5", "250").map(BigDecimal::new);
        Arbitrary<BigDecimal> price = Arbitraries.oneOf(
                Arbitraries.of("0", "0.01", "0.335", "100").map(BigDecimal::new), decimals("0", "5000", 4));
        Arbitrary<BigDecimal> list = decimals("0", "5000", 2).injectNull(0.5);
        Arbitrary<BigDecimal> discount =
                Arbitraries.of("0", "0", "10", "33.33", "100").map(BigDecimal::new);
        Arbitrary<BigDecimal> tax = Arbitraries.of("0", "6", "13").map(BigDecimal::new);
        Arbitrary<BigDecimal> cost = decimals("0", "4000", 2).injectNull(0.3);
        return Combinators.combine(quantity, list, price, discount, tax, Arbitraries.of(true, false, true), cost)
                .as((many, listed, one, off, rate, optional, costs) -> new PaperLine(
                        LineKind.ITEM,
                        null,
                        "Server",
                        null,
                        many,
                        null,
                        listed,
                        null,
                        one,
                        off,
                        rate,
                        optional,
                        false,
                        costs,
                        BigDecimal.ZERO))
                .list()
                .ofMaxSize(11);
    }

    @Provide
    Arbitrary<WholeDiscount> discounts() {
        return Arbitraries.oneOf(
                Arbitraries.of("0", "5", "12.5", "100")
                        .map(percent -> new WholeDiscount(Kind.PERCENT, number(percent))),
                Arbitraries.of("0.01", "20", "3000").map(sum -> new WholeDiscount(Kind.SUM, number(sum))));
    }

    @Provide
    Arbitrary<Rounding> roundings() {
        return Arbitraries.of("0.01", "1").map(step -> new Rounding(new BigDecimal(step)));
    }

    private static Arbitrary<BigDecimal> decimals(String least, String most, int scale) {
        return Arbitraries.bigDecimals().between(number(least), number(most)).ofScale(scale);
    }

    private static PaperLine line(
            String quantity, String price, String discount, String tax, boolean optional, @Nullable String cost) {
        return new PaperLine(
                LineKind.ITEM,
                null,
                "Server",
                null,
                number(quantity),
                null,
                null,
                null,
                number(price),
                number(discount),
                number(tax),
                optional,
                false,
                cost == null ? null : number(cost),
                BigDecimal.ZERO);
    }

    private static BigDecimal number(String number) {
        return new BigDecimal(number);
    }
}
