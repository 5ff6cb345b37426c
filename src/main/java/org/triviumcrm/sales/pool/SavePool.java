package org.triviumcrm.sales.pool;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pool as typed; see {@link PoolRules} for what the figures mean.
 *
 * @param teamId whose opportunities go into it and who claims; null for everybody
 * @param position its place among the pools: the first that an opportunity fits takes it
 * @param pipelineIds from which it takes; none for all
 * @param stageIds from which it takes; none for all
 * @param version null for a new one
 */
record SavePool(
        @NotBlank(message = "{sales.pool.error.name}") @Size(max = 100, message = "{form.tooLong}")
        String name,

        @Nullable Long teamId,

        @NotNull(message = "{sales.pool.error.keeper}") @Nullable
        Long keeperId,

        @NotNull(message = "{sales.pool.error.position}")
        @Min(value = 1, message = "{sales.pool.error.position}")
        @Max(value = 1000, message = "{sales.pool.error.position}")
        Integer position,

        boolean active,

        @Min(value = 1, message = "{sales.pool.error.days}")
        @Max(value = 3650, message = "{sales.pool.error.days}")
        @Nullable
        Integer noContactDays,

        @Min(value = 1, message = "{sales.pool.error.days}")
        @Max(value = 3650, message = "{sales.pool.error.days}")
        @Nullable
        Integer noProgressDays,

        @Min(value = 1, message = "{sales.pool.error.days}")
        @Max(value = 3650, message = "{sales.pool.error.days}")
        @Nullable
        Integer overdueDays,

        boolean ownerLeft,
        List<Long> pipelineIds,
        List<Long> stageIds,

        @DecimalMin(value = "0", message = "{sales.pool.error.amount}")
        @DecimalMax(value = "99999999999999999", message = "{sales.pool.error.amount}")
        @Nullable
        BigDecimal leastAmount,

        @DecimalMin(value = "0", message = "{sales.pool.error.amount}")
        @DecimalMax(value = "99999999999999999", message = "{sales.pool.error.amount}")
        @Nullable
        BigDecimal mostAmount,

        boolean sparesPlanned,

        @NotNull(message = "{sales.pool.error.notice}")
        @Min(value = 0, message = "{sales.pool.error.notice}")
        @Max(value = 90, message = "{sales.pool.error.notice}")
        Integer noticeDays,

        @Min(value = 1, message = "{sales.pool.error.held}")
        @Max(value = 100_000, message = "{sales.pool.error.held}")
        @Nullable
        Integer mostHeld,

        @Min(value = 1, message = "{sales.pool.error.claims}")
        @Max(value = 1000, message = "{sales.pool.error.claims}")
        @Nullable
        Integer mostClaims,

        @NotNull(message = "{sales.pool.error.rest}")
        @Min(value = 0, message = "{sales.pool.error.rest}")
        @Max(value = 3650, message = "{sales.pool.error.rest}")
        Integer restDays,

        @Nullable Integer version) {

    private static final int USUAL_NOTICE = 3;
    private static final int USUAL_CONTACT = 30;
    private static final int USUAL_HELD = 50;
    private static final int USUAL_CLAIMS = 5;
    private static final int USUAL_REST = 7;

    /** A form in which nothing is chosen sends no list. */
    @SuppressWarnings("NullAway")
    SavePool {
        pipelineIds = pipelineIds == null ? List.of() : List.copyOf(pipelineIds);
        stageIds = stageIds == null ? List.of() : List.copyOf(stageIds);
    }

    /** What a new one is proposed to be. */
    static SavePool proposed(int position) {
        return new SavePool(
                "",
                null,
                null,
                position,
                true,
                USUAL_CONTACT,
                null,
                null,
                true,
                List.of(),
                List.of(),
                null,
                null,
                true,
                USUAL_NOTICE,
                USUAL_HELD,
                USUAL_CLAIMS,
                USUAL_REST,
                null);
    }

    static SavePool of(Pool pool) {
        PoolRules rules = pool.rules();
        return new SavePool(
                pool.getName(),
                pool.getTeamId(),
                pool.getKeeperId(),
                pool.getPosition(),
                pool.isActive(),
                rules.noContactDays(),
                rules.noProgressDays(),
                rules.overdueDays(),
                rules.ownerLeft(),
                pool.pipelineIds().stream().sorted().toList(),
                pool.stageIds().stream().sorted().toList(),
                rules.leastAmount(),
                rules.mostAmount(),
                rules.sparesPlanned(),
                rules.noticeDays(),
                rules.mostHeld(),
                rules.mostClaims(),
                rules.restDays(),
                pool.getVersion());
    }

    boolean isUpsideDown() {
        return leastAmount != null && mostAmount != null && mostAmount.compareTo(leastAmount) < 0;
    }
}
