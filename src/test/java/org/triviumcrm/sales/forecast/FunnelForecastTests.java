package org.triviumcrm.sales.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked example: prospects, bidding and negotiation. */
class FunnelForecastTests {

    private static final BigDecimal TARGET = new BigDecimal("180000");

    private final FunnelForecast forecast = FunnelForecast.of(List.of(
            stage(1, "Prospect", "500000", "0.50", "60"),
            stage(2, "Bidding", "250000", "0.80", "30"),
            stage(3, "Negotiation", "200000", "0.90", "30")));

    @Test
    void signsTheSameAfterOneTwoAndFourMonthsAndNothingInTheThird() {
        assertThat(forecast.byMonth(6))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(
                        BigDecimal.ZERO, TARGET, TARGET, BigDecimal.ZERO, TARGET, BigDecimal.ZERO, BigDecimal.ZERO);
        assertThat(forecast.total()).isEqualByComparingTo("540000");
    }

    @Test
    void namesTheVolumeThatTheThirdMonthLacks() {
        List<MonthGap> gaps = forecast.gaps(TARGET, 4);
        assertThat(gaps).hasSize(1);
        MonthGap gap = gaps.get(0);
        assertThat(gap.month()).isEqualTo(3);
        assertThat(gap.shortfall()).isEqualByComparingTo("180000");
        assertThat(gap.stage()).extracting(FunnelStage::name).isEqualTo("Bidding");
        assertThat(gap.volume()).isEqualByComparingTo("250000");
        assertThat(gap.by()).isEqualTo(1);
    }

    @Test
    void aMonthThatNoStageCanReachNamesNone() {
        FunnelForecast slow = FunnelForecast.of(List.of(stage(1, "Slow", "1", "1", "365")));
        assertThat(slow.gaps(TARGET, 1)).containsExactly(new MonthGap(1, TARGET, null, null, 1));
    }

    @Test
    void aStageThatNothingComesOutOfNeedsNoVolume() {
        FunnelForecast dead = FunnelForecast.of(List.of(stage(1, "Dead", "100", "0", "30")));
        assertThat(dead.gaps(TARGET, 1).get(0).volume()).isNull();
        assertThat(dead.needs(TARGET).get(0).needed()).isNull();
    }

    @Test
    void saysWhichStageFallsShort() {
        FunnelForecast steady = FunnelForecast.of(List.of(
                stage(1, "Prospect", "500000", "0.5", "60.875"), stage(2, "Bidding", "400000", "0.5", "30.4375")));
        assertThat(steady.needs(new BigDecimal("100000")).get(0).needed()).isEqualByComparingTo("800000");
        assertThat(steady.needs(new BigDecimal("100000")).get(0).missing()).isEqualByComparingTo("300000");
        assertThat(steady.needs(new BigDecimal("100000")).get(1).missing()).isZero();
    }

    private static FunnelStage stage(long id, String name, String amount, String conversion, String days) {
        return new FunnelStage(id, name, new BigDecimal(amount), new BigDecimal(conversion), new BigDecimal(days));
    }
}
