package org.triviumcrm.sales.pipeline;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A pipeline as typed; without a team it is everybody's. {@code version} is null for a new one. */
record SavePipeline(
        @NotBlank(message = "{sales.pipeline.error.name}") @Size(max = 100, message = "{form.tooLong}")
        String name,

        @Nullable Long teamId,
        boolean active,
        @Nullable Integer version) {

    static SavePipeline of(Pipeline pipeline) {
        return new SavePipeline(pipeline.getName(), pipeline.getTeamId(), pipeline.isActive(), pipeline.getVersion());
    }
}
