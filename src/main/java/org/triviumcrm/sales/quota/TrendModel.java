package org.triviumcrm.sales.quota;

import java.util.Arrays;
import java.util.Optional;
import jdplus.toolkit.base.api.arima.SarimaOrders;
import jdplus.toolkit.base.api.data.DoubleSeq;
import jdplus.toolkit.base.core.arima.estimation.FastArimaForecasts;
import jdplus.toolkit.base.core.regarima.RegArimaModel;
import jdplus.toolkit.base.core.regsarima.RegSarimaComputer;
import jdplus.toolkit.base.core.sarima.SarimaModel;

/**
 * Goes on with a series of months. With enough of them the airline model, which is the seasonal smoothing of Holt and Winters in the
 * form of an ARIMA; else simple exponential smoothing, which knows a level and neither trend nor season.
 */
final class TrendModel {

    /** Months in a season. */
    static final int SEASON = 12;

    /** Fewer say nothing of a season: two whole ones and a half. */
    static final int ENOUGH_FOR_SEASONS = 30;

    /** Fewer say nothing at all. */
    static final int ENOUGH = 6;

    /** Months that are held back to see how far off it is. */
    static final int HELD_BACK = 6;

    private TrendModel() {}

    static boolean isSeasonal(int months) {
        return months >= ENOUGH_FOR_SEASONS;
    }

    /** The next ones, none below zero; empty when there are too few to go on with, or nothing can be made of them. */
    static Optional<double[]> next(double[] months, int ahead) {
        if (months.length < ENOUGH || Arrays.stream(months).distinct().count() < 2) {
            return Optional.empty();
        }
        double scale = Arrays.stream(months).map(Math::abs).max().orElse(1);
        double[] scaled = Arrays.stream(months).map(month -> month / scale).toArray();
        try {
            SarimaModel fitted = fit(scaled);
            FastArimaForecasts forecasts = new FastArimaForecasts();
            if (!forecasts.prepare(fitted, false)) {
                return Optional.empty();
            }
            double[] found = forecasts.forecasts(DoubleSeq.of(scaled), ahead).toArray();
            return Arrays.stream(found).allMatch(Double::isFinite)
                    ? Optional.of(Arrays.stream(found)
                            .map(month -> Math.max(0, month * scale))
                            .toArray())
                    : Optional.empty();
        } catch (RuntimeException degenerate) {
            // the library gives up on series that no model fits: then there is no trend to show
            return Optional.empty();
        }
    }

    private static SarimaModel fit(double[] months) {
        SarimaOrders orders = SarimaOrders.airline(SEASON);
        if (!isSeasonal(months.length)) {
            orders = new SarimaOrders(1);
            orders.setRegular(0, 1, 1);
        }
        RegArimaModel<SarimaModel> model = RegArimaModel.<SarimaModel>builder()
                .y(DoubleSeq.of(months))
                .arima(SarimaModel.builder(orders).setDefault().build())
                .build();
        return RegSarimaComputer.builder()
                .build()
                .process(model, null)
                .getModel()
                .arima();
    }

    /**
     * By how much of what came the last months were missed, by who knew only those before them: the sum of the differences, whichever
     * way, over the sum of what came. Empty when there are too few, or nothing came.
     */
    static Optional<Double> error(double[] months) {
        int known = months.length - HELD_BACK;
        if (known < ENOUGH) {
            return Optional.empty();
        }
        double[] last = Arrays.copyOfRange(months, known, months.length);
        double came = Arrays.stream(last).sum();
        return came <= 0
                ? Optional.empty()
                : next(Arrays.copyOf(months, known), HELD_BACK).map(guessed -> {
                    double off = 0;
                    for (int at = 0; at < last.length; at++) {
                        off += Math.abs(guessed[at] - last[at]);
                    }
                    return off / came;
                });
    }
}
