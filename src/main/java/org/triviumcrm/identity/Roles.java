package org.triviumcrm.identity;

import java.util.List;
import java.util.Locale;

/** The roles and who has them, for other modules. What a role allows stays with identity. */
public interface Roles {

    /** All of them, those that come along first, then by name. */
    List<RoleRef> all(Locale locale);

    /** The active people who have the role, by name. */
    List<PersonRef> holders(long roleId);

    /** Those of them who belong to the team or to one above it in the tree. */
    List<PersonRef> holders(long roleId, long teamId);
}
