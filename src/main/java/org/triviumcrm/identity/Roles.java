package org.triviumcrm.identity;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The roles and who has them, for other modules. What a role allows stays with identity. */
public interface Roles {

    /** All of them, those that come along first, then by name. */
    List<RoleRef> all(Locale locale);

    /** The active people who have the role, by name. */
    List<PersonRef> holders(long roleId);

    /** Those of them who belong to the team or to one above it in the tree. */
    List<PersonRef> holders(long roleId, long teamId);

    /**
     * A few of the active people who have one of the roles, by name: what a typed search answers.
     *
     * @param lineOfTeam with it only those who belong to this team or to one above it
     * @param typed as in {@link People#choices}
     */
    List<PersonRef> holders(Collection<Long> roleIds, @Nullable Long lineOfTeam, @Nullable String typed, int limit);
}
