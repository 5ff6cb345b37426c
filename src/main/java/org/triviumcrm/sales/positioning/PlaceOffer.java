package org.triviumcrm.sales.positioning;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where an offer stands on an axis from a day on, as typed.
 *
 * @param evidence how one knows
 * @param link where it can be read
 */
record PlaceOffer(
        @Nullable @NotNull(message = "{sales.position.error.whichAxis}")
        Long axisId,

        @Nullable
        @NotNull(message = "{sales.position.error.value}")
        @Digits(integer = 12, fraction = 4, message = "{sales.position.error.value}")
        BigDecimal value,

        @Nullable @NotNull(message = "{sales.position.error.placedOn}")
        LocalDate placedOn,

        @NotBlank(message = "{sales.position.error.evidence}") @Size(max = 2000, message = "{form.tooLong}")
        String evidence,

        @Nullable
        @Size(max = 500, message = "{form.tooLong}")
        @Pattern(regexp = "(?i)\\s*|\\s*https?://\\S+\\s*", message = "{sales.position.error.link}")
        String link) {

    private static final BigDecimal BEST = BigDecimal.TEN;

    static PlaceOffer on(LocalDate today, @Nullable Long axis) {
        return new PlaceOffer(axis, null, today, "", null);
    }

    long axis() {
        return Objects.requireNonNull(axisId);
    }

    BigDecimal number() {
        return Objects.requireNonNull(value);
    }

    LocalDate day() {
        return Objects.requireNonNull(placedOn);
    }

    @Nullable
    String keptLink() {
        return link == null || link.isBlank() ? null : link.strip();
    }

    /** Whether the value can stand on such an axis. */
    boolean fits(MarketAxis axis) {
        return axis.getKind() == AxisKind.NUMBER
                || number().compareTo(BigDecimal.ONE) >= 0 && number().compareTo(BEST) <= 0;
    }
}
