package org.triviumcrm.sales.pipeline;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A stage as typed.
 *
 * @param probability chance of winning in per cent
 * @param expectedDays planned stay in days
 * @param conversion share in per cent that goes on
 * @param forecastCategory what its opportunities count as; null: as before
 * @param version null for a new one
 */
record SaveStage(
        @NotBlank(message = "{sales.stage.error.name}") @Size(max = 100, message = "{form.tooLong}")
        String name,

        @NotNull(message = "{sales.stage.error.percent}")
        @DecimalMin(value = "0", message = "{sales.stage.error.percent}")
        @DecimalMax(value = "100", message = "{sales.stage.error.percent}")
        @Digits(integer = 3, fraction = 2, message = "{sales.stage.error.percent}")
        BigDecimal probability,

        @NotNull(message = "{sales.stage.error.days}")
        @Min(value = 0, message = "{sales.stage.error.days}")
        @Max(value = 3650, message = "{sales.stage.error.days}")
        Integer expectedDays,

        @NotNull(message = "{sales.stage.error.percent}")
        @DecimalMin(value = "0", message = "{sales.stage.error.percent}")
        @DecimalMax(value = "100", message = "{sales.stage.error.percent}")
        @Digits(integer = 3, fraction = 2, message = "{sales.stage.error.percent}")
        BigDecimal conversion,

        @NotNull(message = "{sales.stage.error.basis}") StageBasis basis,
        @Nullable ForecastCategory forecastCategory,
        @Nullable Integer version) {

    static SaveStage of(Stage stage) {
        return new SaveStage(
                stage.getName(),
                stage.getProbability(),
                stage.getExpectedDays(),
                stage.getConversion(),
                stage.getBasis(),
                stage.getForecastCategory(),
                stage.getVersion());
    }

    static SaveStage empty() {
        return new SaveStage(
                "",
                BigDecimal.valueOf(50),
                30,
                BigDecimal.valueOf(50),
                StageBasis.MEASURED,
                ForecastCategory.BEST_CASE,
                null);
    }

    static SaveStage planned(String name, int probability, int days, int conversion) {
        BigDecimal chance = BigDecimal.valueOf(probability);
        return new SaveStage(
                name,
                chance,
                days,
                BigDecimal.valueOf(conversion),
                StageBasis.MEASURED,
                ForecastCategory.usual(chance),
                null);
    }
}
