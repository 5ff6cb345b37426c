package org.triviumcrm.insight.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.triviumcrm.insight.people.Deeds.Fact;

/** A small quote that was given away does not outweigh a large one at list price. */
class AverageDiscountTests {

    private record Quote(BigDecimal full, BigDecimal off) {}

    /** 10 of 100, 50,000 of 1,000,000 and 100 of 100: 50,110 of 1,000,200. A mean of percentages would say 38.3. */
    @Test
    void isWeighedByWhatQuotesWouldComeTo() {
        assertThat(average(List.of(quote("100", "10"), quote("1000000", "50000"), quote("100", "100"))))
                .isEqualByComparingTo("5.0");
        assertThat(average(List.of())).isNull();
    }

    @Property
    void isThatOfOneQuoteOfAllOfThem(@ForAll("quotes") List<Quote> quotes) {
        BigDecimal full = quotes.stream().map(Quote::full).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal off = quotes.stream().map(Quote::off).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(average(quotes)).isEqualTo(average(List.of(new Quote(full, off))));
        List<BigDecimal> each = quotes.stream()
                .map(one -> one.off().movePointRight(2).divide(one.full(), 1, RoundingMode.HALF_UP))
                .sorted()
                .toList();
        assertThat(average(quotes)).isBetween(each.get(0), each.get(each.size() - 1));
    }

    @Provide
    Arbitrary<List<Quote>> quotes() {
        Arbitrary<BigDecimal> full = Arbitraries.bigDecimals()
                .between(BigDecimal.ONE, new BigDecimal("9999999"))
                .ofScale(2);
        return Combinators.combine(full, Arbitraries.integers().between(0, 100))
                .as((listed, percent) -> new Quote(listed, listed.multiply(BigDecimal.valueOf(percent, 2))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    private static BigDecimal average(List<Quote> quotes) {
        Deeds deeds = Deeds.NONE;
        for (Quote quote : quotes) {
            deeds = deeds.with(Fact.QUOTE, 1, quote.off()).with(Fact.LISTED, 1, quote.full());
        }
        return deeds.value(PeopleMeasure.DISCOUNT);
    }

    private static Quote quote(String full, String off) {
        return new Quote(new BigDecimal(full), new BigDecimal(off));
    }
}
