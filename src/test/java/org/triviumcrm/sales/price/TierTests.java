package org.triviumcrm.sales.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierTests {

    private static final List<Tier> TIERS = List.of(
            tier(2, 7, "0", "100"),
            tier(2, 7, "10", "90"),
            tier(2, 7, "100", "80"),
            tier(1, 8, "50", "70"),
            tier(1, 8, "500", "60"));

    /** The list that comes first has prices from 50 on only: below that the next one counts, and only it. */
    @ParameterizedTest
    @CsvSource({"0.5, 100", "9.999, 100", "10, 90", "49, 90", "50, 70", "499, 70", "500, 60", "100000, 60"})
    void theFirstListWithAPriceForSoManyCountsAndInItTheLargestQuantityThatIsReached(
            BigDecimal quantity, BigDecimal price) {
        assertThat(Tier.best(TIERS, quantity).map(Tier::amount)).contains(price);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"49, null", "50, 70"},
            nullValues = "null")
    void whatNoQuantityReachesHasNoPrice(BigDecimal quantity, @Nullable BigDecimal price) {
        assertThat(Tier.best(TIERS.subList(3, 5), quantity).map(Tier::amount).orElse(null))
                .isEqualTo(price);
    }

    private static Tier tier(int position, long list, String from, String amount) {
        return new Tier(1, list, "", position, false, new BigDecimal(from), new BigDecimal(amount));
    }
}
