package org.triviumcrm.sales.pipeline;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline as typed.
 *
 * @param teamIds who works in it; none for everybody
 * @param teamsBelow whether the teams below those do, too
 * @param defaultTeamIds whose new opportunities begin in it
 * @param version null for a new one
 */
record SavePipeline(
        @NotBlank(message = "{sales.pipeline.error.name}") @Size(max = 100, message = "{form.tooLong}")
        String name,

        List<Long> teamIds,
        boolean teamsBelow,
        List<Long> defaultTeamIds,
        boolean active,
        @Nullable Integer version) {

    /** A form in which nothing is chosen sends no list. */
    @SuppressWarnings("NullAway")
    SavePipeline {
        teamIds = teamIds == null ? List.of() : List.copyOf(teamIds);
        defaultTeamIds = defaultTeamIds == null ? List.of() : List.copyOf(defaultTeamIds);
    }

    static SavePipeline everybodys(String name) {
        return new SavePipeline(name, List.of(), true, List.of(), true, null);
    }

    static SavePipeline of(Pipeline pipeline) {
        return new SavePipeline(
                pipeline.getName(),
                pipeline.getTeamIds().stream().sorted().toList(),
                pipeline.isTeamsBelow(),
                pipeline.getDefaultTeamIds().stream().sorted().toList(),
                pipeline.isActive(),
                pipeline.getVersion());
    }
}
