package org.triviumcrm.identity.team;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A team as the form fills it in; {@code version} is null for a new one. */
record EditTeam(
        @NotBlank(message = "{identity.error.missing}") @Size(max = 200, message = "{form.tooLong}")
        String name,

        @Nullable Long parentId,
        @Nullable Long managerId,
        @Nullable Integer version) {

    static EditTeam of(Team team) {
        return new EditTeam(team.getName(), team.getParentId(), team.getManagerId(), team.getVersion());
    }
}
