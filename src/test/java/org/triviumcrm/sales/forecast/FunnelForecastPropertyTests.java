package org.triviumcrm.sales.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FunnelForecastPropertyTests {

    @Property
    void everyAmountIsDatedOnce(@ForAll("funnels") List<FunnelStage> stages) {
        FunnelForecast forecast = FunnelForecast.of(stages);
        assertThat(forecast.byMonth(0).stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(forecast.total());
    }

    @Property
    void isLinearInTheAmounts(@ForAll("funnels") List<FunnelStage> stages, @ForAll @IntRange(max = 1000) int factor) {
        BigDecimal times = BigDecimal.valueOf(factor);
        List<FunnelStage> larger = stages.stream()
                .map(one -> new FunnelStage(
                        one.id(), one.name(), one.amount().multiply(times), one.conversion(), one.days()))
                .toList();
        List<BigDecimal> expected = FunnelForecast.of(stages).byMonth(0).stream()
                .map(times::multiply)
                .toList();
        assertThat(FunnelForecast.of(larger).byMonth(0))
                .usingElementComparator(BigDecimal::compareTo)
                .isEqualTo(expected);
    }

    @Property
    void fullConversionSignsEverythingAndNoneNothing(@ForAll("funnels") List<FunnelStage> stages) {
        BigDecimal all = stages.stream().map(FunnelStage::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(FunnelForecast.of(converting(stages, BigDecimal.ONE)).total())
                .isEqualByComparingTo(all);
        assertThat(FunnelForecast.of(converting(stages, BigDecimal.ZERO)).total())
                .isZero();
    }

    @Property
    void noDaysSignEverythingThisMonth(@ForAll("funnels") List<FunnelStage> stages) {
        List<FunnelStage> immediate = stages.stream()
                .map(one -> new FunnelStage(one.id(), one.name(), one.amount(), one.conversion(), BigDecimal.ZERO))
                .toList();
        FunnelForecast forecast = FunnelForecast.of(immediate);
        assertThat(forecast.signedIn(0)).isEqualByComparingTo(forecast.total());
    }

    @Property
    void anEarlierStageNeverSignsSoonerNorLikelier(@ForAll("funnels") List<FunnelStage> stages) {
        List<StageOutlook> outlooks = FunnelForecast.of(stages).stages();
        for (int i = 1; i < outlooks.size(); i++) {
            assertThat(outlooks.get(i - 1).months())
                    .isGreaterThanOrEqualTo(outlooks.get(i).months());
            assertThat(outlooks.get(i - 1).chance())
                    .isLessThanOrEqualTo(outlooks.get(i).chance());
        }
    }

    @Property
    void theMissingVolumeWouldHaveClosedTheGap(
            @ForAll("funnels") List<FunnelStage> stages, @ForAll @IntRange(min = 1, max = 1_000_000) int target) {
        FunnelForecast forecast = FunnelForecast.of(stages);
        for (MonthGap gap : forecast.gaps(BigDecimal.valueOf(target), 12)) {
            if (gap.volume() != null && gap.stage() != null) {
                long stage = gap.stage().id();
                BigDecimal chance = forecast.stages().stream()
                        .filter(one -> one.stage().id() == stage)
                        .findFirst()
                        .orElseThrow()
                        .chance();
                assertThat(gap.volume()
                                .multiply(chance)
                                .subtract(gap.shortfall())
                                .abs())
                        .isLessThan(new BigDecimal("0.000000001"));
                assertThat(gap.by()).isBetween(0, gap.month());
            }
        }
    }

    @Provide
    Arbitrary<List<FunnelStage>> funnels() {
        Arbitrary<BigDecimal> amounts = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("1000000000"))
                .ofScale(2);
        Arbitrary<BigDecimal> shares = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.ONE)
                .ofScale(4);
        Arbitrary<BigDecimal> days = Arbitraries.integers().between(0, 400).map(BigDecimal::valueOf);
        Arbitrary<Long> ids = Arbitraries.longs().between(1, Long.MAX_VALUE);
        return Combinators.combine(ids, amounts, shares, days)
                .as((id, amount, share, day) -> new FunnelStage(id, "Stage", amount, share, day))
                .list()
                .uniqueElements(FunnelStage::id)
                .ofMaxSize(8);
    }

    private static List<FunnelStage> converting(List<FunnelStage> stages, BigDecimal conversion) {
        return stages.stream()
                .map(one -> new FunnelStage(one.id(), one.name(), one.amount(), conversion, one.days()))
                .toList();
    }
}
