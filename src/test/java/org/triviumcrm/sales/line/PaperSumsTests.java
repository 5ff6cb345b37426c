package org.triviumcrm.sales.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.triviumcrm.sales.line.WholeDiscount.Kind;
import org.triviumcrm.shared.money.Rounding;

class PaperSumsTests {

    private static final Rounding CENTS = Rounding.of("USD");

    @Test
    void aQuoteAsOneWouldReckonItByHand() {
        PaperSums sums = PaperSums.of(
                List.of(
                        line("4", "610", "10", "13", true, "335.5"),
                        line("1", "1900", "0", "6", true, null),
                        line("2", "99.99", "0", "13", false, "1"),
                        line("3", "0.335", "0", "13", true, "0.10")),
                new WholeDiscount(Kind.PERCENT, number("5")),
                false,
                CENTS);
        // 2196.00 + 1900.00 + 1.01 (1.005 half up) = 4097.01; 5 % of it 204.85 (204.8505)
        assertThat(sums.full()).isEqualTo(number("4341.01"));
        assertThat(sums.lineDiscount()).isEqualTo(number("244.00"));
        assertThat(sums.wholeDiscount()).isEqualTo(number("204.85"));
        assertThat(sums.lines())
                .isEqualTo(List.of(number("2086.20"), number("1805.00"), number("0.00"), number("0.96")));
        assertThat(sums.net()).isEqualTo(number("3892.16"));
        assertThat(sums.taxes())
                .containsExactly(
                        new PaperSums.TaxSum(number("6"), number("1805.00"), number("108.30")),
                        new PaperSums.TaxSum(number("13"), number("2087.16"), number("271.33")));
        assertThat(sums.tax()).isEqualTo(number("379.63"));
        assertThat(sums.gross()).isEqualTo(number("4271.79"));
        assertThat(sums.margin()).isEqualTo(number("744.86"));
        assertThat(sums.marginPercent()).isEqualTo(number("35.7"));
        assertThat(sums.discountPercent()).isEqualTo(number("10.34"));
    }

    @Test
    void aPriceBelowTheListPriceIsADiscountWhateverStandsBesideIt() {
        SumLine line = new SumLine(number("2"), number("100"), number("80"), number("10"), number("0"), true, null);
        PaperSums sums = PaperSums.of(List.of(line), WholeDiscount.NONE, false, CENTS);
        assertThat(sums.net()).isEqualTo(number("144.00"));
        assertThat(sums.full()).isEqualTo(number("200.00"));
        assertThat(sums.discountPercent()).isEqualTo(number("28.00"));
        assertThat(line.discountPercent()).isEqualTo(number("28.00"));
    }

    @Test
    void taxIsTakenOutOfPricesThatHaveItInThem() {
        PaperSums sums = PaperSums.of(
                List.of(line("1", "113", "0", "13", true, null), line("1", "10", "0", "13", true, null)),
                WholeDiscount.NONE,
                true,
                CENTS);
        assertThat(sums.gross()).isEqualTo(number("123.00"));
        assertThat(sums.tax()).isEqualTo(number("14.15"));
        assertThat(sums.lines()).isEqualTo(List.of(number("100.00"), number("8.85")));
        assertThat(sums.margin()).isNull();
        assertThat(sums.marginPercent()).isNull();
    }

    @Test
    void nothingComesToNothing() {
        PaperSums none = PaperSums.of(List.of(), new WholeDiscount(Kind.SUM, number("50")), false, CENTS);
        assertThat(none.gross()).isEqualByComparingTo("0");
        assertThat(none.wholeDiscount()).isEqualByComparingTo("0");
        assertThat(none.discountPercent()).isEqualByComparingTo("0");
        PaperSums free =
                PaperSums.of(List.of(line("2", "50", "100", "13", true, "10")), WholeDiscount.NONE, false, CENTS);
        assertThat(free.gross()).isEqualByComparingTo("0");
        assertThat(free.margin()).isEqualByComparingTo("-20");
        assertThat(free.marginPercent()).isNull();
    }

    @Property
    void everythingAddsUpToTheLastCent(
            @ForAll("quotes") List<SumLine> lines,
            @ForAll("discounts") WholeDiscount discount,
            @ForAll boolean taxed,
            @ForAll("roundings") Rounding rounding) {
        PaperSums sums = PaperSums.of(lines, discount, taxed, rounding);
        assertThat(total(sums.lines())).isEqualByComparingTo(sums.net());
        assertThat(total(sums.taxes().stream().map(PaperSums.TaxSum::tax).toList()))
                .isEqualByComparingTo(sums.tax());
        assertThat(total(sums.taxes().stream().map(PaperSums.TaxSum::base).toList()))
                .isEqualByComparingTo(sums.net());
        assertThat(sums.net().add(sums.tax())).isEqualByComparingTo(sums.gross());
        BigDecimal left = sums.full().subtract(sums.lineDiscount()).subtract(sums.wholeDiscount());
        assertThat(taxed ? sums.gross() : sums.net()).isEqualByComparingTo(left);
        assertThat(sums.lines())
                .allMatch(net -> net.signum() >= 0 && rounding.round(net).compareTo(net) == 0);
        assertThat(sums.lines()).hasSameSizeAs(lines);
    }

