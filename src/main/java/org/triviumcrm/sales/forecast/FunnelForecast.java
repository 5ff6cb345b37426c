package org.triviumcrm.sales.forecast;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What will be signed, and when: the amount in each stage times the conversion of this and all later stages, dated by
 * the days of this and all later stages. Nothing is rounded but the months.
 *
 * @param stages in the order of the pipeline
 */
public record FunnelForecast(List<StageOutlook> stages) {

    /** 365.25 / 12. */
    static final BigDecimal DAYS_A_MONTH = new BigDecimal("30.4375");

    public FunnelForecast {
        stages = List.copyOf(stages);
    }

    public static FunnelForecast of(List<FunnelStage> open) {
        LinkedList<StageOutlook> outlooks = new LinkedList<>();
        BigDecimal chance = BigDecimal.ONE;
        BigDecimal days = BigDecimal.ZERO;
        for (int i = open.size() - 1; i >= 0; i--) {
            FunnelStage stage = open.get(i);
            chance = chance.multiply(stage.conversion());
            days = days.add(stage.days());
            outlooks.addFirst(
                    new StageOutlook(stage, chance, months(days), stage.amount().multiply(chance)));
        }
        return new FunnelForecast(outlooks);
    }

    /** Whole months, a half rounded up. */
    static int months(BigDecimal days) {
        return days.divide(DAYS_A_MONTH, 0, RoundingMode.HALF_UP).intValueExact();
    }

    /** What is signed so many months ahead; 0 is this month. */
    public BigDecimal signedIn(int month) {
        return stages.stream()
                .filter(outlook -> outlook.months() == month)
                .map(StageOutlook::signed)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal total() {
        return stages.stream().map(StageOutlook::signed).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The months from the next to the given one, or to the last that signs anything if that is later. */
    public List<BigDecimal> byMonth(int atLeast) {
        int last = Math.max(
                atLeast, stages.stream().mapToInt(StageOutlook::months).max().orElse(0));
        return IntStream.rangeClosed(0, last).mapToObj(this::signedIn).toList();
    }

    /** The months up to the given one that sign less than the target. */
    public List<MonthGap> gaps(BigDecimal monthlyTarget, int months) {
        return gaps(Collections.nCopies(months + 1, monthlyTarget));
    }

    /**
     * The months that sign less than their target.
     *
     * @param targets from this month on; null for none
     */
    public List<MonthGap> gaps(List<@Nullable BigDecimal> targets) {
        List<MonthGap> gaps = new ArrayList<>();
        for (int month = 1; month < targets.size(); month++) {
            BigDecimal target = targets.get(month);
            if (target != null && target.compareTo(signedIn(month)) > 0) {
                gaps.add(gap(month, target.subtract(signedIn(month))));
            }
        }
        return gaps;
    }

    private MonthGap gap(int month, BigDecimal shortfall) {
        Optional<StageOutlook> inTime = stages.stream()
                .filter(outlook -> outlook.months() <= month)
                .max(Comparator.comparingInt(StageOutlook::months));
        if (inTime.isEmpty()) {
            return new MonthGap(month, shortfall, null, null, month);
        }
        StageOutlook stage = inTime.get();
        BigDecimal volume = stage.chance().signum() == 0
                ? null
                : shortfall.divide(stage.chance(), MathContext.DECIMAL128).stripTrailingZeros();
        return new MonthGap(month, shortfall, stage.stage(), volume, month - stage.months());
    }

    /** Which stage holds less than the target needs month after month. */
    public List<StageNeed> needs(BigDecimal monthlyTarget) {
        return stages.stream().map(outlook -> need(outlook, monthlyTarget)).toList();
    }

    private static StageNeed need(StageOutlook outlook, BigDecimal monthlyTarget) {
        FunnelStage stage = outlook.stage();
        if (outlook.chance().signum() == 0) {
            return new StageNeed(stage, null, null);
        }
        BigDecimal needed = monthlyTarget
                .multiply(stage.days())
                .divide(DAYS_A_MONTH.multiply(outlook.chance()), MathContext.DECIMAL128);
        return new StageNeed(stage, needed, needed.subtract(stage.amount()).max(BigDecimal.ZERO));
    }
}
