package org.triviumcrm.customer.activity;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * An activity as typed. {@code at} is in the viewer's time zone; without it, now, or tomorrow for a task. A cost without a
 * kind is another one, without a currency in the company's.
 */
public record LogActivity(
        @NotNull(message = "{customer.activity.error.kind}") ActivityKind kind,

        @NotBlank(message = "{customer.activity.error.subject}") @Size(max = 300, message = "{form.tooLong}")
        String subject,

        @Nullable @Size(max = 20000, message = "{form.tooLong}")
        String body,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
        LocalDateTime at,

        @Nullable
        @Min(value = 0, message = "{customer.activity.error.minutes}")
        @Max(value = 10080, message = "{customer.activity.error.minutes}")
        Integer minutes,

        @Nullable CostKind costKind,

        @Nullable
        @PositiveOrZero(message = "{customer.activity.error.cost}")
        @Digits(integer = 12, fraction = 2, message = "{customer.activity.error.cost}")
        BigDecimal cost,

        @Nullable @Size(min = 3, max = 3, message = "{customer.activity.error.currency}")
        String costCurrency) {

    static LogActivity of(
            ActivityKind kind,
            String subject,
            @Nullable String body,
            LocalDateTime at,
            @Nullable Integer minutes,
            @Nullable Cost cost) {
        return cost == null
                ? new LogActivity(kind, subject, body, at, minutes, null, null, null)
                : new LogActivity(kind, subject, body, at, minutes, cost.kind(), cost.amount(), cost.currency());
    }
}