    @Property
    void aTotalRoundedToAStepIsTheNearestOneAndSaysByHowMuch(
            @ForAll("quotes") List<SumLine> lines,
            @ForAll("discounts") WholeDiscount discount,
            @ForAll boolean taxed,
            @ForAll("roundings") Rounding step) {
        PaperSums exact = PaperSums.of(lines, discount, taxed, CENTS);
        PaperSums rounded = exact.roundedTo(step);
        assertThat(exact.rounding()).isEqualByComparingTo("0");
        assertThat(rounded.gross().remainder(step.step())).isEqualByComparingTo("0");
        assertThat(rounded.net().add(rounded.tax()).add(rounded.rounding())).isEqualByComparingTo(rounded.gross());
        assertThat(rounded.rounding().abs().add(rounded.rounding().abs())).isLessThanOrEqualTo(step.step());
        assertThat(rounded.net()).isEqualTo(exact.net());
        assertThat(rounded.taxes()).isEqualTo(exact.taxes());
        assertThat(rounded.lines()).isEqualTo(exact.lines());
        assertThat(rounded.margin()).isEqualTo(exact.margin());
        assertThat(exact.withTotal(rounded.gross())).isEqualTo(rounded);
    }

    @Property
    void theOrderOfTheLinesChangesNoSum(
            @ForAll("quotes") List<SumLine> lines, @ForAll boolean taxed, @ForAll long seed) {
        List<SumLine> others = new ArrayList<>(lines);
        java.util.Collections.shuffle(others, new Random(seed));
        PaperSums one = PaperSums.of(lines, WholeDiscount.NONE, taxed, CENTS);
        PaperSums two = PaperSums.of(others, WholeDiscount.NONE, taxed, CENTS);
        assertThat(two.gross()).isEqualByComparingTo(one.gross());
        assertThat(two.net()).isEqualByComparingTo(one.net());
        assertThat(two.taxes()).hasSameSizeAs(one.taxes());
    }

    @Property
    void whatNobodyChoseIsAsIfItWereNotThere(
            @ForAll("quotes") List<SumLine> lines, @ForAll("discounts") WholeDiscount discount) {
        PaperSums all = PaperSums.of(lines, discount, false, CENTS);
        PaperSums chosen = PaperSums.of(lines.stream().filter(SumLine::counts).toList(), discount, false, CENTS);
        assertThat(chosen.gross()).isEqualByComparingTo(all.gross());
        assertThat(chosen.lines())
                .isEqualTo(IntStream.range(0, lines.size())
                        .filter(at -> lines.get(at).counts())
                        .mapToObj(all.lines()::get)
                        .toList());
        assertThat(chosen.margin()).isEqualTo(all.margin());
    }

    @Property
    void nobodyTakesOffMoreThanThereIs(@ForAll("quotes") List<SumLine> lines) {
        PaperSums sums = PaperSums.of(lines, new WholeDiscount(Kind.SUM, number("100000000000")), false, CENTS);
        assertThat(sums.gross()).isEqualByComparingTo("0");
        assertThat(sums.lines()).allMatch(net -> net.signum() == 0);
    }

    @Provide
    Arbitrary<List<SumLine>> quotes() {
        Arbitrary<BigDecimal> quantity = decimals("0", "1000", 3);
        Arbitrary<BigDecimal> price = decimals("0", "99999", 4);
        Arbitrary<BigDecimal> list = decimals("0", "99999", 4).injectNull(0.5);
        Arbitrary<BigDecimal> discount =
                Arbitraries.of("0", "0", "10", "33.33", "99.99", "100").map(BigDecimal::new);
        Arbitrary<BigDecimal> tax = Arbitraries.of("0", "6", "7.7", "13", "20").map(BigDecimal::new);
        Arbitrary<BigDecimal> cost = decimals("0", "50000", 4).injectNull(0.3);
        return Combinators.combine(quantity, list, price, discount, tax, Arbitraries.of(true, true, true, false), cost)
                .as(SumLine::new)
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<WholeDiscount> discounts() {
        return Arbitraries.oneOf(
                decimals("0", "100", 2).map(percent -> new WholeDiscount(Kind.PERCENT, percent)),
                decimals("0", "100000", 2).map(sum -> new WholeDiscount(Kind.SUM, sum)));
    }

    @Provide
    Arbitrary<Rounding> roundings() {
        return Arbitraries.of("0.01", "1", "0.05", "0.001").map(step -> new Rounding(new BigDecimal(step)));
    }

    private static Arbitrary<BigDecimal> decimals(String least, String most, int scale) {
        return Arbitraries.bigDecimals().between(number(least), number(most)).ofScale(scale);
    }

    private static SumLine line(
            String quantity, String price, String discount, String tax, boolean counts, @Nullable String cost) {
        return new SumLine(
                number(quantity),
                null,
                number(price),
                number(discount),
                number(tax),
                counts,
                cost == null ? null : number(cost));
    }

    private static BigDecimal total(List<BigDecimal> parts) {
        return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(String number) {
        return new BigDecimal(number);
    }
}
